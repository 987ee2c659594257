// Does everything that is stored keep its promises?

export { Invariants, type Verified } from './invariants';
export { VerificationModule } from './verification.module';
