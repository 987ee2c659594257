// The way to an EHC plan: the request, the decision to assess, the advice, the draft, the final plan. A reassessment goes the
// same way with other periods. Children and Families Act 2014 ss36–40, 44; SEND Regulations 2014 regs 3–14, 23–27.

import { z } from 'zod';
import {
  all,
  choice,
  date,
  event,
  last,
  text,
  vocabulary,
  yesNo,
  type CaseContext,
  type DeadlineItem,
  type DeadlineSpec,
  type PartyId,
} from '../kit';
import { agreeOrAppeal, agreeOrAppealEvents, disputed, type Decided } from './parts/agree-or-appeal';
import { aboutPoint, nothing } from './parts/data';
import { from, notBefore } from './parts/days';
import { numbered } from './parts/points';

const FAMILY = 'parent or young person';
const COUNCIL = 'council SEND casework';
const ICB = 'ICB (responsible commissioner)';
const SOCIAL_CARE = "council children's social care";
const SCHOOL = 'school governing board';
const GIVERS = [COUNCIL, ICB, SOCIAL_CARE, SCHOOL] as const;

const facts = z.object({
  kind: choice(
    { label: 'What was asked for?' },
    { first: 'A first assessment', again: 'A new assessment: there is a plan already' },
  ).default('first'),
  requested: date({
    label: 'When did the council get the request?',
    hint: 'Or when it first learned that your child may need a plan.',
  }),
});

/** Whoever is asked for advice has the same six weeks. */
const givers = {
  icb: { name: 'Health (the ICB)', party: ICB },
  'social-care': { name: 'Social care', party: SOCIAL_CARE },
  school: { name: 'The school, nursery or college', party: SCHOOL },
  psychologist: { name: "The council's psychologist", party: COUNCIL },
} as const satisfies Record<string, { name: string; party: PartyId }>;

const giver = (label: string) =>
  choice(
    { label },
    {
      icb: givers.icb.name,
      'social-care': givers['social-care'].name,
      school: givers.school.name,
      psychologist: givers.psychologist.name,
    },
  );

const letterSent = 'When was the letter sent?';
const RIGHT_TO_APPEAL = 'The family gets a right to appeal. Your letter must say so.';
const theRequest = { requested: 'the request' };

const events = {
  'assessment-agreed': event({
    title: 'Agree to assess',
    past: 'The council agreed to assess',
    when: letterSent,
    by: [COUNCIL, FAMILY],
    data: nothing,
    check: notBefore('The decision', theRequest),
  }),
  'assessment-refused': event({
    title: 'Refuse to assess, with reasons',
    past: 'The council refused to assess',
    when: letterSent,
    by: [COUNCIL, FAMILY],
    data: nothing,
    interruption: RIGHT_TO_APPEAL,
    check: notBefore('The decision', theRequest),
  }),
  'advice-asked': event({
    title: 'Record that advice was asked for',
    past: 'The council asked for advice',
    when: 'When was it asked for?',
    by: [COUNCIL, FAMILY],
    data: z.object({ from: giver('Who was asked?') }),
    check: notBefore('It', theRequest),
  }),
  'advice-given': event({
    title: 'Say that the advice was given',
    past: 'Advice was given',
    when: 'When did the council get it?',
    by: [...GIVERS, FAMILY],
    data: aboutPoint,
    check: (c: CaseContext, { data }) =>
      numbered(c.happened['advice-asked'] ?? []).some(({ key }) => key === data.point)
        ? undefined
        : 'Nobody was asked for this advice. Choose one from the list.',
  }),
  excused: event({
    title: 'Say why the time cannot be kept',
    past: 'The council gave a reason why it cannot keep the time',
    by: [COUNCIL],
    data: z.object({
      why: choice(
        { label: 'Which reason of the Regulations is it?', hint: 'No other reason counts.' },
        {
          closed: 'The school was closed for four weeks or more when it was asked',
          personal: 'Exceptional personal circumstances of the family',
          absent: 'The family was away for four weeks or more',
          appointment: 'An appointment was missed',
        },
      ),
      reason: text({ label: 'What happened?', hint: 'The family will read it.' }),
    }),
  }),
  'plan-refused': event({
    title: 'Decide after the assessment: no plan',
    past: 'The council decided that no plan is needed',
    when: letterSent,
    by: [COUNCIL, FAMILY],
    data: nothing,
    interruption: `It is due within 16 weeks of the request. ${RIGHT_TO_APPEAL}`,
    check: notBefore('The decision', { 'assessment-agreed': 'the decision to assess' }),
  }),
  'draft-sent': event({
    title: 'Send the draft plan',
    past: 'The council sent the draft plan',
    when: 'When was the draft sent?',
    by: [COUNCIL, FAMILY],
    data: z.object({
      served: date({
        label: 'When did the family receive it?',
        hint: 'Leave it out if it was on the same day.',
      }).optional(),
    }),
    check: (c: CaseContext, { on, data }) =>
      notBefore('The draft', { 'assessment-agreed': 'the decision to assess' })(c, { on }) ??
      (data.served !== undefined && data.served < on
        ? 'The draft cannot arrive before it was sent.'
        : undefined),
  }),
  'comments-sent': event({
    title: 'Send your comments, and the school you ask for',
    past: 'The family commented on the draft',
    by: [FAMILY],
    data: z.object({
      comments: text({ label: 'What is wrong or missing?' }).optional(),
      meeting: yesNo({ label: 'Do you ask for a meeting with the council?' }).default(false),
    }),
    check: notBefore('Your comments', { 'draft-sent': 'the draft' }),
  }),
  'final-plan': event({
    title: 'Send the final plan',
    past: 'The council sent the final plan',
    when: 'When was the final plan sent?',
    by: [COUNCIL, FAMILY],
    data: nothing,
    interruption: RIGHT_TO_APPEAL,
    check: notBefore('The final plan', { 'draft-sent': 'the draft' }),
  }),
  ...agreeOrAppealEvents('I agree: close this'),
  stopped: event({
    title: 'Do not follow this any more',
    past: 'The family stopped following the assessment',
    by: [FAMILY],
    data: nothing,
    interruption: 'Reminders stop. The council must still keep its times.',
  }),
};

type C = CaseContext<z.infer<typeof facts>, typeof events>;
type Deadlines = readonly DeadlineSpec<C, typeof events>[];

const adviceClocks = (c: C): DeadlineItem[] => {
  const given = new Set(all(c, 'advice-given').map(({ data }) => data.point));
  return numbered(all(c, 'advice-asked'))
    .filter(({ key }) => !given.has(key))
    .map(({ key, on, data }) => ({
      key,
      title: givers[data.from].name,
      rule: 'ehc.health-advice',
      inputs: { requested: on },
      owedBy: givers[data.from].party,
    }));
};

/** What can be appealed, and the day on which its letter was sent. */
function decisionOf(c: C): Decided {
  const again = c.facts.kind === 'again';
  const plan = last(c, 'final-plan');
  if (plan) return { decision: 'contents', noticeSent: plan.on };
  const none = last(c, 'plan-refused');
  if (none) return { decision: again ? 'cease' : 'refuse-to-issue', noticeSent: none.on };
  return {
    decision: again ? 'refuse-to-reassess' : 'refuse-to-assess',
    noticeSent: last(c, 'assessment-refused')?.on ?? c.opened,
  };
}

const words = vocabulary({ facts, events });

const NO_APPEAL_YET =
  'You can complain to the council, and then to the Ombudsman. The right to appeal comes only with the decision.';

const first = (c: C) => c.facts.kind === 'first';

const untilTheFinalPlan: Deadlines = [
  {
    rule: 'ehc.plan.final',
    inputs: (c) => ({ requested: c.facts.requested }),
    while: first,
    metBy: ['final-plan', 'plan-refused', 'assessment-refused'],
    owedBy: COUNCIL,
    ifMissed: NO_APPEAL_YET,
  },
  {
    rule: 'ehc.reassess.final',
    inputs: (c) => from('reassessmentNotice', first(c) ? undefined : last(c, 'assessment-agreed')?.on),
    metBy: ['final-plan', 'plan-refused'],
    owedBy: COUNCIL,
    ifMissed: NO_APPEAL_YET,
  },
  {
    rules: ['ehc.health-advice'],
    each: adviceClocks,
    metBy: 'advice-given',
    ifMissed:
      'Ask the council to chase it, and complain to whoever is late. The 20 weeks of the council run on all the same.',
  },
];

const missed = {
  'missed.ehc.plan.final': 'stay',
  'missed.ehc.reassess.final': 'stay',
  'missed.ehc.health-advice': 'stay',
} as const;

export const ehcAssessment = words.defineRoute({
  id: 'ehc-assessment',
  effective: { from: '2014-09-01' },
  title: 'Assessment and plan: the 20 weeks',
  summary:
    'From the request to the final EHC plan: the council decides within 6 weeks whether to assess, and finishes within 20. Here you follow its dates and those of everyone who gives advice. Each decision gives you a right to appeal. Following the dates here stops no other date.',
  law: ['Children and Families Act 2014 ss36–40, 44', 'SEND Regulations 2014 regs 3–14, 23–27'],
  decidedOn: (f) => f.requested,
  initial: 'deciding',
  throughout: { on: { stopped: 'stopped' } },
  stages: {
    deciding: {
      title: 'The council must decide whether to assess',
      responsible: COUNCIL,
      duty: 'must tell you whether it will assess, and if not, why',
      law: ['Children and Families Act 2014 s36', 'SEND Regulations 2014 regs 4–5, 25'],
      deadlines: [
        {
          rule: 'ehc.assess.decide',
          inputs: (c) => ({ requested: c.facts.requested }),
          while: first,
          metBy: ['assessment-agreed', 'assessment-refused'],
          ifMissed: NO_APPEAL_YET,
        },
        {
          rule: 'ehc.reassess.decide',
          inputs: (c) => ({ requested: c.facts.requested }),
          while: (c) => !first(c),
          metBy: ['assessment-agreed', 'assessment-refused'],
          ifMissed: NO_APPEAL_YET,
        },
      ],
      on: {
        'assessment-agreed': 'assessing',
        'assessment-refused': 'appeal',
        excused: 'stay',
        'missed.ehc.assess.decide': 'stay',
        'missed.ehc.reassess.decide': 'stay',
      },
    },
    assessing: {
      title: 'Your child is being assessed',
      responsible: COUNCIL,
      duty: 'must ask everyone for advice and send a draft plan, or tell you within 16 weeks of the request that there will be none',
      law: ['SEND Regulations 2014 regs 6–10, 13', 'SEND Code of Practice 2015, 9.39–9.44'],
      deadlines: untilTheFinalPlan,
      on: {
        'advice-asked': 'stay',
        'advice-given': 'stay',
        excused: 'stay',
        'plan-refused': 'appeal',
        'draft-sent': 'draft',
        ...missed,
      },
    },
    draft: {
      title: 'You have the draft plan',
      responsible: COUNCIL,
      duty: 'must hear what you say about the draft, ask the school you want, and send the final plan',
      law: ['Children and Families Act 2014 ss38–40', 'SEND Regulations 2014 regs 13–14'],
      deadlines: [
        {
          rule: 'ehc.draft.representations',
          inputs: (c) => {
            const sent = last(c, 'draft-sent');
            return from('served', sent?.data.served ?? sent?.on);
          },
          while: (c) => last(c, 'comments-sent') === undefined,
          metBy: ['comments-sent', 'final-plan'],
          owedBy: FAMILY,
          familyRight: true,
          ifMissed: 'Send your comments all the same, at once. The council may finish the plan without them.',
        },
        ...untilTheFinalPlan,
      ],
      on: {
        'draft-sent': 'stay',
        'comments-sent': 'stay',
        'advice-given': 'stay',
        excused: 'stay',
        'final-plan': 'appeal',
        'missed.ehc.draft.representations': 'stay',
        ...missed,
      },
    },
    appeal: agreeOrAppeal((c) => decisionOf(c as C)),
    disputed: disputed((c) => decisionOf(c as C)),
    finished: {
      title: 'You agreed with the decision',
      outcome:
        'If there is a plan, the council must do what it says from now on, and review it within a year.',
    },
    stopped: {
      title: 'You stopped following the assessment',
      outcome: 'The council must still keep its times. A right to appeal lasts until its own date.',
    },
  },
});
