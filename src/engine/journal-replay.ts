// A journal run again through the route version it was recorded with: where it leads, and where it does not hold together.

import {
  runningClocks,
  start,
  step,
  type CaseState,
  type Route,
  type RunningClock,
} from '../../workflows/kit';
import { explainUntyped } from '../../workflows/law';
import { deadlineChanges, type Kept } from './deadline-changes';
import type { JournalEntry } from './entities';
import { hashOfEntry, NO_HASH } from './journal';
import { CORRECTED, isAmendment, isNote, RECOUNTED, replay, type Replayed } from './replay';

export interface JournalReplay {
  /** Nothing where the journal cannot be followed to its end. */
  state: CaseState | undefined;
  /** The clocks that run in it. */
  clocks: RunningClock[];
  /** The hash of the last entry. */
  head: string;
  kept: Kept[];
  faults: { seq: number; what: string }[];
}

export function replayJournal(route: Route, journal: JournalEntry[]): JournalReplay {
  const faults: JournalReplay['faults'] = [];
  let head = NO_HASH;
  let state: CaseState | undefined;
  let facts = journal[0]?.data ?? {};
  let clocks: RunningClock[] = [];
  const kept: Kept[] = [];
  for (let n = 0; n < journal.length; n += 1) {
    const entry = journal[n] as JournalEntry;
    const say = (what: string) => faults.push({ seq: entry.seq, what });
    if (entry.seq !== n + 1) say('An entry is missing before this one');
    if (entry.prevHash !== head) say('It does not follow from the entry before');
    if (hashOfEntry(entry) !== entry.hash) say('Its content is not what was recorded');
    head = entry.hash;
    if (entry.type === CORRECTED) facts = { ...facts, ...(entry.data.facts as object) };
    const next = nextState(route, state, entry, () =>
      replay(route, facts, journal[0]?.occurredOn ?? entry.occurredOn, journal.slice(1, n)),
    );
    if (!next) {
      say('The route does not allow it at this stage');
      return { state: undefined, clocks, head, kept, faults };
    }
    if (next.stage !== entry.stage) say(`It leads to ${next.stage}, not to ${entry.stage}`);
    const before = clocks;
    // They follow from the state: a note leaves both as they are.
    if (next !== state) clocks = runningClocks(route, next);
    if (!isAmendment(entry)) replayDeadlines(kept, keysOf(before), clocks, entry);
    else if (!replayAmendment(kept, clocks, entry)) say('It changes deadlines that its case did not have');
    state = next;
  }
  return { state, clocks, head, kept, faults };
}

const keysOf = (clocks: RunningClock[]): Set<string> => new Set(clocks.map(({ key }) => key));

function nextState(
  route: Route,
  state: CaseState | undefined,
  entry: JournalEntry,
  again: () => Replayed | undefined,
): CaseState | undefined {
  if (!state) return start(route, entry.data, entry.occurredOn).state;
  if (entry.type === RECOUNTED || isNote(entry)) return state;
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
  after: RunningClock[],
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
