// Server-rendered pages.

export { PagesModule } from './pages.module';
