import { Global, Module } from '@nestjs/common';
import { ContactSafeties } from './contact-safety';
import { Drafts } from './drafts';

const services = [Drafts, ContactSafeties];

@Global()
@Module({ providers: services, exports: services })
export class LodgingModule {}
