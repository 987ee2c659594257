import { Global, Module } from '@nestjs/common';
import { Meetings } from './meetings';

@Global()
@Module({ providers: [Meetings], exports: [Meetings] })
export class MeetingsModule {}
