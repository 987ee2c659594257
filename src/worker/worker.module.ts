import { Global, Module } from '@nestjs/common';
import { DeadLetters } from './dead-letters';
import { Dispatcher } from './dispatcher';
import { Figures } from './figures';
import { TimedWork } from './timed-work';
import { Worker } from './worker';

@Global()
@Module({
  providers: [Worker, TimedWork, DeadLetters, Dispatcher, Figures],
  exports: [Worker, TimedWork, DeadLetters, Dispatcher, Figures],
})
export class WorkerModule {}
