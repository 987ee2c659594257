import { Global, Module } from '@nestjs/common';
import { Invariants } from './invariants';
import { Verifications } from './verifications';

@Global()
@Module({ providers: [Invariants, Verifications], exports: [Invariants, Verifications] })
export class VerificationModule {}
