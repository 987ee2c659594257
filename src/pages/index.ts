// The pages, server-rendered; nothing below this room knows of them.

export { en, Languages, type Key } from './language';
export { PagesModule } from './pages.module';
export { networkOf } from './ways';
