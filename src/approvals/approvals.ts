// Asking a second person for an act, approving it, which sends it, and giving it back. Who may do what is read anew each time.

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { People } from '../access';
import {
  APPROVED,
  CaseNotes,
  Cases,
  Previews,
  SecondPerson,
  type CaseView,
  type SendEvent,
  type Signing,
  type Who,
} from '../engine';
import { Drafts } from '../lodging';
import { Outbox, type TemplateId } from '../messages';
import { Db } from '../persistence';
import { Clock, Ids, Refusal } from '../platform';
import { Reminders } from '../reminders';
import { Vault } from '../vault';
import { Approval, type ApprovalStatus } from './entities';

type Person = Who & { kind: 'person' };
type Content = Pick<SendEvent, 'type' | 'data'>;

export interface ApprovalView {
  id: string;
  act: string;
  title: string;
  status: ApprovalStatus;
  writer: string;
  askedAt: string;
  /** Whether the reader wrote it. */
  mine: boolean;
  /** Whether the reader may be the second person. */
  mayApprove: boolean;
  /** What would be sent; absent once it is decided. */
  data?: Record<string, unknown>;
  /** Why it was given back. */
  reason?: string;
  decidedBy?: string;
}

const LONGEST_REASON = 2000;

@Injectable()
export class Approvals implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly cases: Cases,
    private readonly previews: Previews,
    private readonly notes: CaseNotes,
    private readonly second: SecondPerson,
    private readonly people: People,
    private readonly drafts: Drafts,
    private readonly outbox: Outbox,
    private readonly reminders: Reminders,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Whoever has written and whoever may approve wait for each other: both hear that the date comes nearer. */
  onModuleInit(): void {
    this.reminders.tellAlso(async (m, refs) => {
      const waiting = await m.findBy(Approval, { caseRef: In(refs), status: 'waiting' });
      const told = new Map<string, string[]>();
      for (const each of waiting) {
        const who = await this.second.whoMay(m, each.caseRef, each.act, each.organisationId);
        told.set(each.caseRef, [...(told.get(each.caseRef) ?? []), each.writerId, ...who]);
      }
      return told;
    });
  }

  /** The read is written down. @throws Refusal where the case is not theirs at all: before what was sent is looked at */
  async theirs(ref: string, who: Person): Promise<void> {
    await this.notes.read(ref, who, 'approval');
  }

  /** Whether this act needs a second person when this person sends it. */
  async wanted(ref: string, act: string, { personId }: Person): Promise<boolean> {
    return (await this.second.signing(this.db.read, ref, act, personId))?.wanted ?? false;
  }

  /**
   * In the place of what this person has asked about the same act before.
   * @throws Refusal as for sending it, or where nobody else could approve it
   */
  async ask(ref: string, { type, data }: Content, who: Person): Promise<string> {
    // As it would be sent today: what cannot be sent is not asked about.
    await this.previews.preview(ref, { type, data }, who);
    return this.db.tx(async (m) => {
      const signing = await this.signing(m, ref, type, who);
      if (!signing.wanted)
        throw new Refusal('not-possible-now', 'Nobody has to approve this. You can send it yourself.');
      const others = (await this.second.whoMay(m, ref, type, signing.organisationId)).filter(
        (id) => id !== who.personId,
      );
      if (others.length === 0)
        throw new Refusal(
          'not-possible-now',
          'Nobody else in your organisation may send this, so nobody can approve it. Ask who runs this service to let a colleague do so.',
        );
      for (const before of await m.findBy(Approval, {
        caseRef: ref,
        act: type,
        writerId: who.personId,
        status: 'waiting',
      }))
        await this.decide(m, before, 'withdrawn', who);
      const id = this.ids.id();
      await m.insert(Approval, {
        id,
        caseRef: ref,
        organisationId: signing.organisationId,
        act: type,
        writerId: who.personId,
        content: await this.vault.seal(m, signing.disputeId, JSON.stringify(data)),
        askedAt: this.clock.instant(),
        status: 'waiting',
        decidedBy: null,
        decidedAt: null,
        reason: null,
      });
      for (const personId of others) await this.tell(m, id, ref, personId, 'approval-asked');
      return id;
    });
  }

  /** What waits in a case, and what was given back to this reader and not asked about again, oldest first. */
  async of(ref: string, who: Person): Promise<ApprovalView[]> {
    const rows = await this.db.read.find(Approval, {
      where: { caseRef: ref, status: In(['waiting', 'returned']) },
      order: { askedAt: 'ASC', id: 'ASC' },
    });
    const open = rows.filter(
      (row) =>
        row.status === 'waiting' ||
        (row.writerId === who.personId &&
          !rows.some(
            (later) =>
              later.act === row.act && later.writerId === row.writerId && later.askedAt > row.askedAt,
          )),
    );
    const views: ApprovalView[] = [];
    for (const row of open) {
      const view = await this.viewOf(row, who);
      if (view) views.push(view);
    }
    return views;
  }

  /** @throws Refusal where there is none that this reader may see */
  async one(ref: string, id: string, who: Person): Promise<ApprovalView> {
    const row = await this.db.read.findOneBy(Approval, { id, caseRef: ref });
    const view = row && (await this.viewOf(row, who));
    if (!view) throw gone();
    return view;
  }

  /**
   * The second person approves it, and it is sent: both in one transaction, both in the journal. It counts as sent today,
   * whatever day the writer had in mind: nothing had left the house before.
   * @throws Refusal where it is their own, where one of the two may no longer send it, or as for sending it
   */
  async approve(ref: string, id: string, who: Person, expectedVersion?: number): Promise<CaseView> {
    await this.db.tx(async (m) => {
      const { row, signing } = await this.held(m, ref, id, who);
      if (row.writerId === who.personId)
        throw new Refusal('not-allowed', 'You wrote this: somebody else must approve it.');
      const writer: Person = { kind: 'person', personId: row.writerId };
      const theirs = await this.second.signing(m, ref, row.act, row.writerId);
      if (theirs?.organisationId !== row.organisationId)
        throw new Refusal(
          'not-possible-now',
          'Whoever wrote this may no longer send it. Give it back, and write the answer yourself.',
        );
      const data = await this.contentOf(m, row);
      if (!data) throw gone();
      if (expectedVersion !== undefined && signing.version !== expectedVersion) throw moved();
      await this.notes.record(
        m,
        signing.caseId,
        APPROVED,
        { act: row.act },
        { party: signing.party, actor: who },
      );
      await this.cases.advance(
        ref,
        {
          type: row.act,
          data,
          occurredOn: this.clock.today(),
          idempotencyKey: `approval:${id}`,
          ...(expectedVersion === undefined ? {} : { expectedVersion: expectedVersion + 1 }),
        },
        writer,
        true,
      );
      await this.decide(m, row, 'approved', who);
      // What its writer had kept of the form is sent now.
      await this.drafts.drop(row.writerId, `${ref}/${row.act}`);
      await this.tell(m, id, ref, row.writerId, 'approval-given');
    });
    return this.cases.view(ref, who);
  }

  /** @throws Refusal without a reason, or where it is not for them to decide */
  async giveBack(ref: string, id: string, reason: string, who: Person): Promise<void> {
    await this.db.tx(async (m) => {
      const { row, signing } = await this.held(m, ref, id, who);
      if (row.writerId === who.personId)
        throw new Refusal('not-allowed', 'You wrote this: take it back instead.');
      const why = reason.trim();
      if (why.length === 0 || why.length > LONGEST_REASON) {
        const detail = why ? 'Say why in at most 2,000 letters' : 'Say what must be changed';
        throw new Refusal('invalid-data', detail, [{ pointer: '/reason', detail }]);
      }
      await this.decide(m, row, 'returned', who, await this.vault.seal(m, signing.disputeId, why));
      await this.tell(m, id, ref, row.writerId, 'approval-refused');
    });
  }

  /** Its writer thinks better of it. @throws Refusal for everybody else */
  async takeBack(ref: string, id: string, who: Person): Promise<void> {
    await this.db.tx(async (m) => {
      const row = await this.waiting(m, ref, id);
      if (row.writerId !== who.personId) throw gone();
      await this.decide(m, row, 'withdrawn', who);
    });
  }

  /** Held until the transaction ends, for somebody of the organisation who may send it. */
  private async held(m: EntityManager, ref: string, id: string, who: Person) {
    const row = await this.waiting(m, ref, id);
    const signing = await this.second.signing(m, ref, row.act, who.personId);
    if (signing?.organisationId !== row.organisationId) throw gone();
    return { row, signing };
  }

  private async waiting(m: EntityManager, ref: string, id: string): Promise<Approval> {
    const row = await this.db.lock(m, Approval, 'id', id);
    if (row?.caseRef !== ref) throw gone();
    if (row.status !== 'waiting')
      throw new Refusal('not-possible-now', 'This was decided already, or its writer has taken it back.');
    return row;
  }

  private async signing(m: EntityManager, ref: string, type: string, who: Person): Promise<Signing> {
    const signing = await this.second.signing(m, ref, type, who.personId);
    if (!signing) throw new Refusal('not-allowed', 'Your part in this case does not let you do this.');
    return signing;
  }

  private async decide(
    m: EntityManager,
    row: Approval,
    status: ApprovalStatus,
    who: Person,
    reason: string | null = null,
  ): Promise<void> {
    if (row.content) await this.vault.discard(m, row.content);
    const decided = {
      status,
      content: null,
      reason,
      decidedBy: who.personId,
      decidedAt: this.clock.instant(),
    };
    await m.update(Approval, { id: row.id }, decided);
  }

  private async viewOf(row: Approval, who: Person): Promise<ApprovalView | undefined> {
    const { id, act, status, writerId, askedAt, decidedBy } = row;
    const signing = await this.second.signing(this.db.read, row.caseRef, act, who.personId);
    if (signing?.organisationId !== row.organisationId) return undefined;
    const names = await this.people.namesOf([writerId, ...(decidedBy ? [decidedBy] : [])]);
    const mine = writerId === who.personId;
    const data = await this.contentOf(this.db.read, row);
    const reason =
      row.reason === null ? undefined : (await this.vault.open(this.db.read, [row.reason])).get(row.reason);
    const left = 'Somebody who has left';
    return {
      id,
      act,
      title: signing.title,
      status,
      writer: names.get(writerId) ?? left,
      askedAt,
      mine,
      mayApprove: status === 'waiting' && !mine,
      ...(data ? { data } : {}),
      // Said to its writer, and to nobody else.
      ...(reason === undefined || !mine ? {} : { reason }),
      ...(decidedBy ? { decidedBy: names.get(decidedBy) ?? left } : {}),
    };
  }

  private async contentOf(
    m: EntityManager,
    { content }: Approval,
  ): Promise<Record<string, unknown> | undefined> {
    if (content === null) return undefined;
    const text = (await this.vault.open(m, [content])).get(content);
    return text === undefined ? undefined : (JSON.parse(text) as Record<string, unknown>);
  }

  private async tell(m: EntityManager, id: string, ref: string, personId: string, template: TemplateId) {
    await this.outbox.enqueue(m, {
      key: `${template}:${id}:${personId}`,
      personId,
      template,
      params: { ref },
    });
  }
}

const gone = (): Refusal => new Refusal('not-found', 'There is nothing here that waits for approval.');

const moved = (): Refusal =>
  new Refusal('stale-version', 'The case has moved on since you looked. Look again, then decide.');
