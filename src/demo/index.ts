// The demonstration area.

export { Demo } from './demo';
export { DemoModule } from './demo.module';
