import { Global, Module } from '@nestjs/common';
import { Cases } from './cases';
import { Links } from './links';
import { Timekeeper } from './timekeeper';
import { Verifier } from './verifier';

const services = [Cases, Links, Timekeeper, Verifier];

@Global()
@Module({ providers: services, exports: services })
export class EngineModule {}
