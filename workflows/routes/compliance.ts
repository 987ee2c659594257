// What one body owes after an order, an agreement, a concession or a recommendation: each point with its own clock.
// SEND Regulations 2014 regs 42, 44, 45; SI 2017/1306 regs 6–7.

import { z } from 'zod';
import { all, choice, date, event, list, vocabulary, type CaseContext, type PartyId } from '../kit';
import { aboutPoint, nothing, withReason } from './parts/data';
import { clockOf, owedPoint, pointRules, type OwedPoint } from './parts/points';

const facts = z.object({
  source: choice(
    { label: 'Where does it come from?' },
    {
      order: 'An order of the Tribunal',
      'consent-order': 'An order that both sides agreed',
      agreement: 'An agreement in mediation',
      concession: 'The council gave way before it answered the appeal',
      recommendation: 'A recommendation of the Tribunal',
    },
  ),
  made: date({ label: 'What is its date?' }),
  owedBy: choice(
    { label: 'Who must do it?' },
    { council: 'The council', icb: 'The ICB', 'social-care': 'Social care' },
  ),
  points: list({ label: 'What must be done?' }, owedPoint),
});

type Facts = z.infer<typeof facts>;
type C = CaseContext<Facts, typeof events>;

const parties: Record<Facts['owedBy'], PartyId> = {
  council: 'council SEND casework',
  icb: 'ICB (responsible commissioner)',
  'social-care': "council children's social care",
};

const BODIES = Object.values(parties) as PartyId[];

const events = {
  'point-kept': event({
    title: 'Say that a point is done',
    past: 'A point was done',
    when: 'When was it done?',
    by: [...BODIES, 'parent or young person'],
    data: aboutPoint,
    check: (c: CaseContext, { data, on }) => {
      const known = (c.facts as Facts).points.some(({ key }) => key === data.point);
      if (!known) return 'There is no such point. Choose one from the list.';
      return on < (c.facts as Facts).made
        ? 'It cannot be done before the date of the order or agreement.'
        : undefined;
    },
  }),
  'point-disputed': event({
    title: 'Say that a point is not really done',
    past: 'The family said that a point is not done',
    by: ['parent or young person'],
    data: aboutPoint.extend(withReason('What is missing?').shape),
  }),
  excused: event({
    title: 'Say why a point cannot be done in time',
    past: 'The body gave a reason why a point cannot be done in time',
    by: BODIES,
    data: aboutPoint.extend(
      withReason('What is the reason?', 'Only the reasons in regulation 44(3) count: the family will see it.')
        .shape,
    ),
  }),
  'given-up': event({
    title: 'Close this: it is no longer needed',
    past: 'The family said that this is no longer needed',
    by: ['parent or young person'],
    data: nothing,
    interruption: 'Reminders stop, and nobody is told if a date is missed.',
  }),
};

const keptKeys = (c: C): Set<string> => {
  const kept = new Set<string>();
  // A dispute after a point was called done opens it again; the later word counts.
  const words = [
    ...all(c, 'point-kept').map(({ on, data }) => ({ on, point: data.point, kept: true })),
    ...all(c, 'point-disputed').map(({ on, data }) => ({ on, point: data.point, kept: false })),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : Number(b.kept) - Number(a.kept)));
  for (const { point, kept: done } of words) {
    if (done) kept.add(point);
    else kept.delete(point);
  }
  return kept;
};

const open = (c: C): OwedPoint[] => c.facts.points.filter(({ key }) => !keptKeys(c).has(key));

const words = vocabulary({
  facts,
  events,
  guards: {
    'all kept': (c: C) => open(c).length === 0,
    'owed by the ICB': (c: C) => c.facts.owedBy === 'icb',
    'owed by social care': (c: C) => c.facts.owedBy === 'social-care',
  },
});

const missed = Object.fromEntries(
  pointRules.map((rule) => [`missed.${rule}` as const, 'stay' as const]),
) as Record<`missed.${(typeof pointRules)[number]}`, 'stay'>;

const owed = (party: PartyId) =>
  ({
    title: 'Waiting for what was ordered or agreed',
    responsible: party,
    duty: 'must do what was ordered or agreed',
    law: [
      'SEND Regulations 2014 regs 42, 44, 45',
      'Children and Families Act 2014 s42',
      'SI 2017/1306 regs 6–7',
    ],
    deadlines: [
      {
        rules: pointRules,
        each: (c: C) => c.facts.points.map((point) => clockOf(point, c.facts.made, party)),
        metBy: 'point-kept',
        ifMissed:
          party === 'ICB (responsible commissioner)'
            ? 'It goes to the accountable executive of the ICB. You can complain to the ICB and the Health Service Ombudsman.'
            : 'It goes to the director of children’s services. You can complain to the council and the Ombudsman, or ask a court.',
      },
    ],
    on: {
      'point-kept': [{ when: 'all kept', to: 'kept' }, {}],
      'point-disputed': 'stay',
      excused: 'stay',
      'given-up': 'closed',
      ...missed,
    },
  }) as const;

export const compliance = words.defineRoute({
  id: 'compliance',
  effective: { from: '2014-09-01' },
  title: 'Keeping the promise',
  summary:
    'What was ordered or agreed must now be done. Each point has its own date. The Tribunal cannot enforce its orders, so a missed date goes to the person in charge.',
  law: ['SEND Regulations 2014 regs 42, 44, 45', 'SI 2017/1306 regs 6–7'],
  decidedOn: (f) => f.made,
  initial: 'start',
  stages: {
    start: {
      choose: [
        { when: 'owed by the ICB', to: 'icb' },
        { when: 'owed by social care', to: 'social-care' },
        { to: 'council' },
      ],
    },
    council: owed(parties.council),
    icb: owed(parties.icb),
    'social-care': owed(parties['social-care']),
    kept: { title: 'The promise was kept', outcome: 'Everything that was ordered or agreed has been done.' },
    closed: { title: 'Closed', outcome: 'The family said that this is no longer needed.' },
  },
});
