import { Global, Module } from '@nestjs/common';
import { ContactSafeties } from './contact-safety';
import { Drafts } from './drafts';
import { Sending } from './sending';

const services = [Drafts, Sending, ContactSafeties];

@Global()
@Module({ providers: services, exports: services })
export class LodgingModule {}
