import { Global, Module } from '@nestjs/common';
import { Drafts } from './drafts';

@Global()
@Module({ providers: [Drafts], exports: [Drafts] })
export class LodgingModule {}
