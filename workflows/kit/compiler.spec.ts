// What a route file cannot say: each misspelt word stops the compiler (`@ts-expect-error` fails where it does not), and
// where a file slips past it, the doctor names it.

import { z } from 'zod';
import { explainUntyped } from '../law';
import { event, examine, last, runningClocks, start, vocabulary, type Route } from '.';

const words = vocabulary({
  facts: z.object({ noticeSent: z.string() }),
  events: {
    told: event({
      title: 'Tell',
      past: 'Told',
      by: ['parent or young person'],
      data: z.object({ yes: z.boolean() }),
    }),
  },
  guards: { yes: (c) => last(c, 'told')?.data.yes === true },
});

const about = {
  id: 'mediation-information',
  effective: { from: '2014-09-01' },
  title: 'Title',
  summary: 'Summary',
  law: ['Act'],
  initial: 'first',
} as const;
const over = { title: 'Over', outcome: 'It is over.' };
const turn = {
  title: 'First',
  duty: 'must tell',
  law: ['Act'],
  responsible: 'parent or young person',
} as const;
const undated = { ...turn, noDeadline: 'The law sets none.' } as const;
const contact = { rule: 'mediation.contact', metBy: 'told', ifMissed: 'You can still ask.' } as const;
const on = { told: 'over', 'missed.mediation.contact': 'stay' } as const;

const misspelt: [what: string, code: string, make: () => Route][] = [
  [
    'rule',
    'no-rule',
    () =>
      words.defineRoute({
        ...about,
        stages: {
          first: {
            ...turn,
            // @ts-expect-error There is no such rule.
            deadlines: [{ ...contact, rule: 'mediation.kontact', inputs: () => undefined }],
            on,
          },
          over,
        },
      }),
  ],
  [
    'party',
    'no-party',
    () =>
      words.defineRoute({
        ...about,
        // @ts-expect-error There is no such party.
        stages: { first: { ...undated, responsible: 'the council', on: { told: 'over' } }, over },
      }),
  ],
  [
    'sender',
    'no-party',
    () =>
      vocabulary({
        facts: z.object({}),
        // @ts-expect-error There is no such party.
        events: { told: event({ title: 'Tell', past: 'Told', by: ['the parent'], data: z.object({}) }) },
      }).defineRoute({ ...about, stages: { first: { ...undated, on: { told: 'over' } }, over } }),
  ],
  [
    'event',
    'no-event',
    () =>
      words.defineRoute({
        ...about,
        // @ts-expect-error Nobody can send it.
        stages: { first: { ...undated, on: { told: 'over', tolt: 'over' } }, over },
      }),
  ],
  [
    'guard',
    'no-guard',
    () =>
      words.defineRoute({
        ...about,
        // @ts-expect-error No condition has that name.
        stages: { first: { ...undated, on: { told: [{ when: 'jes', to: 'over' }, {}] } }, over },
      }),
  ],
  [
    'stage',
    'no-stage',
    () =>
      words.defineRoute({
        ...about,
        // @ts-expect-error No stage has that name.
        stages: { first: { ...undated, on: { told: [{ when: 'yes', to: 'ofer' }, { to: 'over' }] } }, over },
      }),
  ],
];

/** Dates the compiler knows a rule does not count from: nothing can be worked out of them. */
const wrongInputs: [what: string, make: () => Route][] = [
  [
    'a date that the rule does not count from',
    () =>
      words.defineRoute({
        ...about,
        stages: {
          first: {
            ...turn,
            // @ts-expect-error It counts from the notice.
            deadlines: [{ ...contact, inputs: (c) => ({ decisionSent: c.facts.noticeSent }) }],
            on,
          },
          over,
        },
      }),
  ],
  [
    'a fact that nobody was asked for',
    () =>
      words.defineRoute({
        ...about,
        stages: {
          first: {
            ...turn,
            // @ts-expect-error Nobody was asked for it.
            deadlines: [{ ...contact, inputs: (c) => ({ noticeSent: c.facts.noticeReceived }) }],
            on,
          },
          over,
        },
      }),
  ],
];

describe('A route file', () => {
  it.each(misspelt)('does not compile with an unknown %s, and the doctor says %s', (_, code, make) => {
    expect(findingsOf(make)).toContain(code);
  });

  it.each(wrongInputs)('does not compile with %s, and no date comes of it', (_, make) => {
    const route = make();
    const [clock] = runningClocks(route, start(route, { noticeSent: '2026-10-05' }, '2026-10-06').state);
    expect(() => explainUntyped(clock?.rule ?? '', clock?.inputs)).toThrow('noticeSent');
  });
});

/** A stage that does not exist is refused by XState itself, before there is a route to examine. */
function findingsOf(make: () => Route): string[] {
  try {
    return examine(make()).map(({ code }) => code);
  } catch (error) {
    return [/ofer/.test(String(error)) ? 'no-stage' : String(error)];
  }
}
