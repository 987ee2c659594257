// Who people are, what they may do, and who has read what.

export { AccessModule } from './access.module';
export { Authenticators } from './authenticators';
export { EmailChanges } from './email-changes';
export { accessEntities, type Dispute, type Participation, type Person, type Scope } from './entities';
export { Invitations, type HelperScope, type InvitationView } from './invitations';
export { Operators, type OperatorActView } from './operators';
export { isWhole, Parts, reaches, toldKey, type Concerned, type Part } from './parts';
export { Passkeys } from './passkeys';
export { People, type StaffMember } from './people';
export { ReadLog } from './read-log';
export { Sessions, type OpenSession, type SignedIn } from './sessions';
export { SignIn } from './sign-in';
export { WorkSignIn } from './work-sign-in';
export { scopes, Tokens, type TokenHolder, type TokenScope } from './tokens';
