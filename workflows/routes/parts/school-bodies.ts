// Who answers for a school in a disability claim (Equality Act 2010 s85(9)), and who must do what was ordered.

import { z } from 'zod';
import { date, personalLine, type CaseContext, type PartyId } from '../../kit';
import { promiseClocks, type Numbered } from './promises';

/** The responsible body of a school, in the words a family knows it by. */
export const schoolBodies = {
  governors: 'A council (maintained) school: its governing board',
  trust: 'An academy or free school: its trust',
  proprietor: 'An independent school: its owner',
  council: 'The council itself',
} as const;

export type SchoolBody = keyof typeof schoolBodies;

export const schoolParty = {
  governors: 'school governing board',
  trust: 'academy trust',
  proprietor: 'independent school proprietor',
  council: 'council SEND casework',
} as const satisfies Record<SchoolBody, PartyId>;

/** One thing that the Tribunal ordered a school to do. It names the date: no law gives one. */
export const schoolOrderPoint = z.object({
  what: personalLine({
    label: 'What must be done?',
    hint: 'For example an apology, training, a new policy.',
  }),
  by: date({ label: 'By which date?' }).meta({ future: true }),
});

/** Which body the claim is against, as conditions of a route. */
export const againstWhom = (body: (c: CaseContext) => SchoolBody) => ({
  'against governors': (c: CaseContext) => body(c) === 'governors',
  'against a trust': (c: CaseContext) => body(c) === 'trust',
  'against a proprietor': (c: CaseContext) => body(c) === 'proprietor',
});

/** A stage has one party that must act: the one of the four stages that is for this body. */
export const toTheBody = <Stage extends string>(stage: Stage) =>
  [
    { when: 'against governors', to: `${stage}-governors` },
    { when: 'against a trust', to: `${stage}-trust` },
    { when: 'against a proprietor', to: `${stage}-proprietor` },
    { to: `${stage}-council` },
  ] as const;

/** Those four stages. */
export const forEachBody = <Stage extends string, S>(stage: Stage, of: (party: PartyId) => S) =>
  ({
    [`${stage}-governors`]: of(schoolParty.governors),
    [`${stage}-trust`]: of(schoolParty.trust),
    [`${stage}-proprietor`]: of(schoolParty.proprietor),
    [`${stage}-council`]: of(schoolParty.council),
  }) as Record<`${Stage}-${SchoolBody}`, S>;

/** A clock for each point of an order that names a day. */
export const schoolOrderClocks = (
  points: (c: CaseContext) => { key: string; by?: string | undefined }[],
  party: PartyId,
  ifMissed: string,
) =>
  ({
    rules: ['named.date'],
    each: (c: CaseContext) => {
      const dated = points(c).filter((point): point is Numbered => point.by !== undefined);
      return promiseClocks(dated, 'What was ordered or agreed', party);
    },
    metBy: 'order-kept',
    ifMissed,
  }) as const;
