import { z } from 'zod';
import { routes } from '..';
import { choice, event, examine, examineAll, last, vocabulary, type Route } from '.';

const words = () =>
  vocabulary({
    facts: z.object({ noticeSent: z.string() }),
    events: {
      told: event({
        title: 'Tell',
        past: 'Told',
        by: ['parent or young person'],
        data: z.object({ yes: choice({ label: 'Yes?' }, { y: 'Yes', n: 'No' }) }),
      }),
      done: event({ title: 'Finish', past: 'Finished', by: ['mediation adviser'], data: z.object({}) }),
    },
    guards: { yes: (c) => last(c, 'told')?.data.yes === 'y' },
  });

function sound(): Route {
  return words().defineRoute({
    id: 'mediation-information',
    effective: { from: '2014-09-01' },
    title: 'Title',
    summary: 'Summary',
    law: ['Act'],
    initial: 'first',
    stages: {
      first: {
        title: 'First',
        responsible: 'parent or young person',
        duty: 'must tell',
        law: ['Act'],
        deadlines: [
          {
            rule: 'mediation.contact',
            inputs: (c) => ({ noticeSent: c.facts.noticeSent }),
            metBy: 'told',
            familyRight: true,
            ifMissed: 'You can still ask.',
          },
        ],
        on: { told: 'second', 'missed.mediation.contact': 'stay' },
      },
      second: {
        title: 'Second',
        responsible: 'mediation adviser',
        duty: 'must finish',
        law: ['Act'],
        noDeadline: 'The law sets none.',
        on: { done: 'over', told: [{ when: 'yes', to: 'first' }, {}] },
      },
      over: { title: 'Over', outcome: 'It is over.' },
    },
  });
}

type Loose = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

/** A sound route with one thing broken in a way the compiler would not allow. */
const broken: [code: string, spoil: (route: Loose) => void][] = [
  ['no-start', (r) => (r.initial = 'nowhere')],
  ['unreachable', (r) => (r.stages.lonely = { title: 'Lonely', outcome: 'Nobody comes here.' })],
  ['dead-end', (r) => (r.stages.second.on = { told: 'stay', done: 'stay' })],
  ['nobody-responsible', (r) => (r.stages.second.responsible = undefined)],
  ['no-deadline', (r) => delete r.stages.second.noDeadline],
  ['miss-unhandled', (r) => delete r.stages.first.on['missed.mediation.contact']],
  ['nobody-sends', (r) => (r.events.done.by = [])],
  ['never-accepted', (r) => (r.events.idle = { ...r.events.done })],
  ['cannot-be-met', (r) => (r.stages.first.deadlines[0].metBy = 'done')],
  ['no-rule', (r) => (r.stages.first.deadlines[0].rule = 'no.such.rule')],
  ['no-text', (r) => (r.stages.first.deadlines[0].ifMissed = ' ')],
  ['no-law', (r) => (r.stages.first.law = [])],
  ['open-choice', (r) => (r.stages.second = { choose: [{ when: 'yes', to: 'over' }] })],
  ['link-to-nothing', (r) => (r.stages.over.opens = [{ route: 'oia', facts: () => ({}) }])],
  ['miss-of-nothing', (r) => (r.stages.second.on['missed.nhs.respond'] = 'over')],
  [
    'cycle-without-person',
    (r) => {
      r.stages.first.on['missed.mediation.contact'] = 'second';
      r.stages.second.deadlines = [{ ...r.stages.first.deadlines[0], metBy: 'done' }];
      r.stages.second.on['missed.mediation.contact'] = 'first';
    },
  ],
];

describe('The doctor', () => {
  it('finds nothing in a sound route', () => {
    expect(examine(sound())).toEqual([]);
  });

  it.each(broken)('names %s', (code, spoil) => {
    const route = sound() as Loose;
    spoil(route);
    const named = examine(route as Route).find((finding) => finding.code === code);
    expect(named).toMatchObject({ route: 'mediation-information', cure: expect.stringMatching(/.{10,}/) });
  });

  it('names two versions in force at once', () => {
    const later = { ...sound(), version: '2020-01-01', effective: { from: '2020-01-01' } };
    expect(examineAll([sound(), later]).map(({ code }) => code)).toEqual(['two-versions']);
  });

  it('finds every route of the house sound', () => {
    expect(examineAll(routes)).toEqual([]);
  });
});
