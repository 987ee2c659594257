// A complaint about a mediator, an adviser or their service: the provider's own procedure, then whoever pays for it.
// Children and Families Act 2014 ss52–56, 60; SEND Regulations 2014 regs 40–41.

import { z } from 'zod';
import { choice, date, event, last, text, vocabulary, type CaseContext } from '../kit';
import { nothing } from './parts/data';
import { notBefore } from './parts/days';
import { numbered } from './parts/points';
import { promiseKept, promises, promisesAhead, promisesOwed, type Numbered } from './parts/promises';

const FAMILY = 'parent or young person';
const PROVIDER = 'mediation provider';

const facts = z.object({
  about: choice(
    { label: 'What is it about?' },
    {
      confidence: 'Something I said in private was passed on',
      bias: 'The mediator took sides',
      late: 'The certificate or the meeting is late',
      access: 'We could not take part as we needed',
      conduct: 'How we were treated',
      other: 'Something else',
    },
  ),
  aware: date({ label: 'When did it happen, or when did you learn of it?' }),
  received: date({
    label: 'When did you complain to the provider?',
    hint: 'Use today if you are sending it now.',
  }),
  arrangedBy: choice(
    { label: 'Who arranged the mediation?' },
    { council: 'The council', icb: 'The ICB (a disagreement about health alone)' },
  ),
  complaint: text({ label: 'What happened?' }),
});

const events = {
  acknowledged: event({
    title: 'Acknowledge the complaint',
    past: 'The provider acknowledged the complaint',
    paper: 'acknowledgement',
    when: 'When was it acknowledged?',
    by: [PROVIDER, FAMILY],
    data: nothing,
    check: notBefore('The acknowledgement', { received: 'the complaint' }),
  }),
  answered: event({
    title: 'Answer the complaint',
    past: 'The provider answered the complaint',
    paper: 'reply',
    when: 'When was the answer received?',
    by: [PROVIDER, FAMILY],
    data: z.object({
      finding: choice(
        { label: 'What is the finding?' },
        { upheld: 'Upheld', 'partly-upheld': 'Partly upheld', 'not-upheld': 'Not upheld' },
      ),
      reasons: text({ label: 'What are the reasons?' }).optional(),
      promises: promises.optional(),
    }),
    check: (c: CaseContext, { on, data }) =>
      notBefore('The answer', { received: 'the complaint', acknowledged: 'the acknowledgement' })(c, {
        on,
      }) ?? promisesAhead(on, data.promises),
  }),
  'promise-kept': promiseKept([PROVIDER, FAMILY], (c) => made(c)),
  'commissioner-asked': event({
    title: 'Go to whoever pays for the service',
    past: 'The family complained to the body that pays for the service',
    by: [FAMILY],
    data: nothing,
    check: notBefore('This', { received: 'the complaint' }),
  }),
  satisfied: event({
    title: 'Close the complaint: I am content',
    past: 'The family closed the complaint',
    by: [FAMILY],
    data: nothing,
    interruption: 'Reminders stop. You can still complain to the council or the ICB.',
  }),
};

type C = CaseContext<z.infer<typeof facts>, typeof events>;

const made = (c: CaseContext): Numbered[] => numbered(last(c as C, 'answered')?.data.promises ?? []);

const words = vocabulary({
  facts,
  events,
  guards: { 'the ICB arranged it': (c: C) => c.facts.arrangedBy === 'icb' },
});

const LAW = ["The provider's own complaints procedure", 'SEND Regulations 2014 regs 40–41'];
const NEXT = 'You can go to the council or ICB that pays for the service.';

export const providerComplaintMediation = words.defineRoute({
  id: 'provider-complaint.mediation',
  effective: { from: '2014-09-01' },
  title: 'Complaint about the mediator or the mediation service',
  summary:
    'The provider looks at how its mediator or adviser acted; then the council or ICB that pays for the service. It cannot change the decision about your child, and it never stops the date of an appeal. A late certificate is no reason to wait: you can ask the Tribunal to let you appeal without it.',
  law: ['Children and Families Act 2014 ss52–56', ...LAW],
  decidedOn: (f) => f.received,
  initial: 'received',
  throughout: { on: { satisfied: 'closed' } },
  stages: {
    received: {
      title: 'The provider should acknowledge your complaint',
      responsible: PROVIDER,
      duty: 'should acknowledge the complaint and send you its procedure',
      law: LAW,
      deadlines: [
        {
          rule: 'provider-complaint.acknowledge',
          inputs: (c) => ({ received: c.facts.received }),
          metBy: ['acknowledged', 'answered'],
          ifMissed: NEXT,
        },
        {
          rule: 'provider-complaint.respond',
          inputs: (c) => ({ received: c.facts.received }),
          metBy: 'answered',
          ifMissed: NEXT,
        },
      ],
      on: {
        acknowledged: 'looking',
        answered: 'answered',
        'commissioner-asked': 'commissioner',
        'missed.provider-complaint.acknowledge': 'stay',
        'missed.provider-complaint.respond': 'stay',
      },
    },
    looking: {
      title: 'The provider should answer',
      responsible: PROVIDER,
      duty: 'should look into it and answer in writing',
      law: LAW,
      deadlines: [
        {
          rule: 'provider-complaint.respond',
          inputs: (c) => ({ received: c.facts.received }),
          metBy: 'answered',
          ifMissed: NEXT,
        },
      ],
      on: {
        answered: 'answered',
        'commissioner-asked': 'commissioner',
        'missed.provider-complaint.respond': 'stay',
      },
    },
    answered: {
      title: 'You have an answer. Are you content?',
      responsible: FAMILY,
      duty: 'can go to the council or ICB that pays for the service',
      law: ['Children and Families Act 2014 ss53–54', 'SEND Regulations 2014 regs 40–41'],
      deadlines: [promisesOwed(made, PROVIDER, `Remind the provider. ${NEXT}`)],
      on: { 'promise-kept': 'stay', 'commissioner-asked': 'commissioner', 'missed.named.date': 'stay' },
    },
    commissioner: { choose: [{ when: 'the ICB arranged it', to: 'icb' }, { to: 'council' }] },
    council: {
      title: 'You went to the council',
      outcome:
        'The council must see that the service is independent and good. It looks at it in the linked case.',
      opens: [
        {
          route: 'council-complaint',
          facts: (c) => ({
            about: 'other',
            aware: c.facts.aware,
            received: last(c, 'commissioner-asked')?.on ?? c.opened,
            complaint: c.facts.complaint,
          }),
        },
      ],
    },
    icb: {
      title: 'Go to the ICB',
      outcome:
        'Complain to the complaints team of the ICB: it arranged the mediation and must see that the service is good. It must acknowledge your complaint within 3 working days. After its answer you can go to the Health Service Ombudsman.',
    },
    closed: { title: 'The complaint was closed', outcome: 'You said that you are content.' },
  },
});
