// Every table of every feature, for the two databases to know.

import { accessEntities } from './access';
import { bankHolidayEntities } from './bank-holidays';
import { documentEntities } from './documents';
import { engineEntities } from './engine';
import { exchangeEntities } from './exchange';
import { lodgingEntities } from './lodging';
import { messageEntities } from './messages';
import { organisationEntities } from './organisations';
import { reminderEntities } from './reminders';
import { reportingEntities } from './reporting';
import { vaultEntities } from './vault';
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
  ...lodgingEntities,
  ...exchangeEntities,
];
