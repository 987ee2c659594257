// Mediation arranged by the ICB, where health care is the only issue.
// Children and Families Act 2014 s53; SEND Regulations 2014 regs 35–42.

import { z } from 'zod';
import { date, last, vocabulary, type CaseContext } from '../kit';
import { from } from './parts/days';
import {
  authorityInformed,
  certificateTold,
  complianceOf,
  dayOf,
  icbTold,
  mediationBasics,
  mediationEvents,
} from './parts/mediation';

const facts = z.object({
  ...mediationBasics,
  authorityInformed: date({
    label: 'When was the council told that you want mediation about health care?',
    hint: 'It has 3 working days to tell the Integrated Care Board (ICB). Leave it out if it hears of it here first.',
  }).optional(),
  icbNotified: date({
    label: 'When did the council tell the ICB?',
    hint: 'The 30 days of the ICB count from this day. Leave it out if you do not know, or if it has not.',
  }).optional(),
});

const events = { ...mediationEvents, 'icb-told': icbTold };

type C = CaseContext<z.infer<typeof facts>, typeof events>;

/** The day from which the ICB has its time: the notice of the council, not the wish of the family. */
const icbNotified = (c: C): string | undefined => c.facts.icbNotified ?? last(c, 'icb-told')?.on;

const words = vocabulary({
  facts,
  events,
  guards: { 'the ICB was told': (c: C) => icbNotified(c) !== undefined },
});

export const mediationIcb = words.defineRoute({
  id: 'mediation.icb',
  effective: { from: '2014-09-01' },
  title: 'Mediation with the ICB',
  summary:
    'A mediator helps you and the Integrated Care Board (ICB) to settle a disagreement about health care. The ICB must arrange it within 30 days of hearing from the council, and take part.',
  law: ['Children and Families Act 2014 s53', 'SEND Regulations 2014 regs 35–42'],
  decidedOn: (given) => given.icbNotified ?? given.authorityInformed,
  initial: 'start',
  throughout: { on: { 'note-added': 'stay', 'family-withdrew': 'withdrawn' } },
  stages: {
    start: { choose: [{ when: 'the ICB was told', to: 'arranging' }, { to: 'telling' }] },
    telling: {
      title: 'The council must tell the ICB',
      responsible: 'council SEND casework',
      duty: 'must tell the ICB what you want mediation about, and which health care you want',
      law: ['Children and Families Act 2014 s53', 'SEND Regulations 2014 reg 35'],
      deadlines: [
        {
          rule: 'mediation.notify-icb',
          inputs: authorityInformed,
          metBy: ['icb-told', 'meeting-arranged', 'cannot-arrange'],
          ifMissed:
            'Write to the council, and to the ICB yourself: its 30 days begin only when the council tells it. You can complain to the council.',
        },
      ],
      on: {
        'icb-told': 'arranging',
        'meeting-arranged': 'arranged',
        'cannot-arrange': 'not-arranged',
        'missed.mediation.notify-icb': 'stay',
      },
    },
    arranging: {
      title: 'Mediation is being arranged',
      responsible: 'ICB (responsible commissioner)',
      duty: 'must arrange mediation and take part in it',
      law: ['Children and Families Act 2014 s53', 'SEND Regulations 2014 regs 35–37'],
      deadlines: [
        {
          rule: 'mediation.arrange.icb',
          inputs: (c) => from('icbNotified', icbNotified(c)),
          metBy: ['meeting-arranged', 'cannot-arrange'],
          ifMissed: 'The adviser must give you a certificate. You can complain to the ICB.',
        },
      ],
      on: {
        'meeting-arranged': 'arranged',
        'cannot-arrange': 'not-arranged',
        'missed.mediation.arrange.icb': 'not-arranged',
      },
    },
    arranged: {
      title: 'The meeting is arranged',
      responsible: 'mediator',
      duty: 'must hold the meeting',
      law: ['SEND Regulations 2014 reg 38'],
      deadlines: [
        {
          rule: 'named.date',
          inputs: (c) => from('named', c.happened['meeting-arranged']?.at(-1)?.data.meeting),
          metBy: ['mediation-held', 'agreement-recorded', 'no-agreement'],
          ifMissed: 'Ask the mediator for a new day.',
        },
      ],
      on: {
        'mediation-held': 'held',
        'agreement-recorded': 'agreed',
        'no-agreement': 'concluded',
        'meeting-arranged': 'stay',
        'cannot-arrange': 'not-arranged',
        'missed.named.date': 'stay',
      },
    },
    held: {
      title: 'The meeting took place',
      responsible: 'mediator',
      duty: 'must write down what was agreed, or that nothing was',
      law: ['SEND Regulations 2014 reg 42(1)'],
      noDeadline: 'The law sets no time for writing it down. It is done at the end of the meeting.',
      on: { 'agreement-recorded': 'agreed', 'no-agreement': 'concluded' },
    },
    agreed: {
      title: 'You reached an agreement',
      responsible: 'mediation adviser',
      duty: 'must send the certificate',
      law: ['SEND Regulations 2014 regs 39, 42'],
      deadlines: [
        {
          rule: 'mediation.certificate.concluded',
          inputs: (c) => from('concluded', dayOf(c, 'agreement-recorded')),
          metBy: 'certificate-issued',
          ifMissed: 'Complain to the mediation service.',
        },
      ],
      opens: [{ route: 'compliance', facts: (c) => complianceOf(c, true) }],
      on: { 'certificate-issued': 'settled', 'missed.mediation.certificate.concluded': 'stay' },
    },
    concluded: {
      title: 'Mediation ended without agreement',
      responsible: 'mediation adviser',
      duty: 'must send the certificate',
      law: ['SEND Regulations 2014 reg 39'],
      deadlines: [
        {
          rule: 'mediation.certificate.concluded',
          inputs: (c) => from('concluded', dayOf(c, 'no-agreement')),
          metBy: 'certificate-issued',
          ifMissed: 'Complain to the mediation service.',
        },
      ],
      on: { 'certificate-issued': 'certified', 'missed.mediation.certificate.concluded': 'stay' },
    },
    'not-arranged': {
      title: 'Mediation was not arranged in time',
      responsible: 'mediation adviser',
      duty: 'must give you a certificate as if mediation had taken place',
      law: ['SEND Regulations 2014 reg 39'],
      deadlines: [
        {
          rule: 'mediation.certificate.not-arranged',
          inputs: (c) =>
            from(
              'adviserInformed',
              dayOf(c, 'cannot-arrange') ?? c.missed['mediation.arrange.icb']?.at(-1)?.on,
            ),
          metBy: 'certificate-issued',
          ifMissed: 'Complain to the mediation service. Health alone cannot go to the Tribunal.',
        },
      ],
      on: {
        'certificate-issued': 'certified',
        'meeting-arranged': 'arranged',
        'missed.mediation.certificate.not-arranged': 'stay',
      },
    },
    settled: {
      title: 'Agreement reached',
      outcome: 'What was agreed must now be done by the dates in the linked case.',
      tells: [{ ...certificateTold, data: () => ({ reason: 'concluded' }) }],
    },
    certified: {
      title: 'No agreement',
      outcome: 'You can complain to the ICB, and then to the Health Service Ombudsman.',
      tells: [{ ...certificateTold, data: () => ({ reason: 'concluded' }) }],
    },
    withdrawn: { title: 'Mediation was stopped', outcome: 'You can still complain to the ICB.' },
  },
});
