import { Global, Module } from '@nestjs/common';
import { Documents } from './documents';
import { Wordings } from './wordings';

const services = [Documents, Wordings];

@Global()
@Module({ providers: services, exports: services })
export class DocumentsModule {}
