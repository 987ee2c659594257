// What another version of a route would do to today's cases: each journal is played again with it, and nothing is written.

import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import type { z } from 'zod';
import type { PlainDate } from '../../workflows/calendar';
import { isOutcome, possibleEvents, runningClocks, type CaseState, type Route } from '../../workflows/kit';
import { explainUntyped } from '../../workflows/law';
import { Db } from '../persistence';
import { routeOf } from './case-route';
import { Case, JournalEntry } from './entities';
import { CORRECTED, replay } from './replay';

/** How one case would be different. No personal detail: a reference, stages, events and dates. */
export interface Simulated {
  ref: string;
  stage: string;
  /** What the version would ask at the start and was never asked. */
  missingFacts?: string[];
  /** The first event that the version would not have allowed. */
  refused?: { seq: number; type: string; at: string; why?: string };
  /** Where the case would stand instead. */
  otherStage?: string;
  dates?: { key: string; before?: PlainDate; after?: PlainDate }[];
  /** Acts that would no longer be possible now, and new ones. */
  lost?: string[];
  gained?: string[];
}

export interface SimulationTotals {
  cases: number;
  changed: number;
}

const BATCH = 200;

@Injectable()
export class Simulation {
  constructor(private readonly db: Db) {}

  /** Open cases on the route whose decision is on or after `from`; each one that would differ is reported. */
  async run(
    proposed: Route,
    from: PlainDate,
    report: (changed: Simulated) => void,
  ): Promise<SimulationTotals> {
    const totals = { cases: 0, changed: 0 };
    for (let last = ''; ;) {
      const batch = await this.db.read.find(Case, {
        where: { route: proposed.id, over: false, id: MoreThan(last) },
        order: { id: 'ASC' },
        take: BATCH,
      });
      for (const found of batch) {
        if ((routeOf(found).decidedOn(found.context.facts) ?? found.openedAt.slice(0, 10)) < from) continue;
        totals.cases += 1;
        const journal = await this.db.read.find(JournalEntry, {
          where: { caseId: found.id },
          order: { seq: 'ASC' },
        });
        const changed = simulated(found, journal, proposed);
        if (!changed) continue;
        totals.changed += 1;
        report(changed);
      }
      const end = batch.at(-1);
      if (!end) return totals;
      last = end.id;
    }
  }
}

function simulated(found: Case, journal: JournalEntry[], proposed: Route): Simulated | undefined {
  const about = { ref: found.ref, stage: found.stage };
  const facts = journal.reduce<Record<string, unknown>>(
    (known, { type, data }) => (type === CORRECTED ? { ...known, ...(data.facts as object) } : known),
    journal[0]?.data ?? {},
  );
  const parsed = proposed.facts.safeParse(facts);
  if (!parsed.success) {
    return { ...about, missingFacts: [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))] };
  }
  const opened = journal[0]?.occurredOn ?? '';
  const past = journal.slice(1);
  const unfit = firstUnfit(proposed, past);
  if (unfit) return { ...about, refused: unfit };
  const replayed = replay(proposed, parsed.data, opened, past);
  if (!replayed) return { ...about, refused: firstRefused(proposed, parsed.data, opened, past) };
  const { state } = replayed;
  const now: CaseState = { stage: found.stage, context: found.context };
  const current = routeOf(found);
  const dates = datesOf(current, now, proposed, state);
  const [before, after] = [actsOf(current, now), actsOf(proposed, state)];
  const lost = before.filter((type) => !after.includes(type));
  const gained = after.filter((type) => !before.includes(type));
  if (state.stage === found.stage && dates.length + lost.length + gained.length === 0) return undefined;
  return {
    ...about,
    ...(state.stage === found.stage ? {} : { otherStage: state.stage }),
    ...(dates.length ? { dates } : {}),
    ...(lost.length ? { lost } : {}),
    ...(gained.length ? { gained } : {}),
  };
}

/** The first event whose answers the version would not take, e.g. an order that could no longer be made. */
function firstUnfit(route: Route, past: JournalEntry[]): Simulated['refused'] {
  for (const [n, { seq, type, data }] of past.entries()) {
    const parsed = (route.events[type]?.data as z.ZodObject | undefined)?.safeParse(data);
    if (!parsed || parsed.success) continue;
    const asked = parsed.error.issues.map(({ path }) => path.join('.'));
    return {
      seq,
      type,
      at: past[n - 1]?.stage ?? route.initial,
      why: `Not one of the answers: ${asked.join(', ')}`,
    };
  }
  return undefined;
}

function firstRefused(
  route: Route,
  facts: Record<string, unknown>,
  opened: PlainDate,
  past: JournalEntry[],
): NonNullable<Simulated['refused']> {
  for (const [n, { seq, type }] of past.entries()) {
    if (replay(route, facts, opened, past.slice(0, n + 1))) continue;
    const before = replay(route, facts, opened, past.slice(0, n));
    return { seq, type, at: before?.state.stage ?? route.initial };
  }
  throw new Error('A journal that cannot be played again has a first event that is refused');
}

const actsOf = (route: Route, state: CaseState): string[] =>
  isOutcome(route.stages[state.stage] ?? {}) ? [] : possibleEvents(route, state);

function datesOf(a: Route, before: CaseState, b: Route, after: CaseState): NonNullable<Simulated['dates']> {
  const due = (route: Route, state: CaseState) =>
    new Map(
      runningClocks(route, state).map(({ key, rule, inputs }) => [key, explainUntyped(rule, inputs).due]),
    );
  const [old, changed] = [due(a, before), due(b, after)];
  return [...new Set([...old.keys(), ...changed.keys()])]
    .filter((key) => old.get(key) !== changed.get(key))
    .map((key) => {
      const [was, would] = [old.get(key), changed.get(key)];
      return { key, ...(was ? { before: was } : {}), ...(would ? { after: would } : {}) };
    });
}
