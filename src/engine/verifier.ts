// Replays journals through the route version they were recorded with, and compares: chain, state, deadlines.

import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { MoreThan } from 'typeorm';
import { findRoute } from '../../workflows';
import {
  runningClocks,
  start,
  step,
  type CaseState,
  type Route,
  type RunningClock,
} from '../../workflows/kit';
import { explainUntyped } from '../../workflows/law';
import { Db, isIn, readTogether, rowsOf } from '../persistence';
import { deadlineChanges, type Kept } from './deadline-changes';
import { Case, Deadline, JournalEntry } from './entities';
import { hashOfEntry, NO_HASH } from './journal';
import { CORRECTED, isAmendment, RECOUNTED, replay, type Replayed } from './replay';

export interface VerifyFinding {
  ref: string;
  seq?: number;
  what: string;
}

const BATCH = 200;

@Injectable()
export class Verifier {
  constructor(private readonly db: Db) {}

  /** Every case, a few at a time: memory stays the same however many there are. */
  async verifyAll(found: (finding: VerifyFinding) => void): Promise<{ cases: number; entries: number }> {
    let last = '';
    let cases = 0;
    let entries = 0;
    for (;;) {
      const batch = await this.db.read.find(Case, {
        where: { id: MoreThan(last) },
        order: { id: 'ASC' },
        take: BATCH,
      });
      const records = await this.recordsOf(batch);
      for (const each of batch) {
        const { journal, deadlines } = records.get(each.id) as Records;
        verify(each, journal, deadlines).forEach(found);
        cases += 1;
        entries += journal.length;
      }
      const end = batch.at(-1);
      if (!end) return { cases, entries };
      last = end.id;
    }
  }

  async verifyCase(ref: string): Promise<VerifyFinding[]> {
    const found = await this.db.read.findOneBy(Case, { ref });
    if (!found) return [{ ref, what: 'There is no such case' }];
    const { journal, deadlines } = (await this.recordsOf([found])).get(found.id) as Records;
    return verify(found, journal, deadlines);
  }

  /** What was written about these cases, in a query for each table. */
  private async recordsOf(cases: Case[]): Promise<Map<string, Records>> {
    const { read } = this.db;
    const records = new Map<string, Records>(cases.map(({ id }) => [id, { journal: [], deadlines: [] }]));
    const ids = [JSON.stringify([...records.keys()])];
    const [journal, deadlines] = await readTogether(
      read,
      rowsOf(read, JournalEntry, `${isIn(read, 'case_id', '$1')} ORDER BY case_id, seq`, ids),
      rowsOf(read, Deadline, isIn(read, 'case_id', '$1'), ids),
    );
    for (const entry of journal) records.get(entry.caseId)?.journal.push(entry);
    for (const row of deadlines) records.get(row.caseId)?.deadlines.push(row);
    return records;
  }
}

interface Records {
  journal: JournalEntry[];
  deadlines: Deadline[];
}

/** Nothing but computing: what is wrong with this case, if anything. */
function verify(found: Case, journal: JournalEntry[], stored: Deadline[]): VerifyFinding[] {
  const findings: VerifyFinding[] = [];
  const say = (what: string, seq?: number) =>
    findings.push({ ref: found.ref, ...(seq === undefined ? {} : { seq }), what });
  const route = findRoute(found.route, found.routeVersion);
  if (!route) {
    say(`This release has no ${found.route} of version ${found.routeVersion}`);
    return findings;
  }
  let prev = NO_HASH;
  let state: CaseState | undefined;
  let facts = journal[0]?.data ?? {};
  const kept: Kept[] = [];
  for (const [n, entry] of journal.entries()) {
    if (entry.seq !== n + 1) say('An entry is missing before this one', entry.seq);
    if (entry.prevHash !== prev) say('It does not follow from the entry before', entry.seq);
    if (hashOfEntry(entry) !== entry.hash) say('Its content is not what was recorded', entry.seq);
    prev = entry.hash;
    const before: Set<string> = new Set(state ? runningClocks(route, state).map(({ key }) => key) : []);
    if (entry.type === CORRECTED) facts = { ...facts, ...(entry.data.facts as object) };
    const next = nextState(route, state, entry, () =>
      replay(route, facts, journal[0]?.occurredOn ?? entry.occurredOn, journal.slice(1, n)),
    );
    if (!next) {
      say('The route does not allow it at this stage', entry.seq);
      break;
    }
    if (next.stage !== entry.stage) say(`It leads to ${next.stage}, not to ${entry.stage}`, entry.seq);
    if (isAmendment(entry)) {
      if (!replayAmendment(kept, runningClocks(route, next), entry))
        say('It changes deadlines that its case did not have', entry.seq);
    } else replayDeadlines(kept, before, runningClocks(route, next), entry);
    state = next;
  }
  if (prev !== found.headHash) say('The last entry is not the one the case was left with');
  if (journal.length !== found.version)
    say(`There are ${journal.length} entries for version ${found.version}`);
  if (
    state &&
    (state.stage !== found.stage || !isDeepStrictEqual(asStored(state.context), asStored(found.context)))
  ) {
    say('The stored state is not the one its journal leads to');
  }
  const words = (each: Kept) => `${each.key} ${each.round} ${each.due} ${each.status}`;
  if (!isDeepStrictEqual(stored.map(words).sort(), kept.map(words).sort())) {
    say('The stored deadlines are not the ones its journal leads to');
  }
  return findings;
}

const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function nextState(
  route: Route,
  state: CaseState | undefined,
  entry: JournalEntry,
  again: () => Replayed | undefined,
): CaseState | undefined {
  if (!state) return start(route, entry.data, entry.occurredOn).state;
  if (entry.type === RECOUNTED) return state;
  if (entry.type === CORRECTED) return again()?.state;
  return step(route, state, { type: entry.type, on: entry.occurredOn, data: entry.data })?.state;
}

/** An amendment's own record is followed; it may only close what ran and open what runs now. */
function replayAmendment(kept: Kept[], clocks: RunningClock[], { changes }: JournalEntry): boolean {
  for (const { key, round, status, due } of changes) {
    if (status !== 'open') {
      const row = kept.find((each) => each.key === key && each.round === round);
      if (!row) return false;
      row.status = status;
      continue;
    }
    const clock = clocks.find((each) => each.key === key);
    if (!clock) return false;
    kept.push(keptOf(clock, round, due));
  }
  return true;
}

const keptOf = (clock: RunningClock, round: number, due: string): Kept => ({
  key: clock.key,
  round,
  rule: clock.rule,
  point: clock.point ?? null,
  inputs: clock.inputs,
  metBy: [...clock.metBy],
  due,
  status: 'open',
});

function replayDeadlines(
  kept: Kept[],
  before: ReadonlySet<string>,
  after: ReturnType<typeof runningClocks>,
  entry: JournalEntry,
): void {
  const changes = deadlineChanges(kept, before, after, {
    type: entry.type,
    on: entry.occurredOn,
    data: entry.data,
  });
  for (const { row, status } of changes.closed) row.status = status;
  for (const { clock, round } of changes.open) {
    // The date of its own day stands in the journal: a bank holiday proclaimed since must not make the past look wrong.
    const recorded = entry.changes.find((change) => change.key === clock.key && change.round === round);
    kept.push(keptOf(clock, round, recorded?.due ?? explainUntyped(clock.rule, clock.inputs).due));
  }
}
