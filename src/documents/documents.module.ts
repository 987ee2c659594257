import { Global, Module } from '@nestjs/common';
import { Bundles } from './bundles';
import { Documents } from './documents';
import { Wordings } from './wordings';

const services = [Bundles, Documents, Wordings];

@Global()
@Module({ providers: services, exports: services })
export class DocumentsModule {}
