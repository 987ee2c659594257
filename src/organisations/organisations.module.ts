import { Global, Module } from '@nestjs/common';
import { Organisations } from './organisations';

@Global()
@Module({ providers: [Organisations], exports: [Organisations] })
export class OrganisationsModule {}
