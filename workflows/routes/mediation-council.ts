// Mediation arranged by the council: education and social care issues, with the ICB taking part where health is one.
// Children and Families Act 2014 ss53–56; SEND Regulations 2014 regs 35–42.

import { z } from 'zod';
import { date, vocabulary, yesNo } from '../kit';
import {
  authorityInformed,
  certificateTold,
  complianceOf,
  dayOf,
  icbTold,
  mediationBasics,
  mediationEvents,
} from './parts/mediation';
import { from } from './parts/days';

const words = vocabulary({
  facts: z.object({
    ...mediationBasics,
    authorityInformed: date({
      label: 'When was the council told that you want mediation?',
      hint: 'It has 30 days from then. Leave it out if it hears of it here first.',
    }).optional(),
    health: yesNo({ label: 'Is health care one of the issues?' }).default(false),
  }),
  events: {
    ...mediationEvents,
    'icb-told': icbTold,
  },
});

export const mediationCouncil = words.defineRoute({
  id: 'mediation.council',
  effective: { from: '2014-09-01' },
  title: 'Mediation with the council',
  summary:
    'A mediator helps you and the council to settle the disagreement. The council must arrange it within 30 days and take part. It is free, and it does not stop the date for an appeal.',
  law: ['Children and Families Act 2014 ss53–56', 'SEND Regulations 2014 regs 35–42'],
  decidedOn: (facts) => facts.authorityInformed,
  initial: 'arranging',
  throughout: {
    deadlines: [
      {
        rule: 'mediation.notify-icb',
        inputs: authorityInformed,
        while: (c) => c.facts.health,
        metBy: 'icb-told',
        owedBy: 'council SEND casework',
        ifMissed: 'The ICB may not come to mediation. You can complain to the council.',
      },
    ],
    on: {
      'icb-told': 'stay',
      'missed.mediation.notify-icb': 'stay',
      'note-added': 'stay',
      'family-withdrew': 'withdrawn',
    },
  },
  stages: {
    arranging: {
      title: 'Mediation is being arranged',
      responsible: 'council SEND casework',
      duty: 'must arrange mediation and take part in it',
      law: ['Children and Families Act 2014 s54', 'SEND Regulations 2014 regs 36–37'],
      deadlines: [
        {
          rule: 'mediation.arrange.authority',
          inputs: authorityInformed,
          metBy: ['meeting-arranged', 'cannot-arrange'],
          ifMissed:
            'The adviser must give you a certificate as if mediation had taken place. Then you can appeal.',
        },
      ],
      on: {
        'meeting-arranged': 'arranged',
        'cannot-arrange': 'not-arranged',
        'missed.mediation.arrange.authority': 'not-arranged',
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
          metBy: ['mediation-held', 'no-agreement', 'agreement-recorded'],
          ifMissed:
            'Ask the mediator for a new day. If none can be found, the adviser gives you a certificate.',
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
      deadlines: [
        {
          rule: 'mediation.certificate.concluded',
          inputs: (c) => from('concluded', dayOf(c, 'mediation-held')),
          metBy: ['agreement-recorded', 'no-agreement', 'certificate-issued'],
          owedBy: 'mediation adviser',
          ifMissed: 'Complain to the mediation service.',
        },
      ],
      on: {
        'agreement-recorded': 'agreed',
        'no-agreement': 'concluded',
        'certificate-issued': 'certified',
        'missed.mediation.certificate.concluded': 'stay',
      },
    },
    agreed: {
      title: 'You reached an agreement',
      responsible: 'mediation adviser',
      duty: 'must send the certificate',
      law: ['Children and Families Act 2014 s55(5)', 'SEND Regulations 2014 regs 39, 42'],
      deadlines: [
        {
          rule: 'mediation.certificate.concluded',
          inputs: (c) => from('concluded', dayOf(c, 'agreement-recorded')),
          metBy: 'certificate-issued',
          ifMissed:
            'Complain to the mediation service. You can ask the Tribunal to let you appeal without it.',
        },
      ],
      opens: [{ route: 'compliance', facts: (c) => complianceOf(c) }],
      on: { 'certificate-issued': 'settled', 'missed.mediation.certificate.concluded': 'stay' },
    },
    concluded: {
      title: 'Mediation ended without agreement',
      responsible: 'mediation adviser',
      duty: 'must send the certificate',
      law: ['Children and Families Act 2014 s55(5)', 'SEND Regulations 2014 reg 39'],
      deadlines: [
        {
          rule: 'mediation.certificate.concluded',
          inputs: (c) => from('concluded', dayOf(c, 'no-agreement')),
          metBy: 'certificate-issued',
          ifMissed:
            'Complain to the mediation service. You can ask the Tribunal to let you appeal without it.',
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
          // Where the council is silent, the adviser knows on the day after the 30 days ended.
          inputs: (c) =>
            from(
              'adviserInformed',
              dayOf(c, 'cannot-arrange') ?? c.missed['mediation.arrange.authority']?.at(-1)?.on,
            ),
          metBy: 'certificate-issued',
          ifMissed:
            'Ask the Tribunal to let you appeal without the certificate. Mind the date for your appeal.',
        },
      ],
      on: {
        'certificate-issued': 'certified-not-arranged',
        'meeting-arranged': 'arranged',
        'missed.mediation.certificate.not-arranged': 'stay',
      },
    },
    settled: {
      title: 'Agreement reached',
      outcome:
        'What was agreed must now be done by the dates in the linked case. You can still appeal until its date.',
      tells: [{ ...certificateTold, data: () => ({ reason: 'concluded' }) }],
    },
    certified: {
      title: 'No agreement',
      outcome: 'You have a certificate and can appeal.',
      tells: [{ ...certificateTold, data: () => ({ reason: 'concluded' }) }],
    },
    'certified-not-arranged': {
      title: 'Mediation was not arranged',
      outcome: 'You have a certificate and can appeal. Mediation can still take place if you want it.',
      tells: [{ ...certificateTold, data: () => ({ reason: 'not-arranged' }) }],
    },
    withdrawn: {
      title: 'Mediation was stopped',
      outcome: 'You can still appeal. Ask the adviser for the certificate.',
      tells: [
        {
          route: 'mediation-information',
          event: 'mediation-declined',
          on: (c) => dayOf(c, 'family-withdrew') ?? c.opened,
          data: () => ({}),
        },
      ],
    },
  },
});
