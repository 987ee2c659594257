import { Global, Module } from '@nestjs/common';
import { Press } from './press';

@Global()
@Module({ providers: [Press], exports: [Press] })
export class PapersModule {}
