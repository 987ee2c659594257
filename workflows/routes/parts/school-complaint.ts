// A complaint to a school, stage by stage, as maintained schools, academies and independent schools share it: talk, a
// complaint in writing, a hearing, and then somebody outside.

import { all, last, vocabulary } from '../../kit';
import { allKept } from './promises';
import { tribunalClaimClock } from './disability-claim';
import {
  complainedOn,
  dayOf,
  eventsFor,
  facts,
  FAMILY,
  namedAnswer,
  promises,
  requestedOn,
  whyOutside,
  type SchoolComplaint,
  type SchoolProcedure,
} from './school-complaint-events';

const inputsOf = <K extends string>(name: K, day: string | undefined) =>
  day === undefined ? undefined : ({ [name]: day } as { [N in K]: string });

export function schoolComplaintRoute(procedure: SchoolProcedure) {
  const { id, effective, title, summary, law, school, informal, written, hearing, outside } = procedure;
  const words = vocabulary({
    facts,
    events: eventsFor(procedure),
    guards: {
      'complained already': (c) => c.facts.complained !== undefined,
      'all promises kept': (c) => allKept(promises(c), all(c, 'promise-kept')),
    },
  });
  const LATE_ANSWER = 'Ask for the hearing: you need not wait for the answer.';
  const answerClocks = [
    {
      rule: 'school.stage-1',
      inputs: (c: SchoolComplaint) =>
        namedAnswer(c) === undefined ? inputsOf('received', complainedOn(c)) : undefined,
      metBy: ['stage-1-answered', 'more-time', 'refused'],
      ifMissed: LATE_ANSWER,
    },
    {
      rule: 'named.date',
      inputs: (c: SchoolComplaint) => inputsOf('named', namedAnswer(c)),
      metBy: ['stage-1-answered', 'refused'],
      ifMissed: LATE_ANSWER,
    },
  ] as const;
  return words.defineRoute({
    id,
    effective,
    title,
    summary,
    law,
    initial: 'start',
    throughout: {
      deadlines: [
        tribunalClaimClock,
        {
          rules: ['named.date'],
          each: (c) =>
            promises(c).map(({ key, by }) => ({
              key,
              title: 'What the school promised',
              rule: 'named.date' as const,
              inputs: { named: by },
              owedBy: school,
            })),
          metBy: 'promise-kept',
          ifMissed: `Write to the school about it. ${outside.next}`,
        },
      ],
      on: {
        satisfied: [{ when: 'all promises kept', to: 'settled' }, { to: 'promised' }],
        withdrawn: 'withdrawn',
        'promise-kept': 'stay',
        'claim-sent': 'stay',
        'note-added': 'stay',
        'missed.discrimination.claim': 'stay',
        'missed.named.date': 'stay',
      },
    },
    stages: {
      start: { choose: [{ when: 'complained already', to: 'received' }, { to: 'informal' }] },
      informal: {
        title: 'Talk to the school first',
        responsible: school,
        duty: informal.duty,
        law: informal.law,
        deadlines: [
          {
            rule: 'school.raise',
            inputs: (c) => ({ happened: c.facts.happened }),
            metBy: 'complained',
            owedBy: FAMILY,
            familyRight: true,
            ifMissed: 'Complain all the same and say why it is late. The school can still look at it.',
          },
        ],
        on: { talked: 'stay', complained: 'received', 'missed.school.raise': 'stay' },
      },
      received: {
        title: 'The school must say that it has your complaint',
        responsible: school,
        duty: 'should say within days that it has the complaint, and then answer it',
        law: written.law,
        deadlines: [
          {
            rule: 'school.stage-1.acknowledge',
            inputs: (c) => inputsOf('received', complainedOn(c)),
            metBy: ['acknowledged', 'stage-1-answered', 'refused'],
            ifMissed: 'Ask the school office whether it came. The day for the answer runs all the same.',
          },
          ...answerClocks,
        ],
        on: {
          acknowledged: 'answering',
          'stage-1-answered': 'answered',
          refused: 'refused',
          'hearing-asked': 'hearing-asked',
          'went-outside': 'outside',
          'missed.school.stage-1.acknowledge': 'stay',
          'missed.school.stage-1': 'stay',
        },
      },
      answering: {
        title: 'The school must answer in writing',
        responsible: school,
        duty: written.duty,
        law: written.law,
        deadlines: answerClocks,
        on: {
          'stage-1-answered': 'answered',
          'more-time': 'stay',
          refused: 'refused',
          'hearing-asked': 'hearing-asked',
          'went-outside': 'outside',
          'missed.school.stage-1': 'stay',
        },
      },
      answered: {
        title: 'You have an answer. Are you content?',
        responsible: FAMILY,
        duty: `can ask for ${hearing.by}`,
        law: hearing.law,
        deadlines: [
          {
            rule: 'school.stage-2.request',
            inputs: (c) =>
              last(c, 'stage-1-answered')?.data.askBy === undefined
                ? inputsOf('responded', dayOf(c, 'stage-1-answered'))
                : undefined,
            metBy: ['hearing-asked', 'satisfied'],
            familyRight: true,
            ifMissed: 'Ask all the same and say why you are late. The school can still agree.',
          },
          {
            rule: 'named.date',
            inputs: (c) => inputsOf('named', last(c, 'stage-1-answered')?.data.askBy),
            metBy: ['hearing-asked', 'satisfied'],
            familyRight: true,
            ifMissed: 'Ask all the same and say why you are late. The school can still agree.',
          },
        ],
        on: { 'hearing-asked': 'hearing-asked', 'missed.school.stage-2.request': 'stay' },
      },
      refused: {
        title: 'The school will not look at it',
        responsible: FAMILY,
        duty: 'can read the reasons and go on',
        law: outside.law,
        noDeadline: 'No day is set for you. Do not wait long.',
        on: { 'taken-up': 'answering', 'went-outside': 'outside' },
      },
      'hearing-asked': {
        title: 'The school must hold the hearing',
        responsible: school,
        duty: hearing.duty,
        law: hearing.law,
        deadlines: [
          {
            rule: 'school.stage-2.hearing',
            inputs: (c) => inputsOf('requested', requestedOn(c)),
            metBy: ['hearing-held', 'hearing-refused'],
            ifMissed: outside.next,
          },
        ],
        on: {
          'hearing-set': 'hearing-set',
          'hearing-held': 'heard',
          'hearing-refused': 'hearing-refused',
          'went-outside': 'outside',
          'missed.school.stage-2.hearing': 'stay',
        },
      },
      'hearing-set': {
        title: `The day of the hearing is set. ${hearing.rights}`,
        responsible: school,
        duty: hearing.duty,
        law: hearing.law,
        deadlines: [
          {
            rule: 'named.date',
            inputs: (c) => inputsOf('named', last(c, 'hearing-set')?.data.hearing),
            metBy: ['hearing-held', 'hearing-refused'],
            ifMissed: outside.next,
          },
          {
            rule: 'school.stage-2.hearing',
            inputs: (c) => inputsOf('requested', requestedOn(c)),
            metBy: ['hearing-held', 'hearing-refused'],
            ifMissed: `The hearing is later than the policy says. ${outside.next}`,
          },
        ],
        on: {
          'hearing-set': 'stay',
          'hearing-held': 'heard',
          'hearing-refused': 'hearing-refused',
          'went-outside': 'outside',
          'missed.school.stage-2.hearing': 'stay',
        },
      },
      'hearing-refused': {
        title: 'The school will not hold the hearing',
        responsible: FAMILY,
        duty: 'can go on outside the school',
        law: outside.law,
        noDeadline: 'No day is set for you. Do not wait long.',
        on: { 'hearing-granted': 'hearing-asked', 'went-outside': 'outside' },
      },
      heard: {
        title: 'Waiting for the findings of the hearing',
        responsible: school,
        duty: 'must send you the findings in writing',
        law: hearing.law,
        deadlines: [
          {
            rule: 'school.stage-2.respond',
            inputs: (c) => inputsOf('heard', dayOf(c, 'hearing-held')),
            metBy: 'panel-decided',
            ifMissed: outside.next,
          },
        ],
        on: {
          'panel-decided': 'decided',
          'went-outside': 'outside',
          'missed.school.stage-2.respond': 'stay',
        },
      },
      decided: {
        title: 'The school has finished. Are you content?',
        responsible: FAMILY,
        duty: 'can accept the findings or go on outside the school',
        law: outside.law,
        noDeadline: 'No day is set for you. Do not wait long. Dates run for what the school promised.',
        on: { 'went-outside': 'outside' },
      },
      outside: {
        title: outside.title,
        responsible: outside.body,
        duty: outside.duty,
        law: outside.law,
        noDeadline: 'The law sets no number of days.',
        opens:
          outside.department === undefined
            ? []
            : [
                {
                  route: 'dfe-school-complaint',
                  once: true,
                  facts: (c) => ({
                    kind: outside.department,
                    happened: c.facts.happened,
                    why: whyOutside(c),
                    asked: dayOf(c, 'went-outside') ?? c.opened,
                  }),
                },
              ],
        on: {
          'outside-over': [{ when: 'all promises kept', to: 'over-outside' }, { to: 'promised' }],
          'taken-up': 'answering',
          'hearing-granted': 'hearing-asked',
        },
      },
      promised: {
        title: 'The school must keep its promises',
        responsible: school,
        duty: 'must do what it promised',
        law: written.law,
        noDeadline: 'Each promise has its own date.',
        on: {
          'promise-kept': [{ when: 'all promises kept', to: 'put-right' }, {}],
          'hearing-asked': 'hearing-asked',
          'went-outside': 'outside',
        },
      },
      'put-right': { title: 'It was put right', outcome: 'The school did all that it promised.' },
      settled: { title: 'You are content', outcome: 'The complaint is closed. You can make a new one.' },
      withdrawn: {
        title: 'You took the complaint back',
        outcome: 'The school need not answer. You can make a new complaint.',
      },
      'over-outside': { title: 'It is over outside the school', outcome: outside.over },
    },
  });
}
