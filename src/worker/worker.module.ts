import { Global, Module } from '@nestjs/common';
import { DeadLetters } from './dead-letters';
import { Dispatcher } from './dispatcher';
import { TimedWork } from './timed-work';
import { Worker } from './worker';

@Global()
@Module({
  providers: [Worker, TimedWork, DeadLetters, Dispatcher],
  exports: [Worker, TimedWork, DeadLetters, Dispatcher],
})
export class WorkerModule {}
