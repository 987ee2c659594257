// The timed work.

export { DeadLetters, type Letter } from './dead-letters';
export { Dispatcher, type Pace } from './dispatcher';
export { Figures } from './figures';
export { workerEntities } from './entities';
export { kinds, type Kind } from './kinds';
export { TimedWork } from './timed-work';
export { Worker } from './worker';
export { WorkerModule } from './worker.module';
