import { Global, Module } from '@nestjs/common';
import { Demo } from './demo';

@Global()
@Module({ providers: [Demo], exports: [Demo] })
export class DemoModule {}
