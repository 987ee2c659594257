// Whether the rows of one case fit together: I1 to I4 and I8 of docs/faults.md, as far as rows can tell.

import { isDeepStrictEqual } from 'node:util';
import { findRoute } from '../../workflows';
import type { CaseState, Route, RunningClock } from '../../workflows/kit';
import { escalationFor } from '../escalation';
import { finding, type Cure, type Finding, type Invariant } from './finding';
import { hashOfRequest, hashOfStored } from './journal';
import { changesIn, type ChangesOf } from './journal-changes';
import { replayJournal } from './journal-replay';
import { checkReminders } from './reminder-checks';
import { sameDeadlines } from './sound-state';
import { standingOf } from './standing';
import type { CaseRows } from './verified-rows';

export type Say = (invariant: Invariant, what: string, cure: Cure, seq?: number) => void;

export function findingsOf(rows: CaseRows): Finding[] {
  const { found, journal } = rows;
  const findings: Finding[] = [];
  const say: Say = (...said) => findings.push(finding(found.ref, ...said));
  const route = findRoute(found.route, found.routeVersion);
  if (!route) {
    say('I3', `This release has no ${found.route} of version ${found.routeVersion}`, 'route');
    return findings;
  }
  checkAnswers(rows, say);
  try {
    const { state, clocks, head, kept, faults } = replayJournal(route, journal);
    for (const { seq, what } of faults) say('I3', what, 'journal', seq);
    if (head !== found.headHash) say('I3', 'The last entry is not the one the case was left with', 'journal');
    if (journal.length !== found.version)
      say('I2', `There are ${journal.length} entries for version ${found.version}`, 'journal');
    if (!sameDeadlines(rows.deadlines, kept))
      say('I2', 'The stored deadlines are not the ones its journal leads to', 'rows');
    if (state) checkState(route, state, clocks, rows, say);
    if (state && findings.length === 0) {
      const changesOf = changesIn(journal);
      checkReminders(new Set(clocks.map(({ key }) => key)), rows, changesOf, say);
      checkMisses(rows, changesOf, say);
    }
  } catch (error) {
    say('I3', `It cannot be replayed (${(error as Error).name})`, 'journal');
  }
  return findings;
}

/** I1: what was answered to a sender is in the journal, with the sender's key. */
function checkAnswers({ found, journal, answers }: CaseRows, say: Say): void {
  if (answers.length === 0) return;
  const keys = new Set(journal.map(({ idempotencyKey }) => idempotencyKey));
  for (const { key, version } of answers) {
    // Older entries hold the key itself.
    const known = keys.has(hashOfRequest(key)) || keys.has(key);
    if (!known || Number(version ?? 0) > found.version)
      say('I1', 'An act was acknowledged that its journal does not have', 'journal');
  }
}

/** I2: what the row of the case says is what its last entry left behind. */
function checkState(route: Route, state: CaseState, clocks: RunningClock[], rows: CaseRows, say: Say): void {
  const { found, organisations, deadlines } = rows;
  const expected = JSON.stringify(state.context);
  const context = found.storedContext === expected ? expected : writtenAnew(found.storedContext);
  if (found.stage !== state.stage || !isSameJson(context, expected))
    say('I3', 'The stored state is not the one its journal leads to', 'state');
  else if (found.stateHash !== null && found.stateHash !== hashOfStored(found, context))
    say('I3', 'The hash of the stored state is not its own', 'state');
  const { responsible, nextDueAt, lastDueAt, over } = found;
  const standing = standingOf(route, state, clocks, deadlines);
  // A release before that column left none.
  const lastIsRight = lastDueAt === null || standing.lastDueAt === lastDueAt;
  if (
    standing.responsible !== responsible ||
    standing.nextDueAt !== nextDueAt ||
    standing.over !== over ||
    !lastIsRight
  )
    say('I2', 'Whose turn it is, or the next date, is not what its deadlines lead to', 'state');
  const isItsOwn = (each: CaseRows['organisations'][number]): boolean =>
    each.route === found.route &&
    each.responsible === responsible &&
    each.nextDueAt === nextDueAt &&
    each.lastDueAt === lastDueAt &&
    each.over === over;
  if (!organisations.every(isItsOwn))
    say('I2', "The route, turn or date in an organisation's worklist is not the case's own", 'state');
  for (const { due, explains } of deadlines) {
    if (!explains) say('I2', `The date ${due} is not the one that its working explains`, 'rows');
  }
}

/** As this release would write it, whoever wrote it; `null` where it cannot be read. */
function writtenAnew(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json));
  } catch {
    return 'null';
  }
}

const isSameJson = (one: string, other: string): boolean =>
  one === other || isDeepStrictEqual(JSON.parse(one), JSON.parse(other));

/** I8: a date is missed once, after its last instant, and escalated once where it escalates. */
function checkMisses({ found, deadlines, opened }: CaseRows, changesOf: ChangesOf, say: Say): void {
  const due: string[] = [];
  for (const deadline of deadlines) {
    const misses = changesOf(deadline, 'missed');
    if (deadline.status === 'missed' && misses.length === 0)
      say('I8', `${deadline.due} counts as missed, and nothing says when`, 'missed');
    if (misses.length > 1) say('I8', `${deadline.due} was missed ${misses.length} times`, 'missed');
    for (const { type, at, seq } of misses) {
      if (type !== `missed.${deadline.rule}` || at <= deadline.lateAfter)
        say('I8', `${deadline.due} was called missed before its last instant`, 'missed', seq);
    }
    if (misses.length === 0 || !deadline.escalates) continue;
    const escalation = escalationFor(
      { owedBy: deadline.owedBy, title: '', basis: '', due: deadline.due, caseRef: found.ref },
      deadline.due,
    );
    if (escalation) due.push(`${escalation.route} ${deadline.due}`);
  }
  const done = opened
    .filter(({ context }) => (context?.facts as { source?: string } | undefined)?.source === found.ref)
    .map(({ route, context }) => `${route} ${(context.facts as { due: string }).due}`);
  for (const each of new Set([...due, ...done])) {
    const times = (list: string[]) => list.filter((other) => other === each).length;
    if (times(due) !== times(done))
      say('I8', `${times(done)} escalations of what ${times(due)} missed dates ask for: ${each}`, 'missed');
  }
}
