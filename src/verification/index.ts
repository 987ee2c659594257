// Does everything that is stored keep its promises?

export { Invariants, type Verified } from './invariants';
export { verificationEntities, type Verification } from './entities';
export { VerificationModule } from './verification.module';
export { Verifications } from './verifications';
