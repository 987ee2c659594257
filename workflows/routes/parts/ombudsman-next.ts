// The way on to the Local Government and Social Care Ombudsman once a council, or a panel it arranged, has decided.

import type { PlainDate } from '../../calendar';
import { event, last, type CaseContext } from '../../kit';
import { nothing } from './data';
import { from } from './days';

const FAMILY = 'parent or young person';

export const afterTheAnswer = {
  'ombudsman-asked': event({
    title: 'Go to the Ombudsman',
    past: 'The family went to the Ombudsman',
    by: [FAMILY],
    data: nothing,
  }),
  accepted: event({
    title: 'Close this: I accept the answer',
    past: 'The family accepted the answer',
    by: [FAMILY],
    data: nothing,
    interruption: 'Reminders stop. You can still go to the Ombudsman until its date.',
  }),
};

type DayOf = (c: CaseContext) => PlainDate | undefined;

/** The family's own year for the Ombudsman; `aware`: when it first knew what went wrong. */
export const ombudsmanClock = (aware: DayOf) =>
  ({
    rule: 'ombudsman.lgsco.complain',
    inputs: (c: CaseContext) => from('aware', aware(c)),
    metBy: ['ombudsman-asked', 'accepted'],
    owedBy: FAMILY,
    familyRight: true,
    ifMissed: 'The Ombudsman can still look at it if there is a good reason. Say why you are late.',
  }) as const;

/** The case with the Ombudsman; `complained`: when the council was first asked to put it right. */
export const ombudsmanCase = (aware: DayOf, complained: DayOf, answered: (c: CaseContext) => boolean) =>
  ({
    route: 'ombudsman.lgsco',
    once: true,
    facts: (c: CaseContext) => ({
      aware: aware(c) ?? c.opened,
      complained: complained(c) ?? c.opened,
      asked: last(c, 'ombudsman-asked')?.on ?? c.opened,
      answered: answered(c),
    }),
  }) as const;
