// How long each kind of data is kept, why so long, and from when it is counted. An operator may set other lengths.

export interface RetentionClass {
  title: string;
  /** Kept so many days where the operator says nothing. */
  days: number;
  /** An operator may not go below. */
  atLeast: number;
  from: string;
  why: string;
}

export const retentionClasses = {
  dispute: {
    title: 'Personal text, documents and messages of a dispute whose cases are all over',
    days: 2192,
    atLeast: 365,
    from: 'the last step in any of its cases',
    why: 'Claims can be brought for six years (Limitation Act 1980, sections 2, 5 and 9); then it is no longer needed (UK GDPR article 5(1)(e))',
  },
  account: {
    title: 'Accounts without a dispute and without a part in an organisation',
    days: 731,
    atLeast: 90,
    from: 'the last time somebody signed in',
    why: 'Nothing is asked of it any more (UK GDPR article 5(1)(e))',
  },
  draft: {
    title: 'Cases that were begun and not sent',
    days: 90,
    atLeast: 1,
    from: 'the last change',
    why: 'Long enough for save and return; nobody else has seen it',
  },
  message: {
    title: 'Messages that were sent, and those nobody would take',
    days: 365,
    atLeast: 30,
    from: 'the day it was made',
    why: 'Shows that a notice was sent while that can be disputed; it holds no personal text',
  },
  session: {
    title: 'Where people were signed in',
    days: 90,
    atLeast: 1,
    from: 'the day it began',
    why: 'To find out about misuse',
  },
  answer: {
    title: 'Answers kept for requests that are sent again',
    days: 30,
    atLeast: 1,
    from: 'the day it was given',
    why: 'Nobody repeats a request after that',
  },
} as const satisfies Record<string, RetentionClass>;

export type RetentionId = keyof typeof retentionClasses;

export const retentionIds = Object.keys(retentionClasses) as RetentionId[];

/** @throws Error in one clear sentence for a class there is not, or a length that is too short */
export function retentionDays(set: Record<string, number>): Record<RetentionId, number> {
  for (const [id, days] of Object.entries(set)) {
    if (!Object.hasOwn(retentionClasses, id))
      throw new Error(`RECOURSE_RETENTION: there is no class ${id}; there are ${retentionIds.join(', ')}`);
    const { atLeast } = retentionClasses[id as RetentionId];
    if (!Number.isInteger(days) || days < atLeast)
      throw new Error(`RECOURSE_RETENTION: ${id} must be a whole number of days, at least ${atLeast}`);
  }
  return Object.fromEntries(retentionIds.map((id) => [id, set[id] ?? retentionClasses[id].days])) as Record<
    RetentionId,
    number
  >;
}
