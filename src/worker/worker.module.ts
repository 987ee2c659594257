import { Global, Module } from '@nestjs/common';
import { Worker } from './worker';

@Global()
@Module({ providers: [Worker], exports: [Worker] })
export class WorkerModule {}
