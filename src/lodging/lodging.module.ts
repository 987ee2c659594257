import { Global, Module } from '@nestjs/common';
import { ContactSafeties } from './contact-safety';
import { Drafts } from './drafts';
import { KeptForms } from './kept-forms';

const services = [Drafts, KeptForms, ContactSafeties];

@Global()
@Module({ providers: services, exports: services })
export class LodgingModule {}
