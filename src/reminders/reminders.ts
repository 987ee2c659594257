// Plans reminders in the transaction that opens a deadline, takes them back in the one that closes it, and dispatches them.

import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { PlainDate } from '../../workflows/calendar';
import {
  nextTextMoment,
  overdueMornings,
  partyDefinition,
  plannedReminders,
  plannedTexts,
  type PartyId,
} from '../../workflows/kit';
import { Parts, toldKey } from '../access';
import { Channels, Outbox, type TemplateId } from '../messages';
import {
  Db,
  dueRows,
  fallingDue,
  insertAll,
  insertion,
  isIn,
  type Statement,
  type TimedRows,
} from '../persistence';
import { Clock, Ids, inHalves } from '../platform';
import { Addressing } from './addressing';
import { Reminder } from './entities';

export interface CaseOfReminder {
  caseId: string;
  caseRef: string;
  disputeId: string;
}

export interface DeadlineToRemind {
  id: string;
  due: PlainDate;
  owedBy: PartyId;
  familyRight: boolean;
}

const FAMILY: PartyId = 'parent or young person';
const TEXT: TemplateId = 'text-update';
const BATCH = 500;

@Injectable()
export class Reminders {
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

  /** The reminders of deadlines that open, as rows to be kept. */
  planned(about: CaseOfReminder, deadlines: DeadlineToRemind[]): Reminder[] {
    const now = this.clock.instant();
    const today = this.clock.today();
    return deadlines.flatMap(({ id, due, owedBy, familyRight }) => [
      ...plannedReminders({ opened: today, due, familyRight }, now)
        .map(({ offset, to, template, at }) => ({
          offset,
          party: to === 'family' ? FAMILY : owedBy,
          template,
          at: at ?? now,
        }))
        // A family that owes the duty itself is told of it once, as the one who must act.
        .filter(({ party, template }) => template !== 'duty-watch' || owedBy !== party)
        .filter(({ party }) => !partyDefinition(party).outside)
        .map(({ offset, party, template, at }) =>
          this.row(about, `${id}|${party}|${offset}`, id, party, template, { due }, at),
        ),
      ...(this.textsFor(owedBy, familyRight)
        ? plannedTexts({ opened: today, due, familyRight }, now).map(({ offset, at }) =>
            this.row(about, `${id}|${FAMILY}|${offset}`, id, FAMILY, TEXT, { lastDay: due }, at),
          )
        : []),
    ]);
  }

  /** Tells both sides of a miss, and plans that whoever is late is told again. */
  async planMissed(
    manager: EntityManager,
    about: CaseOfReminder,
    { id, due, owedBy, familyRight }: DeadlineToRemind,
  ): Promise<void> {
    const now = this.clock.instant();
    const family = familyRight || owedBy === FAMILY ? 'right-passed' : 'duty-missed-family';
    const rows = [this.row(about, `${id}|${FAMILY}|missed`, id, FAMILY, family, { due }, now)];
    if (this.textsFor(FAMILY, true)) {
      const at = nextTextMoment(now);
      rows.push(this.row(about, `${id}|${FAMILY}|text-missed`, id, FAMILY, TEXT, {}, at));
    }
    if (owedBy !== FAMILY && !partyDefinition(owedBy).outside) {
      rows.push(this.row(about, `${id}|${owedBy}|missed`, id, owedBy, 'duty-missed', { due }, now));
      overdueMornings(due).forEach((at, n) =>
        rows.push(
          this.row(about, `${id}|${owedBy}|overdue-${n + 1}`, id, owedBy, 'duty-overdue', { due }, at),
        ),
      );
    }
    await insertAll(manager, Reminder, rows);
  }

  /** A message to a party at once, e.g. that it is their turn, as a row to be kept. */
  notice(about: CaseOfReminder, seq: number, party: PartyId, template: TemplateId): Reminder[] {
    if (partyDefinition(party).outside) return [];
    const key = `notice|${about.caseId}|${seq}|${party}`;
    return [this.row(about, key, null, party, template, {}, this.clock.instant())];
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
  async dispatchDue(report: (error: unknown) => void): Promise<number> {
    let dispatched = 0;
    for await (const due of fallingDue(this.db.read, this.rows, this.clock.instant(), BATCH)) {
      await inHalves(
        due.map(({ id }) => id),
        async (ids) => void (dispatched += await this.dispatch(ids)),
        (_id, error) => report(error),
      );
      if (dispatched > 0) break;
    }
    return dispatched;
  }

  /**
   * Turns due reminders into messages, one for each recipient, in one transaction for the batch: these, or the first.
   * What another process holds, or what was dispatched or superseded in the meantime, is left out.
   */
  async dispatch(ids?: string[]): Promise<number> {
    return this.db.tx(async (m) => {
      const now = this.clock.instant();
      const due = await dueRows<Reminder>(m, this.rows, now, BATCH, ids);
      if (due.length === 0) return 0;
      const told = await this.parts.recipients(m, due);
      const addressed = due.map((reminder) => ({ reminder, personIds: told.get(toldKey(reminder)) ?? [] }));
      await this.outbox.enqueue(m, ...(await this.addressing.messagesFor(m, addressed)));
      await m.query(
        `UPDATE reminders SET status = 'dispatched', closed_at = $1 WHERE ${isIn(m, 'id', '$2')}`,
        [now, JSON.stringify(due.map(({ id }) => id))],
      );
      return due.length;
    });
  }

  async nextInstant(): Promise<string | undefined> {
    return (await this.db.read.findOne(Reminder, { where: { status: 'planned' }, order: { at: 'ASC' } }))?.at;
  }

  /** Texts go to a family about what it may lose, where there is a way to send any. */
  private textsFor(owedBy: PartyId, familyRight: boolean): boolean {
    return (familyRight || owedBy === FAMILY) && this.channels.of('sms') !== undefined;
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
