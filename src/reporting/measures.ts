// What is published: every measure and category with its meaning. The data dictionary and the pages read from here.

import { partyIds, partyDefinition, type PartyId } from '../../workflows/kit';
import { listRules, type RuleId } from '../../workflows/law';

export type PublishedBody = 'council' | 'icb';
export const bodies: Record<PublishedBody, { one: string; many: string }> = {
  council: { one: 'council', many: 'councils' },
  icb: { one: 'ICB', many: 'ICBs' },
};
export const publishedBodies = Object.keys(bodies) as PublishedBody[];

/** The method of counting and of hiding. It goes up with every change, so that quarters can be told apart. */
export const METHOD = 1;

/** All the organisations of a kind that use this service, taken together. */
export const ENGLAND = 'england';

interface TimedMeasure {
  title: string;
  /** As it follows a name: "met 60% of its duties on time". */
  sentence: string;
  meaning: string;
  which: { rules: RuleId[]; route?: string; withoutPoint?: true };
}

const lawful: RuleId[] = listRules()
  .filter(({ kind }) => kind === 'statutory' || kind === 'guidance')
  .map(({ id }) => id as RuleId);

/** Things with a date. Each date is counted in exactly one of these, in the quarter in which it fell. */
export const timed = {
  duties: {
    title: 'Duties met on time',
    sentence: 'of duties were met on time',
    meaning:
      'Dates that law or guidance sets for what the body must do. For example: to arrange mediation, or to answer a complaint.',
    which: { rules: lawful.filter((id) => id !== 'recommendation.respond'), withoutPoint: true },
  },
  promises: {
    title: 'Promises kept on time',
    sentence: 'of promises were kept on time',
    meaning:
      'Points of Tribunal orders, of agreements in mediation and of what the body conceded, each with its own date.',
    which: { rules: [], route: 'compliance' },
  },
  recommendations: {
    title: 'Tribunal recommendations answered on time',
    sentence: 'of recommendations were answered on time',
    meaning:
      'Recommendations of the Tribunal about health or social care. The body must answer in five weeks.',
    which: { rules: ['recommendation.respond'] },
  },
  escalations: {
    title: 'Escalations decided on time',
    sentence: 'of escalations were decided on time',
    meaning:
      'Missed duties that went to the person in charge. A decision within ten working days is a service standard, not a law.',
    which: { rules: ['executive.decide'] },
  },
} as const satisfies Record<string, TimedMeasure>;

export type Timed = keyof typeof timed;
export type Measure = Timed | 'opened';
export const timedMeasures = Object.keys(timed) as Timed[];

export const whichOf = (measure: Timed): TimedMeasure['which'] => timed[measure].which;

/** The parts of each timed measure. The first is the whole of the next three. */
export const parts = {
  due: 'Fell due in the quarter',
  'on-time': 'Done on time',
  'done-late': 'Done late',
  'not-done': 'Not done by the day the figures were frozen',
} as const;
export type TimedPart = keyof typeof parts;

export const spread = {
  'median-days-late': 'Days late, the middle one of those done late',
  'ninetieth-days-late': 'Days late, nine out of ten of those done late are not later than this',
} as const;

/** How many must stand behind a middle value and behind a ninetieth in a hundred, counted as published. */
export const ENOUGH_FOR_MEDIAN = 10;
export const ENOUGH_FOR_NINETIETH = 30;
/** Below this, the page says that a percentage stands on little. */
export const LITTLE = 30;

export const ALL_ROUTES = 'all';

export const partiesOfBody = (body: PublishedBody): PartyId[] =>
  partyIds.filter((party) => partyDefinition(party).body === body);

export const dictionary: { column: string; meaning: string }[] = [
  { column: 'quarter', meaning: 'Quarter of the calendar year, e.g. 2026Q3 for July to September 2026' },
  { column: 'body', meaning: 'council or icb (Integrated Care Board): whose acts are counted' },
  {
    column: 'area',
    meaning: `Identifier of the council or ICB; ${ENGLAND} for all councils or all ICBs in this service together`,
  },
  { column: 'area_name', meaning: 'Name of the council or ICB when the figures were frozen' },
  {
    column: 'measure',
    meaning: [
      ...timedMeasures.map((id) => `${id}: ${timed[id].title}. ${timed[id].meaning}`),
      'opened: disputes opened in the quarter that name the council or ICB',
    ].join('; '),
  },
  {
    column: 'category',
    meaning: [
      ...Object.entries(parts).map(([id, title]) => `${id}: ${title}`),
      ...Object.entries(spread).map(([id, title]) => `${id}: ${title}`),
      `for opened: ${ALL_ROUTES}, a route, or (England only) a route and the stage it had reached, e.g. compliance/kept`,
    ].join('; '),
  },
  {
    column: 'value',
    meaning:
      'The figure; * where it is hidden. Counts are rounded to the nearest 5, so that parts need not add up to their whole. Days are whole days.',
  },
];

export const methodology: { title: string; lines: string[] }[] = [
  {
    title: 'What is counted',
    lines: [
      'Only disputes that were carried by this service. It is not everything that happened in an area.',
      'A duty counts in the quarter in which its date fell. A dispute counts in the quarter in which it was opened.',
      'Where the law can be read in two ways, nothing is called late before the last date that any reading allows.',
      'An extension that the law allows has a date of its own, and is counted with it.',
      'A date that no longer applied, because the dispute went another way, is not counted.',
      '“England” means all councils, or all ICBs, in this service taken together.',
    ],
  },
  {
    title: 'When it is frozen',
    lines: [
      'The figures of a quarter are made once, after the fourteen days that follow it. They are never made again, because two versions could be subtracted from each other. What was recorded late stays out.',
      'Days late are counted from the last date allowed to the day it was done. Things not done at all have no such day: they are shown by themselves.',
    ],
  },
  {
    title: 'What is hidden, so that no family can be recognised',
    lines: [
      'The rule follows the one of the NHS for small numbers: zero is shown, 1 to 7 is hidden, everything else is rounded to the nearest 5. Here it applies to England as well.',
      'A larger count is hidden too where fewer than eight disputes stand behind it. So is one that would give a hidden count away by subtraction. Rarely a zero is hidden for that reason.',
      'Percentages are made of the rounded counts. The middle number of days late is given from 10 late things on, the ninetieth in a hundred from 30 on.',
      'Only the figures made safe are kept for publication. The counts behind them are never stored there.',
    ],
  },
  {
    title: 'Take care',
    lines: [
      'A body that records more shows more late dates. Percentages that stand on fewer than 30 dates change easily. There is no ranking.',
      'Nobody outside has checked these figures. An organisation that knows its own counts may narrow down another one’s where there are only two.',
    ],
  },
];
