// Every migration, oldest first. One set serves both databases.

import { Vault1700000000001 } from './0001-vault';
import { Organisations1700000000010 } from './0010-organisations';
import { Access1700000000011 } from './0011-access';
import { Messages1700000000020 } from './0020-messages';
import { Engine1700000000030 } from './0030-engine';
import { BankHolidays1700000000040 } from './0040-bank-holidays';
import { DeadLetters1700000000050 } from './0050-dead-letters';
import { PublishedFigures1700000000060 } from './0060-published-figures';
import { Invitations1700000000070 } from './0070-invitations';
import { Lodging1700000000071 } from './0071-lodging';
import { OrganisationPeriods1700000000080 } from './0080-organisation-periods';
import { TimedRowsInOrder1700000000110 } from './0110-timed-rows-in-order';

export const migrations = [
  Vault1700000000001,
  Organisations1700000000010,
  Access1700000000011,
  Messages1700000000020,
  Engine1700000000030,
  BankHolidays1700000000040,
  DeadLetters1700000000050,
  PublishedFigures1700000000060,
  Invitations1700000000070,
  Lodging1700000000071,
  OrganisationPeriods1700000000080,
  TimedRowsInOrder1700000000110,
];
