// Every table of every feature, for the two databases to know.

import { accessEntities } from './access';
import { bankHolidayEntities } from './bank-holidays';
import { engineEntities } from './engine';
import { lodgingEntities } from './lodging';
import { messageEntities } from './messages';
import { organisationEntities } from './organisations';
import { reminderEntities } from './reminders';
import { reportingEntities } from './reporting';
import { transparencyEntities } from './transparency';
import { vaultEntities } from './vault';
import { workerEntities } from './worker';

export const entities = [
  ...vaultEntities,
  ...organisationEntities,
  ...accessEntities,
  ...messageEntities,
  ...bankHolidayEntities,
  ...reminderEntities,
  ...engineEntities,
  ...workerEntities,
  ...reportingEntities,
  ...lodgingEntities,
  ...transparencyEntities,
];
