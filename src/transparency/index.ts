// The root of every day over all journals, and the proof that a case is in it.

export { transparencyEntities } from './entities';
export { RootCheck } from './root-check';
export { Roots, type Inclusion, type PublishedDay } from './roots';
export { TransparencyModule } from './transparency.module';
