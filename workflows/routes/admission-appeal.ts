// A school place that was refused to a child without a plan: appeal to an independent panel.
// School Standards and Framework Act 1998 s94; School Admission Appeals Code 2022.

import { z } from 'zod';
import { choice, date, event, last, text, vocabulary, type CaseContext, type PartyId } from '../kit';
import { nothing } from './parts/data';
import { from, notBefore, notInThePast } from './parts/days';
import { afterTheAnswer, ombudsmanCase, ombudsmanClock } from './parts/ombudsman-next';

const FAMILY = 'parent or young person';
const COUNCIL = 'council SEND casework';
const BOARD = 'school governing board';
const AUTHORITIES = [COUNCIL, BOARD, 'academy trust'] as const;

const lodgeBy = (asked: { label: string; hint?: string }) => date(asked).meta({ future: true });

const facts = z.object({
  refused: date({ label: 'When did you hear that the place was refused?' }),
  round: choice(
    { label: 'When did you ask for the place?' },
    {
      normal: 'In the normal round: for the start of school, junior school or secondary school',
      other: 'Late, or during the school year',
    },
  ),
  authority: choice(
    { label: 'Who decides about places at this school?', hint: 'The refusal letter says so.' },
    {
      council: 'The council',
      school: 'The school itself (foundation or church school)',
      academy: 'An academy trust',
    },
  ),
  lodgeBy: lodgeBy({
    label: 'What is the last day for appeals in the letter?',
    hint: 'Leave it out if the letter names none.',
  }).optional(),
});

const events = {
  'last-day-named': event({
    title: 'Add the last day for appeals',
    past: 'The last day for appeals was added',
    by: [FAMILY, ...AUTHORITIES],
    data: z.object({ lodgeBy: lodgeBy({ label: 'What is the last day for appeals?' }) }),
  }),
  lodged: event({
    title: 'Record that you sent your appeal',
    past: 'The appeal was sent',
    when: 'When did it arrive?',
    by: [FAMILY],
    data: z.object({
      why: text({ label: 'Why should your child go to this school?' }).optional(),
      late: text({ label: 'If it is late: why?' }).optional(),
    }),
    check: notBefore('Your appeal', { refused: 'the refusal' }),
  }),
  'hearing-set': event({
    title: 'Record the day of the hearing',
    past: 'The hearing has a day',
    when: 'When were you told?',
    by: [FAMILY, ...AUTHORITIES],
    data: z.object({
      hearing: date({
        label: 'On what day is the hearing?',
        hint: 'You must be told at least 10 school days before, unless you agreed to less.',
      }).meta({ future: true }),
      evidenceBy: date({ label: 'By when must your papers be there?' }).meta({ future: true }).optional(),
    }),
    check: (c: CaseContext, { on, data }) =>
      notBefore('This', { lodged: 'the appeal' })(c, { on }) ??
      notInThePast('The hearing', on, data.hearing) ??
      (data.evidenceBy !== undefined && data.evidenceBy > data.hearing
        ? 'The papers must be there before the hearing. Check the two dates.'
        : undefined),
  }),
  'papers-sent': event({
    title: 'Say that you sent your papers',
    past: 'The family sent its papers',
    by: [FAMILY],
    data: nothing,
  }),
  heard: event({
    title: 'Record that the hearing took place',
    past: 'The panel heard the appeal',
    when: 'When did it take place?',
    by: [FAMILY, ...AUTHORITIES],
    data: nothing,
    check: notBefore('The hearing', { lodged: 'the appeal' }),
  }),
  decided: event({
    title: 'Record the decision of the panel',
    past: 'The panel decided',
    when: 'When was the decision letter sent?',
    by: [FAMILY, ...AUTHORITIES],
    data: z.object({
      decision: choice(
        { label: 'What did the panel decide?' },
        { place: 'Your child gets the place', 'no-place': 'Your child does not get the place' },
      ),
    }),
    check: notBefore('The decision', { lodged: 'the appeal', heard: 'the hearing' }),
  }),
  'place-offered': event({
    title: 'Record that a place was offered after all',
    past: 'A place was offered without a decision of the panel',
    by: [FAMILY, ...AUTHORITIES],
    data: nothing,
  }),
  admitted: event({
    title: 'Say that your child has the place',
    past: 'The child was given the place',
    by: [FAMILY, ...AUTHORITIES],
    data: nothing,
    check: notBefore('This', { decided: 'the decision' }),
  }),
  withdrawn: event({
    title: 'Do not go on',
    past: 'The family did not go on',
    by: [FAMILY],
    data: nothing,
    interruption:
      'You can appeal for this school only once in a school year, unless something important changes.',
  }),
  ...afterTheAnswer,
};

type C = CaseContext<z.infer<typeof facts>, typeof events>;

const lastDay = (c: C) => last(c, 'last-day-named')?.data.lodgeBy ?? c.facts.lodgeBy;
const lodgedOn = (c: C) => last(c, 'lodged')?.on;
const decidedOn = (c: CaseContext) => last(c, 'decided')?.on;

/** An appeal for the normal round that came in time is heard with all the others of that round. */
const withTheRound = (c: C): boolean => {
  const closed = lastDay(c);
  return c.facts.round === 'normal' && (closed === undefined || (lodgedOn(c) ?? '') <= closed);
};

const words = vocabulary({
  facts,
  events,
  guards: {
    'the council decides on places': (c: C) => c.facts.authority === 'council',
    'an academy': (c: C) => c.facts.authority === 'academy',
    'the panel gave the place': (c: C) => last(c, 'decided')?.data.decision === 'place',
  },
});

const CODE = 'School Admission Appeals Code 2022';

const onTheDecision = [
  { when: 'the panel gave the place', to: 'place-given' },
  { when: 'an academy', to: 'academy-no-place' },
  { to: 'no-place' },
] as const;

/** The council arranges the panels of its own schools only. */
const onTheDecisionOfTheCouncilsPanel = [
  { when: 'the panel gave the place', to: 'place-given' },
  { to: 'no-place' },
] as const;

const NO_HEARING =
  'Write to the clerk of the panel. You can complain to the Ombudsman, or for an academy to the Department for Education.';

const hearingOwedBy = (party: typeof COUNCIL | typeof BOARD) =>
  ({
    title: 'Your appeal must be heard',
    responsible: party as PartyId,
    duty: 'must see that an independent panel hears the appeal, and give at least 10 school days of notice',
    law: [`${CODE}, 2.1–2.3`, 'School Standards and Framework Act 1998 s94'],
    deadlines: [
      {
        rule: 'admission.hear.normal-round',
        inputs: (c: C) => from('lodgingClosed', lastDay(c)),
        while: withTheRound,
        metBy: ['heard', 'decided', 'place-offered'],
        ifMissed: NO_HEARING,
      },
      {
        rule: 'admission.hear',
        inputs: (c: C) => from('lodged', lodgedOn(c)),
        while: (c: C) => !withTheRound(c),
        metBy: ['heard', 'decided', 'place-offered'],
        ifMissed: NO_HEARING,
      },
      {
        rule: 'named.date',
        inputs: (c: C) => from('named', last(c, 'hearing-set')?.data.evidenceBy),
        while: (c: C) => last(c, 'papers-sent') === undefined,
        metBy: ['papers-sent', 'heard'],
        owedBy: FAMILY,
        familyRight: true,
        ifMissed: 'Send your papers at once. The panel may refuse late papers, or put the hearing off.',
      },
    ],
    on: {
      'last-day-named': 'stay',
      'hearing-set': 'stay',
      'papers-sent': 'stay',
      heard: 'deciding',
      decided: party === COUNCIL ? onTheDecisionOfTheCouncilsPanel : onTheDecision,
      'place-offered': 'offered',
      'missed.admission.hear.normal-round': 'stay',
      'missed.admission.hear': 'stay',
      'missed.named.date': 'stay',
    },
  }) as const;

export const admissionAppeal = words.defineRoute({
  id: 'admission-appeal',
  effective: { from: '2022-10-01' },
  title: 'Appeal about a school place (child without a plan)',
  summary:
    'An independent panel looks at why a school refused a place. It can give your child the place. It is only for a child without an EHC plan: with a plan, the school is part of the plan, and you appeal to the SEND Tribunal.',
  law: ['School Standards and Framework Act 1998 s94', CODE],
  decidedOn: (f) => f.refused,
  initial: 'before',
  throughout: { on: { withdrawn: 'withdrawn' } },
  stages: {
    before: {
      title: 'Send your appeal',
      responsible: FAMILY,
      duty: 'can appeal in writing to the panel named in the letter',
      law: [`${CODE}, 2.1`],
      deadlines: [
        {
          rule: 'admission.appeal',
          inputs: (c) => from('refused', c.facts.refused),
          while: (c) => lastDay(c) === undefined,
          metBy: ['lodged', 'withdrawn'],
          familyRight: true,
          ifMissed: 'You can still appeal late. Say why. It may be heard after the others.',
        },
        {
          rule: 'named.date',
          inputs: (c) => from('named', lastDay(c)),
          metBy: ['lodged', 'withdrawn'],
          familyRight: true,
          ifMissed: 'You can still appeal late. Say why. It may be heard after the others.',
        },
      ],
      on: {
        'last-day-named': 'stay',
        'place-offered': 'offered',
        lodged: [
          { when: 'the council decides on places', to: 'hearing-by-the-council' },
          { to: 'hearing-by-the-school' },
        ],
        'missed.admission.appeal': 'stay',
        'missed.named.date': 'stay',
      },
    },
    'hearing-by-the-council': hearingOwedBy(COUNCIL),
    'hearing-by-the-school': hearingOwedBy(BOARD),
    deciding: {
      title: 'The panel must send its decision',
      responsible: 'independent panel',
      duty: 'must send its decision with reasons',
      law: [`${CODE}, 2.27`],
      deadlines: [
        {
          rule: 'admission.decide',
          inputs: (c) => from('heard', last(c, 'heard')?.on),
          metBy: ['decided', 'place-offered'],
          ifMissed: 'Call the clerk of the panel. The Code says 5 school days "wherever possible".',
        },
      ],
      on: { decided: onTheDecision, 'place-offered': 'offered', 'missed.admission.decide': 'stay' },
    },
    'place-given': {
      title: 'You won: the school must give the place',
      responsible: BOARD,
      duty: 'must admit the child; the decision binds the school and the council',
      law: [`${CODE}, 1.5`, 'School Standards and Framework Act 1998 s94(6)'],
      noDeadline:
        'The Code sets no day. Ask the school for a starting day now, and complain if it names none.',
      on: { admitted: 'admitted' },
    },
    'no-place': {
      title: 'The panel did not give the place',
      responsible: FAMILY,
      duty: 'can go to the Ombudsman if the panel acted wrongly, not because the answer is no',
      law: ['Local Government Act 1974 ss25–26B'],
      deadlines: [ombudsmanClock(decidedOn)],
      on: {
        'ombudsman-asked': 'ombudsman',
        accepted: 'closed',
        'missed.ombudsman.lgsco.complain': 'stay',
      },
    },
    'academy-no-place': {
      title: 'The panel did not give the place',
      outcome:
        'Stay on the waiting list. If the panel broke its rules, you can complain to the Department for Education: it can ask for a new panel. A court can look at it if it acted against the law.',
    },
    admitted: { title: 'Your child has the place', outcome: 'The school admitted your child.' },
    offered: { title: 'A place was offered', outcome: 'Your child has a place, so no panel is needed.' },
    ombudsman: {
      title: 'You went to the Ombudsman',
      outcome: 'The Ombudsman looks at how the panel acted, in the linked case. Stay on the waiting list.',
      opens: [
        ombudsmanCase(
          decidedOn,
          (c) => lodgedOn(c as C),
          () => true,
        ),
      ],
    },
    closed: {
      title: 'The case was closed',
      outcome:
        'You accepted the decision. You can stay on the waiting list and appeal again next school year.',
    },
    withdrawn: {
      title: 'You did not go on',
      outcome: 'Your child can stay on the waiting list of the school.',
    },
  },
});
