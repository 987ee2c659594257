// A claim on messages: who holds it is the only one that sends them, while it lasts.

import type { OutboxMessage } from './entities';
import { isTemplate, wordsOf } from './templates';

const MINUTE = 60_000;
/** A sender that died with a claim loses it after this long. */
const CLAIM_LASTS = 2 * MINUTE;
/** A claim with less left than this is given back unsent: sending could outlast it, and another would send too. */
const CLAIM_NEEDED = MINUTE;
/** So many are claimed together at most. */
export const CLAIMED_TOGETHER = 500;

export type Claim = Pick<OutboxMessage, 'status' | 'nextAttemptAt'> & { claim: string };

export const newClaim = (id: string, now: Date): Claim => ({
  status: 'claimed',
  claim: id,
  nextAttemptAt: new Date(now.getTime() + CLAIM_LASTS).toISOString(),
});

/** Whether it lasts long enough for sending to end before another may take the message for lost. */
export const lastsLongEnough = (
  { nextAttemptAt }: Pick<OutboxMessage, 'nextAttemptAt'>,
  now: Date,
): boolean => Date.parse(nextAttemptAt) - now.getTime() >= CLAIM_NEEDED;

/** What is urgent goes ahead, then what was made first. */
export const inOrder = (messages: OutboxMessage[]): OutboxMessage[] =>
  messages.sort(
    (a, b) => rankOf(a) - rankOf(b) || (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0),
  );

const rankOf = ({ template }: OutboxMessage): number =>
  isTemplate(template) && wordsOf(template).urgent ? 0 : 1;
