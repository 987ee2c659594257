// Cases and acts that are being written, and what is kept about reaching their writers.

export {
  asOthersRead,
  ContactSafeties,
  hiddenFrom,
  needsToPlan,
  waysToReach,
  type SafetyAnswers,
} from './contact-safety';
export { DRAFT_DAYS, Drafts, type Answers, type DraftView } from './drafts';
export { lodgingEntities } from './entities';
export { LodgingModule } from './lodging.module';
export { Sending, type ToSend } from './sending';
