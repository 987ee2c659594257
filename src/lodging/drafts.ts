// What is being written and has not been sent: a case, an act in one, a form that outlived its session. It is kept sealed,
// for its writer alone, until it is sent or taken up again, or ninety days have passed.

import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, Like, type EntityManager } from 'typeorm';
import { Db } from '../persistence';
import { Clock, Ids, Refusal } from '../platform';
import { DraftDocuments, type UnsentPlace } from '../uploads';
import { DraftDocument } from '../uploads/entities';
import { Vault } from '../vault';
import { Draft } from './entities';

export type Answers = Record<string, unknown>;

export interface DraftView {
  id: string;
  route: string;
  answers: Answers;
  updatedAt: string;
}

const DAY = 24 * 3_600_000;
export const DRAFT_DAYS = 90;
/** A form that outlived its session is kept under the path of its page, and not so long. */
const FORM_DAYS = 7;
const FORM = '/%';
const MOST = 20;

@Injectable()
export class Drafts {
  constructor(
    private readonly db: Db,
    private readonly documents: DraftDocuments,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws Refusal where there are too many unfinished ones. */
  async begin(personId: string, route: string, answers: Answers): Promise<string> {
    return this.db.tx(async (m) => {
      await this.forgetOld(m);
      if ((await m.countBy(Draft, { personId, about: IsNull() })) >= MOST) {
        throw new Refusal('too-many-requests', 'Send or delete one of your unfinished cases first.');
      }
      return this.insert(m, personId, route, null, answers);
    });
  }

  /** What this person has written so far about an act, or into the form of a page. */
  async about(personId: string, about: string): Promise<DraftView | undefined> {
    const row = await this.db.read.findOneBy(Draft, { personId, about });
    return row ? this.opened(this.db.read, row) : undefined;
  }

  /** The same, once: it is kept no longer. */
  async take(personId: string, about: string): Promise<Answers | undefined> {
    // Nearly every page has nothing kept: only what is there is worth a transaction.
    if (!(await this.db.read.existsBy(Draft, { personId, about }))) return undefined;
    return this.db.tx(async (m) => {
      await this.forgetOld(m);
      const row = await m.findOneBy(Draft, { personId, about });
      if (!row) return undefined;
      const { answers } = await this.opened(m, row);
      await this.forget(m, row);
      return answers;
    });
  }

  async drop(personId: string, about: string): Promise<void> {
    await this.take(personId, about);
  }

  /** The acts in a case of which this person has written something. */
  async actsOf(personId: string, ref: string): Promise<{ act: string; updatedAt: string }[]> {
    const rows = await this.db.read.findBy(Draft, { personId, about: Like(`${ref}/%`) });
    return rows.map(({ about, updatedAt }) => ({ act: (about ?? '').slice(ref.length + 1), updatedAt }));
  }

  /** Keeps what is written about something in the place of what was there before. */
  async keep(personId: string, about: string, answers: Answers): Promise<string> {
    return this.db.tx(async (m) => {
      const row = await m.findOneBy(Draft, { personId, about });
      if (!row) {
        await this.forgetOld(m);
        return this.insert(m, personId, '', about, answers);
      }
      await this.replace(m, row, answers);
      return row.id;
    });
  }

  /** @throws Refusal for a draft that is not this person's, in the words for one that is not there. */
  async get(id: string, personId: string): Promise<DraftView> {
    return this.opened(this.db.read, await this.own(this.db.read, id, personId));
  }

  /** The unfinished case as something that documents hang on. @throws Refusal as for `get` */
  async place(id: string, personId: string): Promise<UnsentPlace> {
    await this.own(this.db.read, id, personId);
    return { draftId: id, personId, hold: async (m) => (await this.hold(m, id, personId)).disputeId };
  }

  /**
   * An unfinished case kept from being sent, changed or thrown away until the transaction ends, with the dispute that it will
   * be. To be held is to be worked on: it is kept ninety days from now.
   */
  async hold(m: EntityManager, id: string, personId: string): Promise<Draft & { disputeId: string }> {
    const row = await this.db.lock(m, Draft, 'id', id);
    if (row?.personId !== personId || row.about !== null) throw notThere();
    const disputeId = row.disputeId ?? this.ids.id();
    await m.update(Draft, { id }, { disputeId, updatedAt: this.clock.instant() });
    return { ...row, disputeId };
  }

  /** It has been sent. What was sealed for its dispute stays. */
  async sent(m: EntityManager, held: Draft): Promise<void> {
    await this.unseal(m, held);
    await m.delete(Draft, { id: held.id });
  }

  async mine(personId: string): Promise<DraftView[]> {
    const rows = await this.db.read.find(Draft, {
      where: { personId, about: IsNull() },
      order: { updatedAt: 'DESC' },
    });
    return Promise.all(rows.map((row) => this.opened(this.db.read, row)));
  }

  async save(id: string, personId: string, answers: Answers): Promise<void> {
    await this.db.tx(async (m) => {
      await this.replace(m, await this.own(m, id, personId), answers);
    });
  }

  async discard(id: string, personId: string): Promise<void> {
    await this.db.tx(async (m) => {
      await this.forget(m, await this.own(m, id, personId));
    });
  }

  /** Those left alone since a moment: how many there are, or were. */
  async older(instant: string, erase: boolean): Promise<number> {
    const rows = await this.db.read.findBy(Draft, { updatedAt: LessThan(instant) });
    if (erase)
      await this.db.tx(async (m) => {
        for (const row of rows) await this.forget(m, row);
        for (const id of await withoutDraft(m)) await this.documents.forgetDraft(m, id);
      });
    return rows.length;
  }

  async forgetAllOf(m: EntityManager, personId: string): Promise<void> {
    for (const row of await m.findBy(Draft, { personId })) await this.forget(m, row);
  }

  private async insert(
    m: EntityManager,
    personId: string,
    route: string,
    about: string | null,
    answers: Answers,
  ): Promise<string> {
    const id = this.ids.id();
    const now = this.clock.instant();
    const sealed = await this.vault.seal(m, id, JSON.stringify(answers));
    const times = { createdAt: now, updatedAt: now };
    await m.insert(Draft, { id, personId, route, about, disputeId: null, answers: sealed, ...times });
    return id;
  }

  /** The text before goes with its key: what somebody thought better of is nowhere kept. */
  private async replace(m: EntityManager, row: Draft, answers: Answers): Promise<void> {
    const { id } = row;
    await this.unseal(m, row);
    const sealed = await this.vault.seal(m, id, JSON.stringify(answers));
    await m.update(Draft, { id }, { answers: sealed, updatedAt: this.clock.instant() });
  }

  private async forgetOld(m: EntityManager): Promise<void> {
    const before = (days: number) => new Date(this.clock.now().getTime() - days * DAY).toISOString();
    const old = await m.findBy(Draft, [
      { updatedAt: LessThan(before(DRAFT_DAYS)) },
      { about: Like(FORM), updatedAt: LessThan(before(FORM_DAYS)) },
    ]);
    for (const row of old) await this.forget(m, row);
  }

  /** Locked first: what is being sent at this moment is not thrown away, nor is the key that has become its dispute's. */
  private async forget(m: EntityManager, { id }: Draft): Promise<void> {
    const row = await this.db.lock(m, Draft, 'id', id);
    if (!row) return;
    await this.documents.forgetDraft(m, id, row.disputeId);
    await this.unseal(m, row);
    await m.delete(Draft, { id });
  }

  /** The text and its key; a form from before there was one table for all was sealed with its writer's. */
  private async unseal(m: EntityManager, { id, answers }: Draft): Promise<void> {
    await this.vault.discard(m, answers);
    await this.vault.erase(m, id);
  }

  private async own(m: EntityManager, id: string, personId: string): Promise<Draft> {
    const row = await m.findOneBy(Draft, { id, personId });
    if (!row) throw notThere();
    return row;
  }

  private async opened(m: EntityManager, { id, route, answers, updatedAt }: Draft): Promise<DraftView> {
    const { text } = await this.vault.reveal(m, { text: answers });
    return { id, route, answers: JSON.parse(text) as Answers, updatedAt };
  }
}

const notThere = (): Refusal =>
  new Refusal('not-found', 'There is no such unfinished case. It may have been sent.');

/** Of what documents still hang on and is gone: sent or thrown away by a process of a release that knew nothing of them. */
async function withoutDraft(m: EntityManager): Promise<string[]> {
  const list = m.createQueryBuilder(DraftDocument, 'd').select('DISTINCT d.draft_id', 'id');
  const draft = list.subQuery().select('1').from(Draft, 'x').where('x.id = d.draft_id').getQuery();
  return (await list.where(`NOT EXISTS ${draft}`).getRawMany<{ id: string }>()).map(({ id }) => id);
}
