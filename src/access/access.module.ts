import { Global, Module } from '@nestjs/common';
import { Authenticators } from './authenticators';
import { Challenges } from './challenges';
import { EmailChanges } from './email-changes';
import { Invitations } from './invitations';
import { Limits } from './limits';
import { Operators } from './operators';
import { Parts } from './parts';
import { Passkeys } from './passkeys';
import { People } from './people';
import { ReadLog } from './read-log';
import { Sessions } from './sessions';
import { SignIn } from './sign-in';
import { Tokens } from './tokens';
import { WorkSignIn } from './work-sign-in';

const services = [
  People,
  Parts,
  Invitations,
  Sessions,
  Limits,
  Challenges,
  Tokens,
  SignIn,
  Authenticators,
  Passkeys,
  WorkSignIn,
  EmailChanges,
  ReadLog,
  Operators,
];

@Global()
@Module({ providers: services, exports: services })
export class AccessModule {}
