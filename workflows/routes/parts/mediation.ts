// What mediation by the council and mediation by the ICB have in common: the meeting, the agreement and its points.

import { z } from 'zod';
import {
  choice,
  date,
  event,
  last,
  line,
  list,
  personalLine,
  text,
  yesNo,
  type CaseContext,
} from '../../kit';
import { nothing, withReason } from './data';
import { notBefore } from './days';
import { decisions } from './decision';
import { numbered, withFirstSteps, type pointKinds } from './points';

const agreementKinds = {
  'mediation.agreement.order.assess.final-plan': 'Assess the child, and then make a plan or say why not',
  'mediation.agreement.order.make-plan.final': 'Make a plan',
  'mediation.agreement.order.amend-contents': 'Change the needs or help in the plan',
  'mediation.agreement.order.amend-placement': 'Change only the school in the plan',
  'mediation.agreement.order.reconsider': 'Think again about the decision',
  'mediation.agreement.no-appeal-right': 'Something else',
  'named.date': 'Something with a date of its own, agreed in writing',
} as const satisfies Partial<Record<keyof typeof pointKinds, string>>;

const agreementPoint = z.object({
  what: personalLine({ label: 'What was agreed?', hint: 'One promise for each point.' }),
  owedBy: choice({ label: 'Who will do it?' }, { council: 'The council', icb: 'The ICB' }),
  kind: choice({ label: 'What kind of promise is it?' }, agreementKinds),
  by: date({ label: 'By which date, if you agreed one in writing?' }).meta({ future: true }).optional(),
});

export type AgreementPoint = z.infer<typeof agreementPoint>;

export const mediationBasics = {
  decision: choice({ label: 'What did the council decide?' }, decisions).optional(),
  noticeSent: date({ label: 'When was the decision letter sent?' }).optional(),
};

/**
 * The day from which the council has its time: the wish is told to it, or to whoever its letter names (SEND Regulations
 * 2014 reg 32(e) and (f)). Where nobody says when, it hears of it from this case, on the day the case is opened.
 */
export const authorityInformed = (c: CaseContext<{ authorityInformed?: string | undefined }>) => ({
  authorityInformed: c.facts.authorityInformed ?? c.opened,
});

const BY_MEDIATION = ['mediation adviser', 'mediator'] as const;

export const mediationEvents = {
  'meeting-arranged': event({
    title: 'Record the meeting',
    past: 'A mediation meeting was arranged',
    when: 'When was it arranged?',
    by: [...BY_MEDIATION, 'council SEND casework', 'ICB (responsible commissioner)'],
    data: z.object({
      meeting: date({ label: 'What day is the meeting?' }).meta({ future: true }),
      venue: choice(
        { label: 'Where is it?' },
        { online: 'Online', 'in-person': 'In person', phone: 'By phone' },
      ),
      authority: yesNo({
        label: 'Is someone coming who can settle the issues for the body?',
        hint: 'The law asks for this (SEND Regulations 2014 reg 38).',
      }),
      needs: text({ label: 'What does anyone need to take part?' }).optional(),
    }),
  }),
  'cannot-arrange': event({
    title: 'Say that mediation cannot be arranged in time',
    past: 'The adviser was told that mediation cannot be arranged in time',
    when: 'When was the adviser told?',
    by: ['council SEND casework', 'ICB (responsible commissioner)', 'mediation adviser'],
    data: withReason('Why can it not be arranged in time?'),
    interruption: 'The family will get a certificate as if mediation had taken place, and can appeal.',
  }),
  'mediation-held': event({
    title: 'Record that the meeting took place',
    past: 'The mediation meeting took place',
    when: 'When did it take place?',
    by: [...BY_MEDIATION],
    data: z.object({
      attended: yesNo({ label: 'Did someone come who could settle the issues?' }),
      views: yesNo({ label: "Were the child's or young person's views heard?" }),
    }),
  }),
  'agreement-recorded': event({
    title: 'Record the agreement',
    past: 'An agreement was reached in mediation and written down',
    paper: 'agreement',
    when: 'What is the date of the agreement?',
    by: [...BY_MEDIATION],
    data: z.object({ points: list({ label: 'What was agreed?', hint: 'Up to 50 points.' }, agreementPoint) }),
    interruption: 'The dates for each promise run from the date of the agreement. Everyone will see them.',
  }),
  'no-agreement': event({
    title: 'Record that there was no agreement',
    past: 'Mediation ended without agreement',
    when: 'When did it end?',
    by: [...BY_MEDIATION],
    data: nothing,
  }),
  'certificate-issued': event({
    title: 'Issue the certificate',
    past: 'The mediation certificate was issued',
    paper: 'certificate',
    when: 'What is the date of the certificate?',
    by: ['mediation adviser', 'mediator'],
    data: nothing,
  }),
  'family-withdrew': event({
    title: 'Stop mediation',
    past: 'The family stopped mediation',
    by: ['parent or young person'],
    data: nothing,
    interruption: 'You can still appeal. The adviser must send you a certificate if you ask for one.',
  }),
  'note-added': event({
    title: 'Add a note to the history',
    past: 'A note was added',
    by: [
      ...BY_MEDIATION,
      'parent or young person',
      'council SEND casework',
      'ICB (responsible commissioner)',
    ],
    data: z.object({ subject: line({ label: 'What is it about?' }), note: text({ label: 'Your note' }) }),
  }),
};

/** The council passes on the issues of health care (Children and Families Act 2014 s53). */
export const icbTold = event({
  title: 'Record that the ICB was told',
  past: 'The council told the ICB about the health issues',
  when: 'When was the ICB told?',
  by: ['council SEND casework', 'mediation adviser', 'ICB (responsible commissioner)'],
  data: nothing,
  check: notBefore('Telling the ICB', { authorityInformed: 'the day the council was told' }),
});

type C = CaseContext<unknown, typeof mediationEvents>;

/** Facts for one compliance case for each body that owes something under the agreement. */
export function complianceOf(c: C, alsoNotifyCouncil = false): Record<string, unknown>[] {
  const agreement = last(c, 'agreement-recorded');
  if (!agreement) return [];
  const owed = (body: 'council' | 'icb') =>
    withFirstSteps(
      agreement.data.points
        .filter(({ owedBy }) => owedBy === body)
        .map(({ what, kind, by }) => ({ what, kind, ...(by ? { by } : {}) })),
    );
  const notify = {
    what: 'Tell the council about the agreement',
    kind: 'mediation.agreement.notify-authority',
  };
  return (['council', 'icb'] as const)
    .map((body) => {
      const points = [...owed(body), ...(body === 'icb' && alsoNotifyCouncil ? [notify] : [])];
      return { source: 'agreement', made: agreement.on, owedBy: body, points: numbered(points) };
    })
    .filter(({ points }) => points.length > 0);
}

/** Tells the information case that mediation is over and which certificate follows. */
export const certificateTold = {
  route: 'mediation-information' as const,
  event: 'certificate-issued',
  on: (c: C) => last(c, 'certificate-issued')?.on ?? c.opened,
};

export const dayOf = (c: C, type: keyof typeof mediationEvents): string | undefined => last(c, type)?.on;
