// Plans reminders in the transaction that opens a deadline, takes them back in the one that closes it, and dispatches them.

import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, type EntityManager } from 'typeorm';
import { partyDefinition, type PartyId } from '../../workflows/kit';
import { Parts, toldKey, type Concerned } from '../access';
import { Channels, Outbox, type OutboxMessage, type TemplateId } from '../messages';
import {
  databaseIs,
  Db,
  fallingDue,
  insertAll,
  insertion,
  isIn,
  takeDue,
  type Failed,
  type Statement,
  type TimedRows,
} from '../persistence';
import { Clock, Ids, inHalves } from '../platform';
import { Addressing } from './addressing';
import { Reminder } from './entities';
import { remindersOfMiss, remindersOfOpening, type DeadlineToRemind, type Planned } from './plan';

export interface CaseOfReminder {
  caseId: string;
  caseRef: string;
  disputeId: string;
}

/** Who else must hear of the dates of these cases, by the reference of a case. */
export type AlsoTold = (m: EntityManager, caseRefs: string[]) => Promise<Map<string, string[]>>;

/** Takes messages that are claimed for it. */
export type Hand = (claimed: OutboxMessage[]) => void;

const BATCH = 500;

@Injectable()
export class Reminders {
  private readonly also: AlsoTold[] = [];
  readonly rows: TimedRows = { entity: Reminder, waiting: ['planned'], at: 'at' };

  constructor(
    private readonly db: Db,
    private readonly parts: Parts,
    private readonly outbox: Outbox,
    private readonly addressing: Addressing,
    private readonly channels: Channels,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Another room knows of people who wait for each other: what reminds a body of a date reaches them as well. */
  tellAlso(source: AlsoTold): void {
    this.also.push(source);
  }

  /** The reminders of deadlines that open, as rows to be kept. */
  planned(about: CaseOfReminder, deadlines: DeadlineToRemind[]): Reminder[] {
    const now = this.clock.instant();
    const today = this.clock.today();
    return deadlines.flatMap((deadline) =>
      remindersOfOpening(deadline, this.canText, today, now).map((each) =>
        this.rowOf(about, each, deadline.id),
      ),
    );
  }

  /** Tells both sides of a miss; `stands`: the duty is still owed, so that whoever is late is told again. */
  async planMissed(
    manager: EntityManager,
    about: CaseOfReminder,
    deadline: DeadlineToRemind,
    stands: boolean,
  ): Promise<void> {
    const planned = remindersOfMiss(deadline, stands, this.canText, this.clock.instant());
    await insertAll(
      manager,
      Reminder,
      planned.map((each) => this.rowOf(about, each, deadline.id)),
    );
  }

  /**
   * A message to a party at once, e.g. that it is their turn, as a row to be kept; `what` (a journal entry or another
   * cause) tells it apart.
   */
  notice(about: CaseOfReminder, what: number | string, party: PartyId, template: TemplateId): Reminder[] {
    if (partyDefinition(party).outside) return [];
    const key = `notice|${about.caseId}|${what}|${party}`;
    return [this.row(about, key, null, party, template, {}, this.clock.instant())];
  }

  /** How many are planned up to an instant. */
  countUntil(instant: string): Promise<number> {
    return this.db.read.countBy(Reminder, { status: 'planned', at: LessThanOrEqual(instant) });
  }

  keep(manager: EntityManager, rows: Reminder[]): Statement | undefined {
    return insertion(manager, Reminder, rows);
  }

  /** Nothing more is sent for these deadlines, except what tells of a miss. */
  supersede(manager: EntityManager, deadlineIds: string[]): Statement | undefined {
    if (deadlineIds.length === 0) return undefined;
    return {
      sql: `UPDATE reminders SET status = 'superseded', closed_at = $1
            WHERE ${isIn(manager, 'deadline_id', '$2')} AND status = 'planned'`,
      values: [this.clock.instant(), JSON.stringify(deadlineIds)],
    };
  }

  /** Takes back the news of what happened before a case was taken in; what belongs to a date that runs stays. */
  async onlyWhatIsAhead(manager: EntityManager, caseRef: string): Promise<void> {
    await manager.update(
      Reminder,
      { caseRef, deadlineId: IsNull(), status: 'planned' },
      { status: 'superseded', closedAt: this.clock.instant() },
    );
  }

  /** Dispatches one batch of what is due; gives how many. One that cannot be done does not hold up the others. */
  async dispatchDue(except: ReadonlySet<string>, failed: Failed, hand: Hand): Promise<number> {
    if (except.size === 0) {
      try {
        return await this.dispatch({ hand });
      } catch (error) {
        if (databaseIs(error)) throw error;
        // One of them fails: which one is found by taking ever fewer together.
      }
    }
    let dispatched = 0;
    for await (const due of fallingDue(this.db.read, this.rows, this.clock.instant(), BATCH, except)) {
      await inHalves(
        due.map(({ id }) => id),
        async (ids) => void (dispatched += await this.dispatch({ ids, hand })),
        (id, error) => failed(error, id),
        databaseIs,
      );
      if (dispatched > 0) break;
    }
    return dispatched;
  }

  /**
   * Turns due reminders into messages, one for each recipient, in one transaction for the batch: these, or the first.
   * What another process holds, or what was dispatched or superseded in the meantime, is left out.
   * @param hand is given the messages after the commit, claimed, to send them: nobody needs to look for them. Where nobody
   * takes them so, they are queued.
   */
  async dispatch({ ids, hand }: { ids?: string[]; hand?: Hand } = {}): Promise<number> {
    const { dispatched, claimed } = await this.db.tx(async (m) => {
      const now = this.clock.instant();
      const change = { status: 'dispatched', closedAt: now } as const;
      const due = await takeDue<Reminder>(m, this.rows, now, BATCH, change, ids);
      if (due.length === 0) return { dispatched: 0, claimed: [] };
      const routes = await this.routesOf(m, due);
      const concerned = due.map(({ disputeId, party, caseId }) => ({
        disputeId,
        party,
        route: routes.get(caseId) ?? '',
      }));
      const told = await this.parts.recipients(m, concerned);
      const others = await this.othersOf(m, due);
      const addressed = due.map((reminder, n) => ({
        reminder,
        personIds: [
          ...new Set([
            ...(told.get(toldKey(concerned[n] as Concerned)) ?? []),
            ...(isOfADuty(reminder) ? (others.get(reminder.caseRef) ?? []) : []),
          ]),
        ],
      }));
      const messages = await this.addressing.messagesFor(m, addressed);
      if (hand) return { dispatched: due.length, claimed: await this.outbox.enqueueClaimed(m, messages) };
      await this.outbox.enqueue(m, ...messages);
      return { dispatched: due.length, claimed: [] };
    });
    if (claimed.length > 0) hand?.(claimed);
    return dispatched;
  }

  async nextInstant(): Promise<string | undefined> {
    return (await this.db.read.findOne(Reminder, { where: { status: 'planned' }, order: { at: 'ASC' } }))?.at;
  }

  /** Somebody may act in cases of some routes alone, and is told of those alone. */
  private async routesOf(m: EntityManager, due: Reminder[]): Promise<Map<string, string>> {
    const ids = [...new Set(due.map(({ caseId }) => caseId))];
    const sql = `SELECT id, route FROM cases WHERE ${isIn(m, 'id', '$1')}`;
    const rows = (await m.query(sql, [JSON.stringify(ids)])) as { id: string; route: string }[];
    return new Map(rows.map(({ id, route }) => [id, route]));
  }

  private async othersOf(m: EntityManager, due: Reminder[]): Promise<Map<string, string[]>> {
    const refs = [...new Set(due.filter(isOfADuty).map(({ caseRef }) => caseRef))];
    const found = refs.length === 0 ? [] : await Promise.all(this.also.map((source) => source(m, refs)));
    return new Map(refs.map((ref) => [ref, found.flatMap((each) => each.get(ref) ?? [])]));
  }

  /** Whether there is a way to send texts. */
  private get canText(): boolean {
    return this.channels.of('sms') !== undefined;
  }

  private rowOf(
    about: CaseOfReminder,
    { key, party, template, params, at }: Planned,
    deadlineId: string,
  ): Reminder {
    return this.row(about, key, deadlineId, party, template, params, at);
  }

  private row(
    { caseId, caseRef, disputeId }: CaseOfReminder,
    key: string,
    deadlineId: string | null,
    party: PartyId,
    template: string,
    params: Record<string, string>,
    at: string,
  ): Reminder {
    return {
      id: this.ids.id(),
      key,
      caseId,
      caseRef,
      disputeId,
      deadlineId,
      party,
      template,
      params,
      at,
      status: 'planned',
      closedAt: null,
    };
  }
}

/** Of a date that a body has to keep, and not of what a family may lose. */
const isOfADuty = ({ deadlineId, party, template }: Reminder): boolean =>
  deadlineId !== null && party !== 'parent or young person' && template.startsWith('duty-');
