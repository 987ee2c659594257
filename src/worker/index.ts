// The timed work.

export { Worker } from './worker';
export { WorkerModule } from './worker.module';
