import { Global, Module } from '@nestjs/common';
import { Caseload } from './caseload';

@Global()
@Module({ providers: [Caseload], exports: [Caseload] })
export class CaseloadModule {}
