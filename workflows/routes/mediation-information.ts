// Mediation information and the certificate: what a family does before most SEND appeals.
// Children and Families Act 2014 ss51–56; SEND Regulations 2014 regs 32–34, 39.

import { z } from 'zod';
import { choice, date, event, last, vocabulary, type CaseContext } from '../kit';
import {
  aboutHealth,
  decidedOn,
  decisionFacts,
  needsCertificate,
  notBeforeNotice,
  onlyHealth,
  type DecisionFacts,
} from './parts/decision';
import { nothing } from './parts/data';
import { from } from './parts/days';

const words = vocabulary({
  facts: decisionFacts,
  events: {
    'adviser-contacted': event({
      title: 'Tell the mediation adviser',
      past: 'The mediation adviser was told about the disagreement',
      when: 'When did you contact the adviser?',
      by: ['parent or young person', 'mediation adviser'],
      data: nothing,
      check: notBeforeNotice('Contact with the adviser'),
    }),
    'mediation-declined': event({
      title: 'Say no to mediation',
      past: 'The family told the adviser that it does not want mediation',
      when: 'When was the adviser told?',
      by: ['parent or young person', 'mediation adviser'],
      data: nothing,
      interruption:
        'You can still appeal. You give up mediation for now. The adviser must send you a certificate.',
      check: notBeforeNotice('Saying no to mediation'),
    }),
    'mediation-wanted': event({
      title: 'Say yes to mediation',
      past: 'The family told the adviser that it wants mediation',
      when: 'When was the adviser told?',
      by: ['parent or young person', 'mediation adviser'],
      data: z.object({
        councilTold: date({
          label: 'When was the council told, or whoever your letter names for it?',
          hint: 'The council has 30 days from then. Leave it out if it hears of it here first.',
        }).optional(),
      }),
      check: (c: CaseContext<DecisionFacts>, { on, data }) =>
        notBeforeNotice('Saying yes to mediation')(c, { on }) ??
        (data.councilTold && notBeforeNotice('Telling the council')(c, { on: data.councilTold })),
    }),
    'certificate-issued': event({
      title: 'Issue the certificate',
      past: 'The mediation certificate was issued',
      paper: 'certificate',
      when: 'What is the date of the certificate?',
      by: ['mediation adviser', 'parent or young person'],
      data: z.object({
        reason: choice(
          { label: 'What does the certificate say?' },
          {
            declined: 'The family was told about mediation and does not want it',
            concluded: 'Mediation has taken place',
            'not-arranged': 'Mediation was not arranged in time',
          },
        ),
      }),
      check: notBeforeNotice('The certificate'),
    }),
    'mediation-ended': event({
      title: 'Record that mediation has ended',
      past: 'Mediation ended',
      by: ['mediation adviser', 'mediator', 'parent or young person'],
      data: nothing,
    }),
    'leave-asked': event({
      title: 'Ask the Tribunal to let you appeal without a certificate',
      past: 'The family asked the Tribunal to let them appeal without a certificate (“leave”)',
      by: ['parent or young person'],
      data: nothing,
    }),
    stopped: event({
      title: 'Stop here',
      past: 'The family decided not to go on',
      by: ['parent or young person'],
      data: nothing,
      interruption:
        'If you stop and the date to appeal passes, you may lose your right to appeal this decision.',
    }),
  },
  guards: {
    'no certificate needed': (c) => !needsCertificate(c.facts),
  },
});

/** The appeal that follows, with the certificate where there is one. */
const appealFacts = (c: CaseContext<DecisionFacts>) => {
  const certificate = c.happened['certificate-issued']?.at(-1)?.on;
  return { ...c.facts, ...(certificate ? { certificateIssued: certificate } : {}) };
};

const appealClock = {
  rule: 'appeal.lodge',
  inputs: (c: { facts: { noticeSent: string } }) => ({ noticeSent: c.facts.noticeSent }),
  metBy: 'certificate-issued',
  owedBy: 'parent or young person',
  familyRight: true,
  ifMissed: 'You can still ask the Tribunal to accept a late appeal, with your reasons.',
} as const;

export const mediationInformation = words.defineRoute({
  id: 'mediation-information',
  effective: { from: '2014-09-01' },
  title: 'Mediation information and certificate',
  summary:
    'Before most appeals you must hear about mediation and get a certificate. You do not have to agree to mediation. It cannot change the decision by itself.',
  law: ['Children and Families Act 2014 ss51–56', 'SEND Regulations 2014 regs 32–34, 39'],
  decidedOn,
  initial: 'start',
  throughout: {
    deadlines: [appealClock],
    on: { 'missed.appeal.lodge': 'stay', stopped: 'stopped' },
  },
  stages: {
    start: { choose: [{ when: 'no certificate needed', to: 'not-needed' }, { to: 'contact' }] },
    contact: {
      title: 'Contact the mediation adviser',
      responsible: 'parent or young person',
      duty: 'must contact the mediation adviser named in the letter',
      law: ['SEND Regulations 2014 reg 33'],
      deadlines: [
        {
          rule: 'mediation.contact',
          inputs: (c) => ({ noticeSent: c.facts.noticeSent }),
          metBy: ['adviser-contacted', 'mediation-declined', 'mediation-wanted', 'certificate-issued'],
          familyRight: true,
          ifMissed: 'You can still ask the Tribunal to let you appeal without a certificate.',
        },
      ],
      on: {
        'adviser-contacted': 'informed',
        'mediation-declined': 'certificate',
        'mediation-wanted': 'mediating',
        'certificate-issued': 'certified',
        'missed.mediation.contact': 'late',
      },
    },
    informed: {
      title: 'Decide about mediation',
      responsible: 'parent or young person',
      duty: 'must say whether to try mediation',
      law: ['Children and Families Act 2014 ss52, 55–56'],
      noDeadline: 'Only the date for your appeal runs. The adviser waits for your answer.',
      on: {
        'mediation-declined': 'certificate',
        'mediation-wanted': 'mediating',
        'certificate-issued': 'certified',
      },
    },
    certificate: {
      title: 'Waiting for the certificate',
      responsible: 'mediation adviser',
      duty: 'must send the certificate',
      law: ['Children and Families Act 2014 s55(4)', 'SEND Regulations 2014 reg 34'],
      deadlines: [
        {
          rule: 'mediation.certificate.declined',
          inputs: (c) => from('adviserInformed', last(c, 'mediation-declined')?.on),
          metBy: 'certificate-issued',
          ifMissed:
            'Complain to the mediation service. You can ask the Tribunal to let you appeal without it.',
        },
      ],
      on: {
        'certificate-issued': 'certified',
        'mediation-wanted': 'mediating',
        'missed.mediation.certificate.declined': 'stay',
      },
    },
    mediating: {
      title: 'Mediation is being arranged',
      responsible: 'mediation adviser',
      duty: 'must see that a certificate follows the mediation',
      law: ['Children and Families Act 2014 ss53–55', 'SEND Regulations 2014 regs 35–39'],
      noDeadline: 'The dates for mediation run in the mediation case that is linked to this one.',
      opens: [
        {
          route: 'mediation.icb',
          when: (c) => onlyHealth(c.facts),
          facts: (c) => ({
            ...mediationFacts(c.facts),
            ...from('authorityInformed', last(c, 'mediation-wanted')?.data.councilTold),
          }),
        },
        {
          route: 'mediation.council',
          when: (c) => !onlyHealth(c.facts),
          facts: (c) => ({
            ...mediationFacts(c.facts),
            ...from('authorityInformed', last(c, 'mediation-wanted')?.data.councilTold),
            health: aboutHealth(c.facts),
          }),
        },
      ],
      on: {
        'certificate-issued': 'certified',
        'mediation-ended': 'ended',
        'mediation-declined': 'certificate',
      },
    },
    ended: {
      title: 'Waiting for the certificate after mediation',
      responsible: 'mediation adviser',
      duty: 'must send the certificate',
      law: ['Children and Families Act 2014 s55(5)', 'SEND Regulations 2014 reg 39'],
      deadlines: [
        {
          rule: 'mediation.certificate.concluded',
          inputs: (c) => from('concluded', last(c, 'mediation-ended')?.on),
          metBy: 'certificate-issued',
          ifMissed:
            'Complain to the mediation service. You can ask the Tribunal to let you appeal without it.',
        },
      ],
      on: { 'certificate-issued': 'certified', 'missed.mediation.certificate.concluded': 'stay' },
    },
    late: {
      title: 'Two months have passed without contact',
      responsible: 'parent or young person',
      duty: 'can ask the Tribunal to let the appeal go ahead without a certificate',
      law: ['Tribunal Rules 2008 rule 19', 'SEND Regulations 2014 reg 34'],
      noDeadline: 'There is no fixed limit for asking. Ask at once, and say why you are late.',
      on: {
        'leave-asked': 'leave',
        'adviser-contacted': 'informed',
        'certificate-issued': 'certified',
      },
    },
    certified: {
      title: 'You have the certificate',
      outcome: 'You can now send your appeal to the Tribunal. Mind its date.',
      law: ['Children and Families Act 2014 s55'],
      tells: [
        {
          route: 'tribunal.sen-appeal',
          event: 'certificate-received',
          on: (c) => last(c, 'certificate-issued')?.on ?? c.opened,
          data: () => ({}),
        },
      ],
      opens: [{ route: 'tribunal.sen-appeal', once: true, facts: appealFacts }],
    },
    leave: {
      title: 'You asked to appeal without a certificate',
      outcome:
        'The Tribunal decides whether your appeal can go ahead. Send it the appeal form with your reasons.',
      opens: [{ route: 'tribunal.sen-appeal', once: true, facts: appealFacts }],
    },
    'not-needed': {
      title: 'No certificate is needed',
      outcome:
        'Your appeal is about the school alone, so you can appeal at once. You can still ask for mediation if you want it.',
      opens: [{ route: 'tribunal.sen-appeal', once: true, facts: appealFacts }],
    },
    stopped: {
      title: 'You stopped here',
      outcome: 'Nothing more happens here. The date for an appeal goes on running.',
    },
  },
});

const mediationFacts = ({ decision, noticeSent }: { decision: string; noticeSent: string }) => ({
  decision,
  noticeSent,
});
