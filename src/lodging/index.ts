// Cases and acts that are being written.

export { DRAFT_DAYS, Drafts, type Answers, type DraftView } from './drafts';
export { lodgingEntities } from './entities';
export { LodgingModule } from './lodging.module';
