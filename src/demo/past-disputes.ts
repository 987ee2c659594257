// Invented disputes of a past quarter, already over, so that the published figures of the demonstration show something.
// Each goes through the engine like any other: nothing is written beside it.

import { addDays, addWorkingDays, type PlainDate } from '../../workflows/calendar';
import type { Cases, OpenCase, Who } from '../engine';

export interface Area {
  council: string;
  icb: string;
  /** Of ten promises and answers, how many are late. */
  lateOfTen: number;
  /** How many disputes of each kind. */
  size: number;
}

const OPERATOR: Who = { kind: 'system', name: 'operator' };

/** Letters of the first weeks of the quarter. Call it in one transaction, with the clock at the quarter's end. */
export async function inventPastDisputes(cases: Cases, begins: PlainDate, areas: Area[]): Promise<void> {
  for (const { council, icb, lateOfTen, size } of areas) {
    for (let n = 0; n < size; n += 1) {
      const day = addWorkingDays(begins, 1 + (n % 10));
      const late = n % 10 < lateOfTen;
      const parties = { council, icb };
      await promise(cases, {
        parties,
        owedBy: n % 3 === 2 ? 'icb' : 'council',
        day,
        daysLate: late ? 3 + 4 * (n % 10) : 0,
      });
      if (n % 2 === 0) await complaint(cases, { parties, day, daysLate: late ? 2 + n : 0 });
      if (n % 3 === 0) await escalation(cases, { parties, day, daysLate: late ? 5 : 0 });
    }
  }
}

interface Past {
  parties: NonNullable<OpenCase['parties']>;
  day: PlainDate;
  daysLate: number;
}

async function promise(
  cases: Cases,
  { parties, owedBy, day, daysLate }: Past & { owedBy: 'council' | 'icb' },
): Promise<void> {
  const points = [{ key: '1', what: 'An invented promise', kind: 'mediation.agreement.no-appeal-right' }];
  const { ref, deadlines } = await open(cases, 'compliance', parties, {
    source: 'agreement',
    made: day,
    owedBy,
    points,
  });
  const due = deadlines[0]?.due ?? day;
  await send(cases, ref, 'point-kept', { point: '1' }, addDays(due, daysLate));
}

async function complaint(cases: Cases, { parties, day, daysLate }: Past): Promise<void> {
  const facts = { about: 'delay', aware: day, received: day, complaint: 'An invented complaint' };
  const { ref } = await open(cases, 'council-complaint', parties, facts);
  const acknowledged = addWorkingDays(day, 3);
  await send(cases, ref, 'acknowledged', {}, acknowledged);
  const answered = addDays(addWorkingDays(acknowledged, 10), daysLate);
  await send(cases, ref, 'stage-1-answered', { finding: 'upheld', reasons: 'Invented reasons' }, answered);
  await send(cases, ref, 'satisfied', {});
}

async function escalation(cases: Cases, { parties, day, daysLate }: Past): Promise<void> {
  const facts = {
    duty: 'An invented duty',
    owedBy: 'ICB (responsible commissioner)',
    basis: 'Invented for the demonstration',
    due: addDays(day, -1),
    escalated: day,
  };
  const { ref } = await open(cases, 'executive.icb', parties, facts, 'ICB executive lead');
  const decided = addDays(addWorkingDays(day, 9), daysLate);
  await send(cases, ref, 'declined', { reason: 'Invented reasons' }, decided);
}

const open = async (
  cases: Cases,
  route: string,
  parties: Past['parties'],
  facts: Record<string, unknown>,
  as?: OpenCase['as'],
) => (await cases.open({ route, facts, parties, ...(as ? { as } : {}) }, OPERATOR)).case;

const send = (
  cases: Cases,
  ref: string,
  type: string,
  data: Record<string, unknown>,
  occurredOn?: PlainDate,
) => cases.advance(ref, { type, data, ...(occurredOn ? { occurredOn } : {}) }, OPERATOR);
