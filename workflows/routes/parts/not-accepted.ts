// An appeal or claim that the Tribunal did not accept, or struck out: the short times in which it can be asked to look again.
// HESC Rules 2008 rules 4(3), 8(6)–(7) and 46(3).

import { event, last, type CaseContext, type PartyId } from '../../kit';
import { nothing, withReason } from './data';
import { dayOfLast, from, latestOf, notEarlierThan } from './days';

const FAMILY = 'parent or young person';

const rules = {
  appeal: {
    afresh: 'appeal.afresh',
    reinstate: 'appeal.reinstate.struck-out',
    permission: 'appeal.permission',
  },
  discrimination: {
    afresh: 'discrimination.afresh',
    reinstate: 'discrimination.reinstate.struck-out',
    permission: 'discrimination.permission',
  },
} as const;

type Thing = 'appeal' | 'claim';

const REFUSALS = ['rejected', 'struck-out', 'look-again-refused'] as const;

/** When the latest refusal to go on was sent; it can be appealed like any other decision. */
export const refusalSent = (c: CaseContext): string | undefined => latestOf(c, ...REFUSALS);

export const wasStruckOut = (c: CaseContext): boolean => last(c, 'struck-out') !== undefined;

export const notAcceptedEvents = <P extends PartyId>(thing: Thing, by: readonly P[]) => ({
  'struck-out': event({
    title: `Record that the ${thing} was ended by the Tribunal (“struck out”)`,
    past: `The Tribunal ended the ${thing} without a decision (“struck out”)`,
    when: 'When was this sent to you?',
    by,
    data: nothing,
    interruption: `The ${thing} stops. You then have 28 days to ask for it to be taken up again.`,
    check: notEarlierThan('The letter', dayOfLast('registered'), 'the registration'),
  }),
  'look-again-asked': event({
    title: 'Ask the Tribunal to look again',
    past: 'The Tribunal was asked to look again',
    when: 'When did the Tribunal receive it?',
    by: [FAMILY],
    data: withReason(`Why should the ${thing} go on?`, 'If you are late, say why as well.'),
    check: notEarlierThan('Your request', refusalSent, 'the letter of the Tribunal'),
  }),
  'look-again-refused': event({
    title: `Record that the ${thing} does not go on`,
    past: `The Tribunal looked again: the ${thing} does not go on`,
    when: 'When was this sent to you?',
    by,
    data: nothing,
    check: notEarlierThan('The answer', dayOfLast('look-again-asked'), 'your request'),
  }),
});

const common = { owedBy: FAMILY, familyRight: true } as const;
const LATE = 'Ask all the same, at once, and say why you are late.';

/** The stages from the refusal on. Where the route goes from each of them stands in the route. */
export function notAccepted<K extends keyof typeof rules>(kind: K, thing: Thing) {
  const { afresh, reinstate, permission }: (typeof rules)[K] = rules[kind];
  const toAppeal = {
    rule: permission,
    inputs: (c: CaseContext) => from('decisionSent', refusalSent(c)),
    metBy: ['permission-asked', 'reinstated', 'closed'],
    ifMissed: LATE,
    ...common,
  } as const;
  return {
    rejected: {
      title: `The ${thing} was not accepted`,
      responsible: FAMILY,
      duty: 'can ask the Tribunal to look again, or for permission to appeal if the refusal is wrong in law',
      law: ['HESC Rules 2008 rules 4(3) and 46'],
      deadlines: [
        {
          rule: afresh,
          inputs: (c: CaseContext) => from('decisionSent', latestOf(c, 'rejected')),
          metBy: ['look-again-asked', 'closed'],
          ifMissed: `If a judge decided, this date does not matter. ${LATE}`,
          ...common,
        },
        toAppeal,
      ],
    },
    struckOut: {
      title: `The ${thing} was struck out`,
      responsible: FAMILY,
      duty: `can ask for the ${thing} to be taken up again, or for permission to appeal`,
      law: ['HESC Rules 2008 rules 8(6), 8(7) and 46'],
      deadlines: [
        {
          rule: reinstate,
          inputs: (c: CaseContext) => from('decisionSent', latestOf(c, 'struck-out')),
          metBy: ['look-again-asked', 'closed'],
          ifMissed: LATE,
          ...common,
        },
        toAppeal,
      ],
    },
    lookingAgain: {
      title: 'The Tribunal looks again',
      responsible: 'SEND Tribunal',
      duty: `decides whether the ${thing} goes on`,
      law: ['HESC Rules 2008 rules 4(3) and 8(6)'],
      // The time to appeal does not wait for the answer.
      deadlines: [toAppeal],
    },
    refusedAgain: {
      title: `The ${thing} does not go on`,
      responsible: FAMILY,
      duty: 'can ask for permission to appeal if the refusal is wrong in law',
      law: ['HESC Rules 2008 rule 46'],
      deadlines: [toAppeal],
    },
  } as const;
}
