// Every table of every feature, for the two databases to know.

import { accessEntities } from './access';
import { approvalEntities } from './approvals';
import { bankHolidayEntities } from './bank-holidays';
import { caseloadEntities } from './caseload';
import { contactLogEntities } from './contact-log';
import { documentEntities } from './documents';
import { engineEntities } from './engine';
import { equalityEntities } from './equality';
import { exchangeEntities } from './exchange';
import { lodgingEntities } from './lodging';
import { meetingEntities } from './meetings';
import { messageEntities } from './messages';
import { organisationEntities } from './organisations';
import { privacyEntities } from './privacy';
import { reminderEntities } from './reminders';
import { reportingEntities } from './reporting';
import { uploadEntities } from './uploads';
import { transparencyEntities } from './transparency';
import { vaultEntities } from './vault';
import { verificationEntities } from './verification';
import { webhookEntities } from './webhooks';
import { workerEntities } from './worker';

export const entities = [
  ...vaultEntities,
  ...organisationEntities,
  ...accessEntities,
  ...messageEntities,
  ...bankHolidayEntities,
  ...reminderEntities,
  ...webhookEntities,
  ...engineEntities,
  ...documentEntities,
  ...workerEntities,
  ...reportingEntities,
  ...equalityEntities,
  ...lodgingEntities,
  ...uploadEntities,
  ...privacyEntities,
  ...transparencyEntities,
  ...contactLogEntities,
  ...meetingEntities,
  ...caseloadEntities,
  ...approvalEntities,
  ...exchangeEntities,
  ...verificationEntities,
];
