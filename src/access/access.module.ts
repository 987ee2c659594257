import { Global, Module } from '@nestjs/common';
import { Invitations } from './invitations';
import { Operators } from './operators';
import { Parts } from './parts';
import { People } from './people';
import { ReadLog } from './read-log';
import { Sessions } from './sessions';
import { SignIn } from './sign-in';
import { Tokens } from './tokens';

const services = [People, Parts, Invitations, Sessions, Tokens, SignIn, ReadLog, Operators];

@Global()
@Module({ providers: services, exports: services })
export class AccessModule {}
