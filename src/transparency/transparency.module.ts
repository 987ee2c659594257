import { Global, Module } from '@nestjs/common';
import { RootCheck } from './root-check';
import { Roots } from './roots';

const services = [Roots, RootCheck];

@Global()
@Module({ providers: services, exports: services })
export class TransparencyModule {}
