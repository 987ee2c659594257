// Who answers for a school in a disability claim (Equality Act 2010 s85(9)), and who must do what was ordered.

import { z } from 'zod';
import { date, personalLine, type PartyId } from '../../kit';

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
