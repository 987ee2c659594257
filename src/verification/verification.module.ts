import { Global, Module } from '@nestjs/common';
import { Invariants } from './invariants';

@Global()
@Module({ providers: [Invariants], exports: [Invariants] })
export class VerificationModule {}
