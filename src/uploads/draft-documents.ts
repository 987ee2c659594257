// Documents of a case that is not sent yet: for its writer alone, and sealed with the key of the dispute that it will be. When
// it is sent they come into the case as they are; when it is thrown away they go with it.

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Body } from '../../workflows/kit';
import type { Who } from '../engine';
import { databaseIs, Db } from '../persistence';
import { Clock, faultOf, Ids, log, Refusal } from '../platform';
import { Vault } from '../vault';
import { Checking } from './checking';
import type { Cleaned } from './cleaning/cleaned';
import { digestOf } from './digest';
import { DraftDocument, type UploadStatus } from './entities';
import type { Received } from './intake';
import { notTaken, safeName, typeOf, type Kind } from './kinds';
import { Pace } from './pace';
import { PrivateWords } from './private-words';
import { SealedFiles } from './sealed-files';
import { Uploads } from './uploads';

/** What is being written, as something that documents hang on; given only to its writer. */
export interface UnsentPlace {
  draftId: string;
  personId: string;
  /**
   * Keeps it from being sent or thrown away until the transaction ends. Gives the dispute that it will be.
   * @throws Refusal where it is there no more
   */
  hold: (m: EntityManager) => Promise<string>;
}

export interface DraftDocumentView {
  id: string;
  name: string;
  kind: Kind;
  size: number;
  addedAt: string;
  status: UploadStatus;
  /** Whom it is for once it is sent. */
  organisations: string[];
}

const MOST = 30;

@Injectable()
export class DraftDocuments {
  constructor(
    private readonly db: Db,
    private readonly uploads: Uploads,
    private readonly privateWords: PrivateWords,
    private readonly checking: Checking,
    private readonly files: SealedFiles,
    private readonly pace: Pace,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  get ready(): boolean {
    return this.checking.ready;
  }

  /** Asked before a file is taken in at all. @throws Refusal: too many, or nothing to scan with */
  async mayAdd({ draftId, personId }: UnsentPlace): Promise<void> {
    this.checking.refuseUnlessReady();
    if ((await this.db.read.countBy(DraftDocument, { draftId })) >= MOST)
      throw notTaken(`You have added ${MOST} documents. Send the case first, then add the others to it.`);
    await this.pace.refuseTooMany(personId);
  }

  /** Gives its id. @throws Refusal with what is wrong with it and what to do. Nothing of it is kept then. */
  add(place: UnsentPlace, received: Received, organisations: string[]): Promise<string> {
    return this.checking.taking(received, async ({ kind, content, clean }) => {
      const id = this.ids.id();
      await this.files.keep(id, content, place.hold);
      return this.files.orForget(id, () =>
        this.db.tx(async (m) => {
          const disputeId = await place.hold(m);
          const row: DraftDocument = {
            id,
            draftId: place.draftId,
            personId: place.personId,
            disputeId,
            name: await this.vault.seal(m, disputeId, safeName(received.name, kind)),
            kind,
            size: content.length,
            digest: null,
            salt: this.ids.secret(),
            organisations,
            status: 'waiting',
            addedAt: this.clock.instant(),
          };
          if (clean) this.passed(row, clean);
          await m.insert(DraftDocument, row);
          return id;
        }),
      );
    });
  }

  async of({ draftId, personId }: UnsentPlace): Promise<DraftDocumentView[]> {
    const rows = await rowsOf(this.db.read, draftId, personId);
    return Promise.all(
      rows.map(async ({ id, name, kind, size, addedAt, status, organisations }) => ({
        id,
        ...(await this.vault.reveal(this.db.read, { name })),
        kind,
        size,
        addedAt,
        status,
        organisations,
      })),
    );
  }

  /** Its content, once it has been looked at. */
  async read(place: UnsentPlace, id: string): Promise<{ name: string; type: string; content: Buffer }> {
    const row = await known(this.db.read, place, id);
    if (row.status !== 'ready') throw notThere();
    const { name } = await this.vault.reveal(this.db.read, { name: row.name });
    return { name, type: typeOf[row.kind], content: await this.files.read(row) };
  }

  async share(place: UnsentPlace, id: string, organisations: string[]): Promise<void> {
    await this.db.tx(async (m) => {
      await place.hold(m);
      await known(m, place, id);
      await m.update(DraftDocument, { id }, { organisations });
    });
  }

  async remove(place: UnsentPlace, id: string): Promise<void> {
    await this.db.tx(async (m) => {
      await place.hold(m);
      await this.forget(m, [await known(m, place, id)]);
    });
  }

  /** All of what is thrown away, with the key of the dispute that it would have been. */
  async forgetDraft(m: EntityManager, draftId: string, disputeId?: string | null): Promise<void> {
    const rows = await m.findBy(DraftDocument, { draftId });
    await this.forget(m, rows);
    const made = new Set(rows.map((row) => row.disputeId));
    if (disputeId) made.add(disputeId);
    for (const key of made) await this.vault.erase(m, key);
  }

  /**
   * What a machine reads in those that others will see, where the writer keeps something private: taken apart before it is
   * sent, so that nobody waits for it in the transaction.
   */
  async apart({ draftId, personId }: UnsentPlace): Promise<Map<string, Cleaned>> {
    const found = new Map<string, Cleaned>();
    if ((await this.privateWords.keepers(this.db.read, [personId])).length === 0) return found;
    for (const row of await rowsOf(this.db.read, draftId, personId))
      if (row.status === 'ready' && row.organisations.length > 0)
        try {
          found.set(row.id, await this.checking.takenApart(row.kind, () => this.files.read(row)));
        } catch (error) {
          if (databaseIs(error)) throw error;
          // It waits in the case, where nobody but its writer sees it, and the worker says what is wrong with it.
          log('error', 'a document could not be read', { document: row.id, ...faultOf(error) });
        }
    return found;
  }

  /** They come into the case that has just been opened, in the transaction that opens it. */
  async enter(
    m: EntityManager,
    place: UnsentPlace,
    opened: { ref: string; parties: Partial<Record<Body, string>>; who: Who & { kind: 'person' } },
    apart: ReadonlyMap<string, Cleaned>,
  ): Promise<void> {
    const { draftId, personId } = place;
    // What the worker finds out about one at this moment is found out before it comes in, or there.
    await this.db.lock(m, DraftDocument, 'draft_id', draftId);
    const rows = await rowsOf(m, draftId, personId);
    if (rows.length === 0) return;
    await this.uploads.receive(m, opened.ref, opened.who, rows, opened.parties, apart);
    await m.delete(DraftDocument, { draftId });
  }

  passed(row: DraftDocument, { content }: Cleaned): void {
    Object.assign(row, { status: 'ready', digest: digestOf(row.salt, content), size: content.length });
  }

  private async forget(m: EntityManager, rows: DraftDocument[]): Promise<void> {
    await this.vault.forget(
      m,
      rows.map(({ name }) => name),
    );
    for (const { id } of rows) await m.delete(DraftDocument, { id });
    this.files.forget(rows.map(({ id }) => id));
  }
}

const rowsOf = (m: EntityManager, draftId: string, personId: string): Promise<DraftDocument[]> =>
  m.find(DraftDocument, { where: { draftId, personId }, order: { addedAt: 'ASC', id: 'ASC' } });

async function known(m: EntityManager, place: UnsentPlace, id: string): Promise<DraftDocument> {
  const { draftId, personId } = place;
  const row = await m.findOneBy(DraftDocument, { id, draftId, personId });
  if (!row) throw notThere();
  return row;
}

const notThere = (): Refusal =>
  new Refusal('not-found', 'There is no such document, or it is not yours to see.');
