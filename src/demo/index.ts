// The demonstration area.

export { Demo } from './demo';
export { clockOfDemonstration } from './demo-clock';
export { DemoModule } from './demo.module';
