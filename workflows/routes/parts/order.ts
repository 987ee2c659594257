// What the SEND Tribunal can order a council to do: each point with the rule that dates it (SEND Regulations 2014 reg 44).

import { z } from 'zod';
import { choice, date, personalLine, type CaseContext, type Occurrence } from '../../kit';
import { numbered, withFirstSteps, type PointKind } from './points';

export const orderKinds = {
  'order.assess.final-plan': 'The council must assess, and then make a plan or say why not',
  'order.assess.notify': 'The council must only tell you that it will assess',
  'order.make-plan.draft': 'The council must send a draft plan',
  'order.make-plan.final': 'The council must make a plan',
  'order.reconsider': 'The council must think again',
  'order.amend-contents': 'The council must change the needs or help in the plan',
  'order.amend-placement': 'The council must change only the school',
  'order.amend-contents-and-placement': 'The council must change the needs or help, and the school',
  'order.continue-and-amend': 'The council must keep the plan and change it',
  'named.date': 'Something else, with a date in the order',
} as const satisfies Partial<Record<PointKind, string>>;

export const orderPoint = z.object({
  what: personalLine({ label: 'What must the council do?' }),
  kind: choice({ label: 'What kind of order is it?' }, orderKinds),
  by: date({ label: 'Which date does the order name, if any?' }).meta({ future: true }).optional(),
});

type Points = z.infer<typeof orderPoint>[];

/** Facts for the case that sees the order kept; none where nothing was ordered. */
export const keepingTheOrder = (
  source: 'order' | 'consent-order',
  order: Occurrence<{ points?: Points | undefined }> | undefined,
): Record<string, unknown>[] => {
  const points = numbered(withFirstSteps(order?.data.points ?? []));
  return order && points.length > 0 ? [{ source, made: order.on, owedBy: 'council', points }] : [];
};

/** A point that is only "something else" has no date unless the order names one. */
export const everyPointHasADate = (
  _c: CaseContext,
  { data }: { data: { points?: Points | undefined } },
): string | undefined =>
  (data.points ?? []).some(({ kind, by }) => kind === 'named.date' && by === undefined)
    ? 'Give the date that the order names for "something else".'
    : undefined;
