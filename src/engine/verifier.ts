// Checks cases against what their journals lead to: I1 to I4 and I8 of docs/faults.md, as far as rows can tell.

import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { MoreThan } from 'typeorm';
import { findRoute } from '../../workflows';
import { londonDateOf, withHolidays, type Holidays } from '../../workflows/calendar';
import { formerInstants, type CaseState, type Route, type RunningClock } from '../../workflows/kit';
import { BankHolidays } from '../bank-holidays';
import { escalationFor } from '../escalation';
import { Db, isIn, readTogether, rowsOf } from '../persistence';
import { remindersOfMiss, remindersOfOpening, TEXT, type Planned } from '../reminders';
import { Reminder } from '../reminders/entities';
import { Case, CaseOrganisation, Deadline, IdempotentAnswer, JournalEntry, Link } from './entities';
import { finding, type Cure, type Finding, type Invariant } from './finding';
import { hashOfRequest, hashOfState } from './journal';
import { replayJournal } from './journal-replay';
import { asStored, sameDeadlines } from './sound-state';
import { standingOf } from './standing';

const BATCH = 200;
const READS = 5;
/** Instants of one transaction are read from the clock one after another: so far apart they may lie. */
const A_MOMENT = 5_000;
/** What goes out at once was planned so soon after its entry, however busy the machine was. */
const AT_ONCE = 10 * 60_000;

/** All rows of one case. */
interface CaseRows {
  found: Case;
  journal: JournalEntry[];
  deadlines: Deadline[];
  reminders: Reminder[];
  answers: IdempotentAnswer[];
  organisations: CaseOrganisation[];
  /** Cases that this one opened. */
  opened: Case[];
  /** The list of bank holidays that was in use at an instant. */
  holidaysAt: (instant: string) => Holidays;
}

type Say = (invariant: Invariant, what: string, cure: Cure, seq?: number) => void;

@Injectable()
export class Verifier {
  constructor(
    private readonly db: Db,
    private readonly bankHolidays: BankHolidays,
  ) {}

  /**
   * Every case, a few at a time: memory stays the same however many there are.
   * @throws the reason of `signal` where it is given up
   */
  async verifyAll(
    found: (finding: Finding) => void,
    signal?: AbortSignal,
  ): Promise<{ cases: number; entries: number }> {
    let cases = 0;
    let entries = 0;
    for (let last = ''; ;) {
      signal?.throwIfAborted();
      const batch = await this.db.read.find(Case, {
        where: { id: MoreThan(last) },
        order: { id: 'ASC' },
        take: BATCH,
      });
      const end = batch.at(-1);
      if (!end) return { cases, entries };
      for (const rows of await this.rowsOf(batch)) {
        if (findingsOf(rows).length > 0) (await this.confirmed(rows.found.id)).forEach(found);
        cases += 1;
        entries += rows.journal.length;
      }
      last = end.id;
    }
  }

  async verifyCase(ref: string): Promise<Finding[]> {
    const found = await this.db.read.findOneBy(Case, { ref });
    return found ? this.confirmed(found.id) : [finding(ref, 'I1', 'There is no such case', 'journal')];
  }

  /** Of a case that is being written while it is read, rows of two versions may be seen: then it is read once more. */
  private async confirmed(id: string): Promise<Finding[]> {
    for (let attempt = 1; ; attempt += 1) {
      const rows = await this.rowsOf(await this.db.read.findBy(Case, { id }));
      const findings = rows.flatMap(findingsOf);
      const same = await this.db.read.existsBy(Case, { id, version: rows[0]?.found.version ?? 0 });
      if (findings.length === 0 || same || attempt === READS) return findings;
    }
  }

  /** All that was written about these cases, in one reading: on PostgreSQL it sees one instant. */
  private async rowsOf(cases: Case[]): Promise<CaseRows[]> {
    const { read } = this.db;
    const ids = [JSON.stringify(cases.map(({ id }) => id))];
    const theirs = isIn(read, 'case_id', '$1');
    const from = isIn(read, 'from_case', '$1');
    const [journal, deadlines, reminders, answers, organisations, links, linked] = await readTogether(
      read,
      rowsOf(read, JournalEntry, `${theirs} ORDER BY case_id, seq`, ids),
      rowsOf(read, Deadline, theirs, ids),
      rowsOf(read, Reminder, theirs, ids),
      rowsOf(read, IdempotentAnswer, theirs, ids),
      rowsOf(read, CaseOrganisation, theirs, ids),
      rowsOf(read, Link, from, ids),
      rowsOf(read, Case, `id IN (SELECT to_case FROM links WHERE ${from})`, ids),
    );
    const holidaysAt = await this.bankHolidays.history();
    const entriesOf = byCase(journal);
    const deadlinesOf = byCase(deadlines);
    const remindersOf = byCase(reminders);
    const answersOf = byCase(answers);
    const organisationsOf = byCase(organisations);
    return cases.map((found) => ({
      found,
      holidaysAt,
      journal: entriesOf(found),
      deadlines: deadlinesOf(found),
      reminders: remindersOf(found),
      answers: answersOf(found),
      organisations: organisationsOf(found),
      opened: linked.filter(({ id }) =>
        links.some(({ fromCase, toCase }) => fromCase === found.id && toCase === id),
      ),
    }));
  }
}

function byCase<E extends { caseId: string | null }>(rows: E[]): (found: Case) => E[] {
  const grouped = new Map<string | null, E[]>();
  for (const row of rows) {
    const others = grouped.get(row.caseId);
    if (others) others.push(row);
    else grouped.set(row.caseId, [row]);
  }
  return ({ id }) => grouped.get(id) ?? [];
}

function findingsOf(rows: CaseRows): Finding[] {
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
      const running = new Set(clocks.map(({ key }) => key));
      checkReminders(running, rows, say);
      checkMisses(rows, say);
    }
  } catch (error) {
    say('I3', `It cannot be replayed (${(error as Error).name})`, 'journal');
  }
  return findings;
}

/** I1: what was answered to a sender is in the journal, with the sender's key. */
function checkAnswers({ found, journal, answers }: CaseRows, say: Say): void {
  const keys = journal.flatMap(({ idempotencyKey }) => (idempotencyKey === null ? [] : [idempotencyKey]));
  for (const { key, answer } of answers) {
    const { version } = (answer ?? {}) as { version?: number };
    // Older entries hold the key itself.
    const known = keys.includes(hashOfRequest(key)) || keys.includes(key);
    if (!known || (version ?? 0) > found.version)
      say('I1', 'An act was acknowledged that its journal does not have', 'journal');
  }
}

/** I2: what the row of the case says is what its last entry left behind. */
function checkState(route: Route, state: CaseState, clocks: RunningClock[], rows: CaseRows, say: Say): void {
  const { found, organisations, deadlines } = rows;
  const sameState = isDeepStrictEqual(asStored([state.stage, state.context]), [found.stage, found.context]);
  if (!sameState) say('I3', 'The stored state is not the one its journal leads to', 'state');
  else if (found.stateHash !== null && found.stateHash !== hashOfState(found))
    say('I3', 'The hash of the stored state is not its own', 'state');
  const standing = standingOf(route, state, clocks, deadlines);
  const { responsible, nextDueAt, over } = found;
  if (!isDeepStrictEqual(standing, { responsible, nextDueAt, over }))
    say('I2', 'Whose turn it is, or the next date, is not what its deadlines lead to', 'state');
  const isItsOwn = (each: CaseOrganisation): boolean =>
    each.route === found.route &&
    each.responsible === responsible &&
    each.nextDueAt === nextDueAt &&
    each.over === over;
  if (!organisations.every(isItsOwn))
    say('I2', "The route, turn or date in an organisation's worklist is not the case's own", 'state');
  for (const { due, dueAt, lateAfter, explained } of deadlines) {
    if (due !== explained.due || dueAt !== explained.dueAt || lateAfter !== explained.lateAfter)
      say('I2', `The date ${due} is not the one that its working explains`, 'rows');
  }
}

const opening = (deadline: Deadline, journal: JournalEntry[], status: string): JournalEntry[] =>
  journal.filter(({ changes }) =>
    changes.some(
      (change) => change.key === deadline.key && change.round === deadline.round && change.status === status,
    ),
  );

const plus = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString();
const later = (instant: string): string => plus(instant, A_MOMENT);
const afterwards = (instant: string): string => plus(instant, AT_ONCE);

/** `first` and `last` are the same where the plan gives an instant of the calendar; earlier releases may have given another. */
const isAsPlanned = (at: string, first: string, last: string): boolean =>
  (at >= first && at <= last) || (first === last && formerInstants(first).includes(at));

/** I4: each deadline has the reminders that the planner gives it, no more and no fewer. */
function checkReminders(running: ReadonlySet<string>, rows: CaseRows, say: Say): void {
  const { deadlines, reminders, journal } = rows;
  const byDeadline = new Map<string, Reminder[]>();
  for (const row of reminders) {
    if (row.deadlineId === null) continue;
    const others = byDeadline.get(row.deadlineId);
    if (others) others.push(row);
    else byDeadline.set(row.deadlineId, [row]);
  }
  for (const deadline of deadlines) {
    const own = new Map((byDeadline.get(deadline.id) ?? []).map((row) => [row.key, row]));
    const [opened] = opening(deadline, journal, 'open');
    const [missed] = opening(deadline, journal, 'missed');
    if (!opened) continue;
    // Texts are planned where there is a way to send them: that may have changed since.
    const ofOpening = (at: string): Planned[] =>
      withHolidays(rows.holidaysAt(opened.at), () =>
        remindersOfOpening(deadline, true, londonDateOf(opened.at), at),
      );
    const ofMiss = (at: string | undefined, stands: boolean, texts: boolean): Planned[] =>
      at === undefined
        ? []
        : withHolidays(rows.holidaysAt(at), () => remindersOfMiss(deadline, stands, texts, at));
    const first = ofOpening(opened.at);
    const allowed = new Map([...first, ...ofMiss(missed?.at, true, true)].map((each) => [each.key, each]));
    // What goes out at once has the instant of its transaction; everything else the same one whenever it is planned.
    let latest: Map<string, string> | undefined;
    const latestOf = (key: string): string | undefined => {
      latest ??= new Map(
        [...ofOpening(afterwards(opened.at)), ...ofMiss(missed && afterwards(missed.at), true, true)].map(
          ({ key: each, at }) => [each, at],
        ),
      );
      return latest.get(key);
    };
    for (const [key, { at }] of own) {
      const planned = allowed.get(key);
      if (planned && at !== planned.at && !isAsPlanned(at, planned.at, latestOf(key) ?? planned.at))
        say('I4', `A reminder of ${deadline.due} is at the wrong time: ${offsetOf(key)}`, 'reminders');
    }
    // One whose case left the stage and came back is late without being told so again.
    const stands = running.has(deadline.key) && missed?.stage === rows.found.stage;
    // What fell due in the very moment of the opening may have been left out.
    const aMomentLater = later(opened.at);
    const needed = first.filter(
      ({ template, at }) => template !== TEXT && (at <= opened.at || at > aMomentLater),
    );
    for (const { key } of [...needed, ...ofMiss(missed?.at, stands, false)]) {
      if (!own.has(key)) say('I4', `A reminder of ${deadline.due} is missing: ${offsetOf(key)}`, 'reminders');
    }
    // Both sides are told of a miss, also where the case has left the stage by it.
    const ofItsMiss = new Set(
      missed ? remindersOfMiss(deadline, false, true, missed.at).map(({ key }) => key) : [],
    );
    for (const [key, { status }] of own) {
      if (!allowed.has(key))
        say('I4', `A reminder of ${deadline.due} is not in the plan: ${offsetOf(key)}`, 'reminders');
      const mayWait =
        deadline.status === 'open' ||
        (deadline.status === 'missed' && (running.has(deadline.key) || ofItsMiss.has(key)));
      if (!mayWait && status === 'planned')
        say('I7', `A reminder still waits of ${deadline.due}, which is ${deadline.status}`, 'reminders');
      if (deadline.status === 'open' && status === 'superseded')
        say('I4', `A reminder of ${deadline.due} was taken back although it still runs`, 'reminders');
    }
  }
}

const offsetOf = (key: string): string => key.split('|').slice(1).join(' ');

/** I8: a date is missed once, after its last instant, and escalated once where it escalates. */
function checkMisses({ found, journal, deadlines, opened }: CaseRows, say: Say): void {
  const due: string[] = [];
  for (const deadline of deadlines) {
    const misses = opening(deadline, journal, 'missed');
    if (deadline.status === 'missed' && misses.length === 0)
      say('I8', `${deadline.due} counts as missed, and nothing says when`, 'missed');
    if (misses.length > 1) say('I8', `${deadline.due} was missed ${misses.length} times`, 'missed');
    for (const { type, at, seq } of misses) {
      if (type !== `missed.${deadline.rule}` || at <= deadline.lateAfter)
        say('I8', `${deadline.due} was called missed before its last instant`, 'missed', seq);
    }
    const escalation = escalationFor(
      { owedBy: deadline.owedBy, title: '', basis: '', due: deadline.due, caseRef: found.ref },
      deadline.due,
    );
    if (misses.length > 0 && deadline.escalates && escalation)
      due.push(`${escalation.route} ${deadline.due}`);
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
