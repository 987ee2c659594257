// The formal papers of a case, made of its journal as it stood at the act: an act of an organisation that its route calls
// a paper can be had as one, today and in ten years.

import { findRoute } from '../../workflows';
import { formatDate, type PlainDate } from '../../workflows/calendar';
import {
  isWorking,
  parties,
  partyDefinition,
  possibleEvents,
  type Body,
  type DeadlineItem,
  type PaperKind,
  type PartyId,
  type Route,
} from '../../workflows/kit';
import { explainUntyped } from '../../workflows/law';
import { clockOf, pointKinds, type OwedPoint } from '../../workflows/routes/parts/points';
import { jsonSchemaOf, questionsOf, said, type CaseView, type Question, type TimelineEntry } from '../engine';
import { bullets, fillTemplate, heading, paragraph, strong, type Block, type Paper } from '../papers';
import { placeholdersOf } from './default-wordings';
import type { Wording } from './wordings';

const FAMILY: PartyId = 'parent or young person';

/** One act of the journal that is a formal paper, and the organisation whose paper it is. */
export interface FormalAct {
  kind: PaperKind;
  entry: TimelineEntry;
  issuer: { id: string; name: string };
}

/** What an organisation did itself; what a family recorded of it is no paper of the organisation. */
export function formalActs(view: CaseView, entries: TimelineEntry[]): FormalAct[] {
  const route = findRoute(view.route, view.routeVersion);
  return entries.flatMap((entry) => {
    const kind = route?.events[entry.type]?.paper;
    if (!kind || !(entry.party in parties)) return [];
    const { body } = partyDefinition(entry.party as PartyId);
    const issuer = body === 'family' ? undefined : view.parties[body];
    return issuer ? [{ kind, entry, issuer }] : [];
  });
}

/** `copy`: to be edited in Word; it says so, because what is changed in it is not what was recorded. */
export function paperOf(
  view: CaseView,
  entries: TimelineEntry[],
  { kind, entry, issuer }: FormalAct,
  wording: Pick<Wording, 'number' | 'template'>,
  copy = false,
): Paper {
  const route = findRoute(view.route, view.routeVersion) as Route;
  const facts = factsAt(entries, entry.seq);
  const texts: Record<string, string | undefined> = {
    from: issuer.name,
    day: formatDate(entry.occurredOn),
    case: view.ref,
    about: route.title,
    act: entry.title,
    ...(kind === 'certificate' ? certificateTexts(entry, facts, route) : {}),
    ...(kind === 'agreement' ? { binding: bindingOf(entry) } : {}),
  };
  const blocks: Record<string, Block[]> = {
    answers: answersOf(route, entry.type, entry.data),
    dates: datesOf(view, entry),
    choices: choicesOf(route, entry.stage),
    names: [
      'Name of the child or young person',
      'Name of the parent, if the parent appeals',
      'Signed for the mediation adviser',
    ].map(blankFor),
    signatures: [
      'The parent or young person',
      ...bodiesOf(entry).map((body) => `For ${nameOf(view, body)}`),
      'The mediator',
    ].map(blankFor),
    points: pointsOf(view, entry),
    working: kind === 'certificate' ? bulletsOf(appealAfter(entry, facts)?.trace ?? []) : [],
  };
  const filled = fillTemplate(
    wording.template,
    onlyKnown(kind, 'texts', texts),
    onlyKnown(kind, 'blocks', blocks),
  );
  return {
    ...filled,
    reference: view.ref,
    issuer: issuer.name,
    dated: entry.occurredOn,
    asAt: entry.at,
    blocks: [
      ...(copy ? [COPY] : []),
      ...filled.blocks,
      copy ? provenanceOfCopy(entry) : provenance(entry, wording.number),
    ],
  };
}

/** Only names that are documented reach the wording: what is not in the list cannot come to be relied on. */
function onlyKnown<T>(kind: PaperKind, of: 'texts' | 'blocks', all: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in placeholdersOf[kind][of]));
}

/** The facts as the case had them when this entry was written. */
function factsAt(entries: TimelineEntry[], seq: number): Record<string, unknown> {
  return entries
    .filter((entry) => entry.seq <= seq)
    .reduce<Record<string, unknown>>((facts, { type, data }) => {
      if (type === 'opened') return { ...data };
      return type === 'facts-corrected' ? { ...facts, ...(data.facts as object) } : facts;
    }, {});
}

/** The time limit of the appeal that this certificate is for; nothing where the day of the letter is not known. */
function appealAfter(
  { occurredOn: certificateIssued }: TimelineEntry,
  { noticeSent }: Record<string, unknown>,
) {
  return typeof noticeSent === 'string'
    ? explainUntyped('appeal.lodge', { noticeSent, certificateIssued })
    : undefined;
}

const GROUNDS = {
  declined:
    'The mediation adviser gave the parent or young person information about mediation. They told the adviser that they do not want it (Children and Families Act 2014 s55(4)).',
  concluded:
    'The mediation adviser gave the parent or young person information about mediation, and they took part in it. It has ended (Children and Families Act 2014 s55(5)).',
  'not-arranged':
    'Mediation was wanted and was not arranged in the time that the law allows. The certificate is given as if mediation had taken place (Children and Families Act 2014 s55(5); SEND Regulations 2014 reg 39).',
};

function certificateTexts(
  entry: TimelineEntry,
  facts: Record<string, unknown>,
  route: Route,
): Record<string, string | undefined> {
  // The duty that the certificate met says why it is given; where an adviser was not asked in time, the adviser says it.
  const met = entry.dates.find(
    ({ rule, status }) => rule.startsWith('mediation.certificate.') && status.startsWith('met'),
  );
  const ground = met?.rule.slice('mediation.certificate.'.length) ?? String(entry.data.reason ?? 'concluded');
  const { noticeSent, decision } = facts as { noticeSent?: PlainDate; decision?: string };
  const last =
    noticeSent && explainUntyped('appeal.lodge', { noticeSent, certificateIssued: entry.occurredOn });
  const asked = questionsOf(jsonSchemaOf(route.facts)).find(({ name }) => name === 'decision');
  return {
    ground: GROUNDS[ground as keyof typeof GROUNDS],
    decision: asked && decision ? said(asked, decision, formatDate) : undefined,
    notice: noticeSent && formatDate(noticeSent),
    until: last && formatDate(last.due),
    unknown: noticeSent
      ? undefined
      : 'You have two months from the day the letter with the decision was sent, or one month from the date of this certificate, whichever ends later.',
  };
}

interface SaidPoint {
  what: string;
  kind?: OwedPoint['kind'];
  owedBy?: string;
  by?: PlainDate;
}

const pointsIn = ({ data }: TimelineEntry): SaidPoint[] =>
  Array.isArray(data.points) ? (data.points as SaidPoint[]) : [];

const bodiesOf = (entry: TimelineEntry): string[] => [
  ...new Set(pointsIn(entry).flatMap(({ owedBy }) => (owedBy ? [owedBy] : []))),
];

const nameOf = (view: CaseView, body: string): string => view.parties[body as Body]?.name ?? `the ${body}`;

function pointsOf(view: CaseView, entry: TimelineEntry): Block[] {
  const points = pointsIn(entry);
  if (points.length === 0) return [];
  const rows = points.map((point, n) => {
    const last =
      point.kind && point.kind in pointKinds ? workedOut(point as OwedPoint, entry.occurredOn) : undefined;
    const due = last?.due ?? point.by;
    return [
      String(n + 1),
      point.what,
      point.owedBy ? nameOf(view, point.owedBy) : '',
      due ? formatDate(due) : 'No date',
      last?.basis ?? 'As agreed in writing',
    ];
  });
  const header = ['Point', 'What will be done', 'By whom', 'By when', 'Legal basis'];
  return [{ kind: 'table', caption: 'Each point with its last day', header, rows }];
}

function workedOut(point: OwedPoint, made: PlainDate) {
  const { rule, inputs }: Pick<DeadlineItem, 'rule' | 'inputs'> = clockOf(point, made, FAMILY);
  return explainUntyped(rule, inputs as Record<string, string>);
}

const bindingOf = (entry: TimelineEntry): string | undefined =>
  pointsIn(entry).some(({ kind }) => kind !== undefined)
    ? 'What could have been appealed must be done as if the Tribunal had ordered it (SEND Regulations 2014 reg 42(2)). Anything else must be done within two weeks (reg 42(3)). A date that was agreed in writing replaces both (reg 42(5)).'
    : undefined;

export function answersIn(view: CaseView, { type, data }: TimelineEntry): Block[] {
  const route = findRoute(view.route, view.routeVersion);
  return route ? answersOf(route, type, data) : [];
}

/** Everything that was said in an act: short answers in a table, long ones as text, lists as tables of their own. */
function answersOf(route: Route, type: string, data: Record<string, unknown>): Block[] {
  const schema = type === 'opened' ? route.facts : route.events[type]?.data;
  if (!schema) return [];
  const asked = questionsOf(jsonSchemaOf(schema)).filter(({ name }) => data[name] !== undefined);
  const short = asked.filter(({ control }) => control !== 'list' && control !== 'textarea');
  const blocks: Block[] = [];
  if (short.length > 0)
    blocks.push({
      kind: 'rows',
      caption: 'In short',
      rows: short.map((each) => [labelOf(each), said(each, data[each.name], formatDate)]),
    });
  for (const each of asked.filter((question) => !short.includes(question))) {
    const value = data[each.name];
    if (each.control !== 'list') blocks.push(heading(labelOf(each), 3), ...paragraphs(String(value)));
    else if (Array.isArray(value) && value.length > 0) blocks.push(...listed(each, value));
  }
  return blocks;
}

const paragraphs = (text: string): Block[] =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => paragraph(part.trim()));

function listed(question: Question, value: Record<string, unknown>[]): Block[] {
  const columns = (question.items ?? []).filter(({ name }) => value.some((row) => row[name] !== undefined));
  const rows = value.map((row) => columns.map((each) => said(each, row[each.name], formatDate)));
  // A row of a table stands on one page; what does not fit a cell is told one item after the other.
  if (rows.flat().some((cell) => cell.length > LONGEST_CELL))
    return rows.flatMap((cells, n) => [
      heading(`${labelOf(question)} ${n + 1}`, 3),
      ...cells.flatMap((cell, c) => [
        paragraph(strong(labelOf(columns[c] as Question))),
        ...paragraphs(cell),
      ]),
    ]);
  return [
    {
      kind: 'table',
      caption: labelOf(question),
      header: ['Number', ...columns.map(labelOf)],
      rows: rows.map((cells, n) => [String(n + 1), ...cells]),
    },
  ];
}

const LONGEST_CELL = 600;
const OPTIONAL = ' (optional)';
const labelOf = ({ label }: Question): string => label.replace(OPTIONAL, '');

/** The dates that began with this act. */
function datesOf(view: CaseView, entry: TimelineEntry): Block[] {
  const rows = entry.dates
    .filter(({ status }) => status === 'open')
    .flatMap(({ rule, point, due }) => {
      const date = view.deadlines.find(
        (each) => each.rule === rule && each.point === point && each.due === due,
      );
      const what = date && (date.pointTitle ? `${date.title}: ${date.pointTitle}` : date.title);
      return date
        ? [[formatDate(due), what as string, familyOr(date.owedBy, date.owedByName), date.basis]]
        : [];
    });
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'Dates that run from here',
      header: ['Last day', 'What', 'Who', 'Legal basis'],
      rows,
    },
  ];
}

const familyOr = (party: PartyId, name: string): string => (party === FAMILY ? 'You, the family' : name);

/** What only the family itself could do at the stage that this act led to; where the case is over, what that means. */
function choicesOf(route: Route, stageId: string): Block[] {
  const stage = route.stages[stageId];
  if (!stage) return [];
  if (!isWorking(stage)) return 'outcome' in stage ? [paragraph(stage.outcome)] : [];
  const state = { stage: stageId, context: { facts: {}, opened: '', happened: {}, missed: {} } };
  const titles = possibleEvents(route, state)
    .map((type) => route.events[type] as Route['events'][string])
    .filter(({ by }) => by.every((party) => party === FAMILY))
    .map(({ title }) => title);
  return titles.length > 0 ? [bullets(...titles)] : [];
}

const bulletsOf = (lines: string[]): Block[] => (lines.length > 0 ? [bullets(...lines)] : []);

const blankFor = (label: string): Block => ({ kind: 'blank', label });

const COPY: Block = {
  kind: 'notice',
  runs: [{ text: 'A copy to edit. What was recorded stays as it is, and can be had as a PDF.' }],
};

const provenanceOfCopy = ({ seq, hash }: TimelineEntry): Block => ({
  kind: 'paragraph',
  small: true,
  runs: [
    {
      text: `This file began as a copy of entry ${seq} of the journal of the case (hash ${hash.slice(0, 16)}). Its words can have been changed since. The record is that entry.`,
    },
  ],
});

const provenance = ({ seq, hash }: TimelineEntry, number: number): Block => ({
  kind: 'paragraph',
  small: true,
  runs: [
    {
      text: `This paper is made of entry ${seq} of the journal of the case (hash ${hash.slice(0, 16)}) and of the wording ${
        number === 0 ? 'that comes with Recourse' : `number ${number} of the organisation`
      }. The same entry always gives the same paper.`,
    },
  ],
});
