// What a body owes after an order, an agreement or a concession: points, each with the rule that gives its date.

import { z } from 'zod';
import type { PlainDate } from '../../calendar';
import { rules, type RuleId } from '../../law';
import { choice, date, line, personalLine, type DeadlineItem, type PartyId } from '../../kit';

/** What can be owed, in words, by the rule that dates it. A point with a date of its own has `named.date`. */
export const pointKinds = {
  'order.assess.notify': 'Tell the family that it will assess (order)',
  'order.assess.final-plan': 'Assess, then send the final plan or say why there is none (order)',
  'order.make-plan.draft': 'Send a draft plan (order)',
  'order.make-plan.final': 'Send the final plan (order)',
  'order.reconsider': 'Think again about the decision (order)',
  'order.amend-contents': 'Change the needs or help in the plan (order)',
  'order.amend-placement': 'Change only the school in the plan (order)',
  'order.amend-contents-and-placement': 'Change the needs or help, and the school (order)',
  'order.continue-and-amend': 'Keep the plan and change it (order)',
  'mediation.agreement.no-appeal-right': 'Something else that was agreed',
  'mediation.agreement.notify-authority': 'Tell the council about the agreement',
  'mediation.agreement.order.assess.notify': 'Tell the family that it will assess (agreement)',
  'mediation.agreement.order.assess.final-plan':
    'Assess, then send the final plan or say why there is none (agreement)',
  'mediation.agreement.order.make-plan.draft': 'Send a draft plan (agreement)',
  'mediation.agreement.order.make-plan.final': 'Send the final plan (agreement)',
  'mediation.agreement.order.amend-contents': 'Change the needs or help in the plan (agreement)',
  'mediation.agreement.order.amend-placement': 'Change only the school in the plan (agreement)',
  'mediation.agreement.order.reconsider': 'Think again about the decision (agreement)',
  'unopposed.assess': 'Tell the family that it will assess (the council gave way)',
  'unopposed.assess.final-plan':
    'Assess, then send the final plan or say why there is none (the council gave way)',
  'unopposed.make-plan.final': 'Send the final plan (the council gave way)',
  'unopposed.amend-contents': 'Change the needs or help in the plan (the council gave way)',
  'unopposed.amend-placement': 'Change only the school in the plan (the council gave way)',
  'unopposed.make-plan': 'Send a draft plan (the council gave way)',
  'unopposed.continue-and-amend': 'Keep the plan (the council gave way)',
  'recommendation.respond': 'Answer a recommendation of the Tribunal',
  'named.date': 'Something with a date of its own',
} as const satisfies Partial<Record<RuleId, string>>;

export type PointKind = keyof typeof pointKinds;

export const pointRules = Object.keys(pointKinds) as PointKind[];

/** One point as the compliance route holds it. */
export const owedPoint = z.object({
  key: line({ label: 'Number of the point' }),
  what: personalLine({ label: 'What must be done?' }),
  kind: choice({ label: 'What kind of point is it?' }, pointKinds),
  by: date({ label: 'By which date, if one was named?' }).meta({ future: true }).optional(),
});

export type OwedPoint = z.infer<typeof owedPoint>;

/** The clock of one point: a named date beats the computed one (SEND Regulations 2014 regs 42(5), 44(1)). */
export function clockOf({ key, kind, by }: OwedPoint, made: PlainDate, owedBy: PartyId): DeadlineItem {
  if (by !== undefined)
    return { key, title: pointKinds[kind], rule: 'named.date', inputs: { named: by }, owedBy };
  const from = rules[kind].limbs[0].from;
  return { key, title: pointKinds[kind], rule: kind, inputs: { [from]: made }, owedBy };
}

/** What must be done on the way, in a shorter time (SEND Regulations 2014 reg 44(2)(b) and (c); reg 42(2) for agreements). */
const firstSteps: Partial<Record<PointKind, PointKind>> = {
  'order.assess.final-plan': 'order.assess.notify',
  'order.make-plan.final': 'order.make-plan.draft',
  'mediation.agreement.order.assess.final-plan': 'mediation.agreement.order.assess.notify',
  'mediation.agreement.order.make-plan.final': 'mediation.agreement.order.make-plan.draft',
};

/** Points with the first step of each before it, unless it was entered, or a date was named that takes the place of both. */
export const withFirstSteps = <K extends PointKind, P extends { kind: K; by?: PlainDate | undefined }>(
  points: P[],
): (Omit<P, 'kind'> & { kind: PointKind })[] =>
  points.flatMap((point): (Omit<P, 'kind'> & { kind: PointKind })[] => {
    const first = firstSteps[point.kind];
    const entered = points.some(({ kind }) => kind === first);
    return first === undefined || entered || point.by !== undefined
      ? [point]
      : [{ ...point, kind: first }, point];
  });

/** Numbers points that were entered without one. */
export const numbered = <T extends object>(points: T[]): (T & { key: string })[] =>
  points.map((point, n) => ({ ...point, key: String(n + 1) }));
