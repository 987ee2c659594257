// Escalation to the executive who is accountable for a missed duty: governance with a service standard, never a legal right.

import { z } from 'zod';
import { date, event, last, line, text, vocabulary, type PartyId, type RouteId } from '../../kit';
import { nothing, withReason } from './data';
import { from } from './days';

export interface Rungs {
  id: Extract<RouteId, 'executive.icb' | 'executive.council'>;
  title: string;
  body: string;
  lead: PartyId;
  top: PartyId;
  office: PartyId;
  law: string[];
}

/** Facts the engine fills in when a duty is missed; a person may also escalate by hand. */
const escalationFacts = z.object({
  duty: line({ label: 'What should have been done?' }),
  owedBy: line({ label: 'Who should have done it?' }),
  basis: line({ label: 'On what legal basis?' }),
  due: date({ label: 'By when?' }),
  escalated: date({ label: 'When was it sent to the executive?' }),
  source: line({ label: 'Reference of the case' }).optional(),
  effect: text({ label: 'What does it mean for the child?' }).optional(),
});

export function executiveRoute({ id, title, body, lead, top, office, law }: Rungs) {
  const words = vocabulary({
    facts: escalationFacts,
    events: {
      acknowledged: event({
        title: 'Say that you have received it',
        past: 'The executive acknowledged the escalation',
        paper: 'acknowledgement',
        by: [lead, top, office],
        data: nothing,
      }),
      'action-promised': event({
        title: 'Decide: direct action',
        past: 'The executive directed action',
        paper: 'reply',
        binding: false,
        by: [lead, top],
        data: z.object({
          who: line({ label: 'Who will do it?', hint: 'A role or team, not a name.' }),
          what: text({ label: 'What will be done?' }),
          by: date({ label: 'By when?' }).meta({ future: true }),
        }),
        check: (_c, { on, data }) =>
          data.by < on ? 'The date for the action must not be in the past.' : undefined,
      }),
      'information-asked': event({
        title: 'Ask for information',
        past: 'The executive asked for information',
        by: [lead, top],
        data: withReason('What do you need to know?', 'Asking does not stop the clock for your decision.'),
      }),
      declined: event({
        title: 'Decide: decline, with reasons',
        past: 'The executive declined, with reasons',
        paper: 'reply',
        binding: false,
        by: [lead, top],
        data: withReason('What are your reasons?', 'The family will read them.'),
        interruption: 'The family will read your reasons and can complain or go to the Ombudsman.',
      }),
      referred: event({
        title: 'Decide: refer to the chief executive',
        past: 'The executive referred it to the chief executive',
        by: [lead],
        data: withReason('Why?'),
      }),
      'action-done': event({
        title: 'Say that the action is done',
        past: 'The action was done',
        when: 'When was it done?',
        by: [lead, top, office, 'parent or young person'],
        data: nothing,
      }),
      resolved: event({
        title: 'Say that it has been put right',
        past: 'The family said that it has been put right',
        by: ['parent or young person'],
        data: nothing,
      }),
    },
  });
  const decisions = {
    'action-promised': 'acting',
    declined: 'declined',
    'information-asked': 'stay',
    resolved: 'resolved',
  } as const;
  return words.defineRoute({
    id,
    effective: { from: '2014-09-01' },
    title,
    summary: `A duty was missed, so it goes to the person in charge at ${body}. This is how ${body} keeps its own promises; it is not a legal right and stops no other date.`,
    law,
    decidedOn: (facts) => facts.escalated,
    initial: 'received',
    throughout: { on: {} },
    stages: {
      received: {
        title: 'Sent to the accountable executive',
        responsible: lead,
        duty: 'should acknowledge and decide what to do',
        law,
        deadlines: [
          {
            rule: 'executive.acknowledge',
            inputs: (c) => ({ escalated: c.facts.escalated }),
            metBy: ['acknowledged', 'action-promised', 'declined', 'referred'],
            ifMissed: 'It is shown as late in the report to the board.',
            noEscalation: 'The decision has its own date, and that one moves up.',
          },
          {
            rule: 'executive.decide',
            inputs: (c) => ({ escalated: c.facts.escalated }),
            metBy: ['action-promised', 'declined', 'referred'],
            ifMissed:
              'It moves up to the chief executive. You can complain or go to the Ombudsman at any time.',
            noEscalation: 'This route is the ladder: it moves up by itself.',
          },
        ],
        on: {
          acknowledged: 'stay',
          referred: 'top',
          ...decisions,
          'missed.executive.acknowledge': 'stay',
          'missed.executive.decide': 'top',
        },
      },
      top: {
        title: 'Sent to the chief executive',
        responsible: top,
        duty: 'should decide what to do',
        law,
        deadlines: [
          {
            rule: 'executive.decide',
            inputs: (c) =>
              from(
                'escalated',
                last(c, 'referred')?.on ?? c.missed['executive.decide']?.[0]?.on ?? missedAction(c),
              ),
            metBy: ['action-promised', 'declined'],
            ifMissed: 'It is shown to the board. Complain, or go to the Ombudsman.',
            noEscalation: 'There is nobody above the chief executive and the board.',
          },
        ],
        on: { acknowledged: 'stay', ...decisions, 'missed.executive.decide': 'unanswered' },
      },
      acting: {
        title: 'Action was promised',
        responsible: lead,
        duty: 'should see that the promised action is done',
        law,
        deadlines: [
          {
            rule: 'named.date',
            inputs: (c) => from('named', last(c, 'action-promised')?.data.by),
            metBy: 'action-done',
            ifMissed: 'It moves up to the chief executive.',
            noEscalation: 'This route is the ladder: it moves up by itself.',
          },
        ],
        on: { 'action-done': 'done', resolved: 'resolved', 'missed.named.date': 'top' },
      },
      done: { title: 'The action was done', outcome: 'The executive directed action, and it was done.' },
      declined: {
        title: 'The executive declined',
        outcome: 'Read the reasons. You can complain, or go to the Ombudsman.',
      },
      unanswered: {
        title: 'Nobody decided',
        outcome: 'The service standard was missed at every step. Complain, or go to the Ombudsman.',
      },
      resolved: { title: 'It was put right', outcome: 'The family said that it has been put right.' },
    },
  });
}

const missedAction = (c: { missed: { 'named.date'?: { on: string }[] } }): string | undefined =>
  c.missed['named.date']?.at(-1)?.on;
