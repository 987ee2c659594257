// What follows each decision of the council that can be appealed: the family agrees, or goes on to mediation and appeal.

import { z } from 'zod';
import type { PlainDate } from '../../calendar';
import { choices, event, type CaseContext } from '../../kit';
import { nothing } from './data';
import { sections, type decisions } from './decision';

const FAMILY = 'parent or young person';

export interface Decided {
  decision: keyof typeof decisions;
  noticeSent: PlainDate;
}

export const agreeOrAppealEvents = (closing: string) => ({
  disagreed: event({
    title: 'I do not agree: go on to mediation and appeal',
    past: 'The family does not agree with the decision',
    by: [FAMILY],
    data: z.object({
      sections: choices(
        {
          label: 'Which parts of the plan do you disagree with?',
          hint: 'Leave this empty if there is no plan, or if the council ends it.',
        },
        sections,
      ).default([]),
    }),
  }),
  accepted: event({
    title: closing,
    past: 'The family agreed with the decision',
    by: [FAMILY],
    data: nothing,
    interruption: 'Reminders about the right to appeal stop. The right itself lasts until its date.',
  }),
});

/** The two limits of the family, from the day the letter was sent. */
export const agreeOrAppeal = (decided: (c: CaseContext) => Decided) => {
  const noticeSent = (c: CaseContext) => ({ noticeSent: decided(c).noticeSent });
  return {
    title: 'The council has decided. Do you agree?',
    responsible: FAMILY,
    duty: 'can go on to mediation and appeal',
    law: ['Children and Families Act 2014 ss45(4), 51–55', 'SEND Regulations 2014 reg 33'],
    deadlines: [
      {
        rule: 'mediation.contact',
        inputs: noticeSent,
        metBy: ['disagreed', 'accepted'],
        familyRight: true,
        ifMissed:
          'You can still ask the Tribunal to let you appeal without a certificate. Say that you disagree here.',
      },
      {
        rule: 'appeal.lodge',
        inputs: noticeSent,
        metBy: ['disagreed', 'accepted'],
        familyRight: true,
        ifMissed: 'You can still ask the Tribunal to accept a late appeal, with your reasons.',
      },
    ],
    on: {
      disagreed: 'disputed',
      accepted: 'finished',
      'missed.mediation.contact': 'stay',
      'missed.appeal.lodge': 'stay',
    },
  } as const;
};

export const disputed = (decided: (c: CaseContext) => Decided) =>
  ({
    title: 'You do not agree with the decision',
    outcome:
      'The linked case leads you through mediation information to the appeal. Mind its dates. If the council ends the plan, it must keep the plan going until the appeal is over.',
    law: ['Children and Families Act 2014 ss45(4), 51–55'],
    opens: [
      {
        route: 'mediation-information',
        facts: (c: CaseContext) => ({
          ...decided(c),
          sections:
            (c.happened.disagreed?.at(-1)?.data as { sections?: string[] } | undefined)?.sections ?? [],
        }),
      },
    ],
  }) as const;
