// What the consultation "SEND reform: putting children and young people first" (23 February 2026) would change in the
// appeal, as far as it can be said: a proposal, not law. Only `recourse simulate` and `recourse routes --diff` use it.

import { z } from 'zod';
import { choice, date, event, list, personalLine, propose, type CaseContext } from '../../kit';
import { tribunalAppeal } from '../tribunal-appeal';
import { orderKinds } from '../parts/order';

/** The school would go back to the council: the Tribunal would no longer name it. */
const {
  'order.amend-placement': _school,
  'order.amend-contents-and-placement': _both,
  ...kindsThatStay
} = orderKinds;

const orderPoint = z.object({
  what: personalLine({ label: 'What must the council do?' }),
  kind: choice({ label: 'What kind of order is it?' }, kindsThatStay),
  by: date({ label: 'Which date does the order name, if any?' }).meta({ future: true }).optional(),
});

const present = tribunalAppeal.events;
const points = list({ label: 'What was ordered?' }, orderPoint);

export const tribunalAppeal2029 = propose(tribunalAppeal, {
  // "From 2029" (King's Speech, 13 May 2026, Education for All Bill): the day is assumed, to have one to count from.
  effective: { from: '2029-09-01' },
  summary:
    'Proposed: mediation comes first for every appeal. The Tribunal could change the needs and help in a plan, but the council would name the school.',
  law: [...tribunalAppeal.law, 'PROPOSED: SEND reform consultation, February 2026; not in force'],
  guards: {
    // Stronger mediation: the certificate would be needed for an appeal about the school alone, too.
    'a certificate is needed': (c: CaseContext) =>
      c.happened['certificate-received'] === undefined &&
      (c.facts as { certificateIssued?: string }).certificateIssued === undefined,
  },
  events: {
    'order-made': event({
      ...(present['order-made'] as NonNullable<(typeof present)[string]>),
      data: (present['order-made'] as NonNullable<(typeof present)[string]>).data.extend({ points }),
    }),
    'consent-order': event({
      ...(present['consent-order'] as NonNullable<(typeof present)[string]>),
      data: (present['consent-order'] as NonNullable<(typeof present)[string]>).data.extend({ points }),
    }),
  },
});
