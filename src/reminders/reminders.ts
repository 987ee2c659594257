// Plans reminders in the transaction that opens a deadline, takes them back in the one that closes it, and dispatches them.

import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, type EntityManager } from 'typeorm';
import { partyDefinition, type PartyId } from '../../workflows/kit';
import { Parts } from '../access';
import { Channels, Outbox, type TemplateId } from '../messages';
import { Db, fallingDue, type Failed, type TimedRows } from '../persistence';
import { Clock, Ids } from '../platform';
import { Addressing, type Addressed } from './addressing';
import { Reminder } from './entities';
import { remindersOfMiss, remindersOfOpening, type DeadlineToRemind, type Planned } from './plan';

export interface CaseOfReminder {
  caseId: string;
  caseRef: string;
  disputeId: string;
}

const BATCH = 200;

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

  async plan(manager: EntityManager, about: CaseOfReminder, deadlines: DeadlineToRemind[]): Promise<void> {
    const now = this.clock.instant();
    const today = this.clock.today();
    await this.insert(
      manager,
      deadlines.flatMap((deadline) =>
        remindersOfOpening(deadline, this.canText, today, now).map((planned) =>
          this.rowOf(about, planned, deadline.id),
        ),
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
    await this.insert(
      manager,
      planned.map((each) => this.rowOf(about, each, deadline.id)),
    );
  }

  /** A message to a party at once, e.g. that it is their turn; `what` (a journal entry or another cause) tells it apart. */
  async notice(
    manager: EntityManager,
    about: CaseOfReminder,
    what: number | string,
    party: PartyId,
    template: TemplateId,
  ): Promise<void> {
    if (partyDefinition(party).outside) return;
    const key = `notice|${about.caseId}|${what}|${party}`;
    await this.insert(manager, [this.row(about, key, null, party, template, {}, this.clock.instant())]);
  }

  /** Nothing more is sent for these deadlines, except what tells of a miss. */
  async supersede(manager: EntityManager, deadlineIds: string[]): Promise<void> {
    if (deadlineIds.length === 0) return;
    await manager.update(
      Reminder,
      { deadlineId: In(deadlineIds), status: 'planned' },
      { status: 'superseded', closedAt: this.clock.instant() },
    );
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
  async dispatchDue(except: ReadonlySet<string>, failed: Failed): Promise<number> {
    const now = this.clock.instant();
    const due = await fallingDue(this.db.read, this.rows, now, BATCH, undefined, except);
    if (due.length === 0) return 0;
    try {
      return await this.dispatch(due.map(({ id }) => id));
    } catch {
      let dispatched = 0;
      for (const { id } of due) {
        await this.dispatch([id]).then(
          (n) => (dispatched += n),
          (error: unknown) => failed(error, id),
        );
      }
      return dispatched;
    }
  }

  /**
   * Turns due reminders into messages, one for each recipient, in one transaction for the batch: these, or the first.
   * What another process holds, or what was dispatched or superseded in the meantime, is left out.
   */
  async dispatch(ids?: string[]): Promise<number> {
    return this.db.tx(async (m) => {
      const due = await m.find(Reminder, {
        where: {
          status: 'planned',
          at: LessThanOrEqual(this.clock.instant()),
          ...(ids ? { id: In(ids) } : {}),
        },
        order: { at: 'ASC' },
        take: BATCH,
        ...(this.db.kind === 'postgres'
          ? { lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' } }
          : {}),
      });
      if (due.length === 0) return 0;
      const recipients = new Map<string, string[]>();
      const addressed: Addressed[] = [];
      for (const reminder of due) {
        const { disputeId, party } = reminder;
        const whom = `${disputeId}|${party}`;
        if (!recipients.has(whom)) recipients.set(whom, await this.parts.recipients(m, disputeId, party));
        addressed.push({ reminder, personIds: recipients.get(whom) ?? [] });
      }
      await this.outbox.enqueue(m, ...(await this.addressing.messagesFor(m, addressed)));
      await m.update(
        Reminder,
        { id: In(due.map(({ id }) => id)) },
        { status: 'dispatched', closedAt: this.clock.instant() },
      );
      return due.length;
    });
  }

  async nextInstant(): Promise<string | undefined> {
    return (await this.db.read.findOne(Reminder, { where: { status: 'planned' }, order: { at: 'ASC' } }))?.at;
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

  private async insert(manager: EntityManager, rows: Reminder[]): Promise<void> {
    if (rows.length > 0) await manager.insert(Reminder, rows);
  }
}
