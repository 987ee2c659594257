import { Global, Module } from '@nestjs/common';
import { ContactLog } from './contact-log';

@Global()
@Module({ providers: [ContactLog], exports: [ContactLog] })
export class ContactLogModule {}
