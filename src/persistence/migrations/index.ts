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
import { SchoolTerms1700000000100 } from './0100-school-terms';
import { TimedRowsInOrder1700000000110 } from './0110-timed-rows-in-order';
import { StateHash1700000000120 } from './0120-state-hash';
import { Transparency1700000000121 } from './0121-transparency';
import { Channels1700000000130 } from './0130-channels';
import { Webhooks1700000000131 } from './0131-webhooks';
import { CalendarFeeds1700000000132 } from './0132-calendar-feeds';
import { ActDrafts1700000000140 } from './0140-act-drafts';
import { Desk1700000000141 } from './0141-desk';
import { FormsAndSafety1700000000150 } from './0150-forms-and-safety';
import { Uploads1700000000160 } from './0160-uploads';
import { Identity1700000000161 } from './0161-identity';
import { Privacy1700000000162 } from './0162-privacy';
import { PaperWordings1700000000170 } from './0170-paper-wordings';
import { BoardReports1700000000171 } from './0171-board-reports';
import { ImportedCases1700000000180 } from './0180-imported-cases';
import { Operators1700000000190 } from './0190-operators';
import { VerifyByCase1700000000191 } from './0191-verify-by-case';
import { WebhookEventsInOrder1700000000200 } from './0200-webhook-events-in-order';
import { RowSecurity1700000000210 } from './0210-row-security';
import { NarrowMemberships1700000000220 } from './0220-narrow-memberships';
import { OnePlaceForForms1700000000221 } from './0221-one-place-for-forms';
import { Equality1700000000222 } from './0222-equality';
import { Verifications1700000000230 } from './0230-verifications';
import { ReceiptsTold1700000000250 } from './0250-receipts-told';
import { DraftDocuments1700000000260 } from './0260-draft-documents';
import { WorklistInOneIndex1700000000270 } from './0270-worklist-in-one-index';
import { Approvals1700000000290 } from './0290-approvals';
import { LateAfterTheLastDay1700000000310 } from './0310-late-after-the-last-day';

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
  SchoolTerms1700000000100,
  TimedRowsInOrder1700000000110,
  StateHash1700000000120,
  Transparency1700000000121,
  Channels1700000000130,
  Webhooks1700000000131,
  CalendarFeeds1700000000132,
  ActDrafts1700000000140,
  Desk1700000000141,
  FormsAndSafety1700000000150,
  Uploads1700000000160,
  Identity1700000000161,
  Privacy1700000000162,
  PaperWordings1700000000170,
  BoardReports1700000000171,
  ImportedCases1700000000180,
  Operators1700000000190,
  VerifyByCase1700000000191,
  WebhookEventsInOrder1700000000200,
  RowSecurity1700000000210,
  NarrowMemberships1700000000220,
  OnePlaceForForms1700000000221,
  Equality1700000000222,
  Verifications1700000000230,
  ReceiptsTold1700000000250,
  DraftDocuments1700000000260,
  WorklistInOneIndex1700000000270,
  Approvals1700000000290,
  LateAfterTheLastDay1700000000310,
];
