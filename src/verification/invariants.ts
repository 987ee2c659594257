// The one program of invariants, for production and after every fault test: what cases, timed work, messages and
// published roots promise (docs/faults.md), checked against the rows.

import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { finding, Verifier, type Finding } from '../engine';
import { Case, Deadline } from '../engine/entities';
import { OutboxMessage } from '../messages/entities';
import { Db, type FallingDue } from '../persistence';
import { Clock } from '../platform';
import { Reminder } from '../reminders/entities';
import { RootCheck } from '../transparency';
import { Custody } from '../uploads';
import { DeadLetters, kinds, TimedWork, type Kind } from '../worker';

export interface Verified {
  cases: number;
  entries: number;
  days: number;
  findings: number;
}

const BATCH = 500;
/** What is due may wait this long before anybody is told: a restart takes less. */
const GRACE = 15 * 60_000;
/** So many of a kind are named; of the rest there is a count. */
const NAMED = 20;

const waiting: Record<Kind, string> = {
  deadlines: 'A date has passed, and it has not been raised as missed',
  links: 'What it tells another case has not been delivered',
  reminders: 'A reminder is due and was not made into a message',
  messages: 'A message is due and was not sent',
  webhooks: 'An organisation waits to be told of a change by its webhook',
};

@Injectable()
export class Invariants {
  constructor(
    private readonly db: Db,
    private readonly verifier: Verifier,
    private readonly roots: RootCheck,
    private readonly work: TimedWork,
    private readonly letters: DeadLetters,
    private readonly custody: Custody,
    private readonly clock: Clock,
  ) {}

  /**
   * `grace`: for how long what is due may have waited; a test that has let everything settle allows none.
   * @throws the reason of `signal` where it is given up
   */
  async verifyAll(
    found: (finding: Finding) => void,
    { grace = GRACE, signal }: { grace?: number; signal?: AbortSignal } = {},
  ): Promise<Verified> {
    let findings = 0;
    const say = (each: Finding) => {
      findings += 1;
      found(each);
    };
    const { cases, entries } = await this.verifier.verifyAll(say, signal);
    if (grace < Infinity) await this.checkWaiting(say, grace);
    signal?.throwIfAborted();
    await this.checkMessages(say);
    signal?.throwIfAborted();
    const { days } = await this.roots.verify(say);
    await this.custody.verify((what) => say(finding('documents', 'I3', what, 'rows')));
    return { cases, entries, days, findings };
  }

  async verifyCase(ref: string): Promise<Finding[]> {
    const findings = await this.verifier.verifyCase(ref);
    const found = await this.db.read.findOneBy(Case, { ref });
    if (found) await this.roots.verify((each) => findings.push(each), { caseId: found.id });
    return findings;
  }

  /** I5, I8: what is due has been done, or a person has been told that it cannot be. */
  private async checkWaiting(say: (finding: Finding) => void, grace: number): Promise<void> {
    const until = new Date(this.clock.now().getTime() - grace).toISOString();
    for (const kind of kinds) {
      const dead = await this.letters.rowsOf(kind);
      const late: FallingDue[] = [];
      let more = 0;
      for await (const rows of this.work.fallingDue(kind, until, BATCH)) {
        for (const row of rows.filter(({ id }) => !dead.has(id))) {
          if (late.length < NAMED) late.push(row);
          else more += 1;
        }
      }
      const refs = await this.refsOf(kind, late);
      const invariant = kind === 'deadlines' ? 'I8' : 'I5';
      for (const { id, at } of late)
        say(finding(refs.get(id) ?? `${kind} ${id}`, invariant, `${waiting[kind]} (since ${at})`, 'waiting'));
      if (more > 0) say(finding(`${more} more`, invariant, waiting[kind], 'waiting'));
    }
  }

  private async refsOf(kind: Kind, rows: FallingDue[]): Promise<Map<string, string>> {
    const ids = rows.map(({ id }) => id);
    if (kind === 'reminders')
      return new Map(
        (await this.db.read.findBy(Reminder, { id: In(ids) })).map((row) => [row.id, row.caseRef]),
      );
    if (kind === 'messages')
      return new Map(
        (await this.db.read.findBy(OutboxMessage, { id: In(ids) })).flatMap(({ id, params }) =>
          params.ref === undefined ? [] : [[id, params.ref] as const],
        ),
      );
    if (kind === 'links' || kind === 'webhooks') return new Map();
    const deadlines = await this.db.read.findBy(Deadline, { id: In(ids) });
    const cases = await this.db.read.findBy(Case, { id: In(deadlines.map(({ caseId }) => caseId)) });
    const refs = new Map(cases.map(({ id, ref }) => [id, ref]));
    return new Map(deadlines.map(({ id, caseId }) => [id, refs.get(caseId) ?? `deadlines ${id}`]));
  }

  /** I6, I7: a message stands for a reminder that was due and still counted, and its receipt fits its status. */
  private async checkMessages(say: (finding: Finding) => void): Promise<void> {
    for (let last = ''; ;) {
      const batch = await this.db.read.find(OutboxMessage, {
        where: { id: MoreThan(last) },
        order: { id: 'ASC' },
        take: BATCH,
      });
      const end = batch.at(-1);
      if (!end) return;
      const keys = batch.map(({ key }) => reminderOf(key));
      const reminders = await this.db.read.findBy(Reminder, { key: In(keys) });
      const byKey = new Map(reminders.map((row) => [row.key, row]));
      for (const message of batch) {
        for (const [invariant, what] of faultsOf(message, byKey.get(reminderOf(message.key))))
          say(finding(message.params.ref ?? `messages ${message.id}`, invariant, what, 'sending'));
      }
      last = end.id;
    }
  }
}

/** The key of a message is that of its reminder and its receiver; other messages have keys of their own. */
const reminderOf = (key: string): string => key.slice(0, Math.max(key.lastIndexOf('|'), 0));

function* faultsOf(message: OutboxMessage, reminder: Reminder | undefined): Generator<['I6' | 'I7', string]> {
  const { status, sentAt, receipt, claim, createdAt } = message;
  const sent = status === 'sent';
  if (sent !== (sentAt !== null) || (sent && receipt === null))
    yield ['I6', `A message is ${status} and its receipt says otherwise`];
  if (sent && claim !== null) yield ['I6', 'A message was sent and somebody still has it claimed'];
  if (!reminder) return;
  if (reminder.status !== 'dispatched')
    yield ['I7', `A message was made of a reminder that is ${reminder.status}`];
  if (createdAt < reminder.at || (sentAt ?? createdAt) < reminder.at)
    yield ['I7', `A message was made before its reminder was due at ${reminder.at}`];
}
