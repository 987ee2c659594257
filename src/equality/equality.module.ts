import { Global, Module } from '@nestjs/common';
import { Equality } from './equality';

@Global()
@Module({ providers: [Equality], exports: [Equality] })
export class EqualityModule {}
