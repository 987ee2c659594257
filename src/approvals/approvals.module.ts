import { Global, Module } from '@nestjs/common';
import { Approvals } from './approvals';

@Global()
@Module({ providers: [Approvals], exports: [Approvals] })
export class ApprovalsModule {}
