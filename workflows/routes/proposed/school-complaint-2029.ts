// What the consultation of 23 February 2026 would change in a school's complaint panel: a SEND specialist sits on it. A
// proposal, not law. Only `recourse simulate` and `recourse routes --diff` use it.

import { choice, event, propose } from '../../kit';
import { schoolComplaintAcademy } from '../school-complaint-academy';

const set = schoolComplaintAcademy.events['hearing-set'];
if (!set) throw new Error('The present route has no hearing to set a day for');

export const schoolComplaint2029 = propose(schoolComplaintAcademy, {
  // "From 2029" (King's Speech, 13 May 2026, Education for All Bill): the day is assumed, to have one to count from.
  effective: { from: '2029-09-01' },
  summary: 'Proposed: a specialist in special educational needs (SEND) would sit on the panel of the school.',
  law: [...schoolComplaintAcademy.law, 'PROPOSED: SEND reform consultation, February 2026; not in force'],
  events: {
    'hearing-set': event({
      ...set,
      data: set.data.extend({
        specialist: choice(
          { label: 'Does a SEND specialist sit on the panel?' },
          { yes: 'Yes, this is who hears it' },
        ),
      }),
    }),
  },
});
