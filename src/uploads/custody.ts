// What is done with every added document alike, whether it hangs on a case or on one that is not sent yet: those that wait are
// looked at again, files are verified, and files of which nobody knows are swept away.

import { Injectable } from '@nestjs/common';
import { In, MoreThan, Not, type EntityManager } from 'typeorm';
import { Db } from '../persistence';
import { Checking, type Verdict } from './checking';
import type { Cleaned } from './cleaning/cleaned';
import { digestOf } from './digest';
import { DraftDocuments } from './draft-documents';
import { DraftDocument, Upload, type AddedDocument } from './entities';
import { SealedFiles } from './sealed-files';
import { Uploads } from './uploads';

/** A table of documents. */
interface Shelf<Row extends AddedDocument> {
  table: new () => Row;
  /** What else is written when one has passed. */
  passed: (m: EntityManager, row: Row, clean: Cleaned) => Promise<void> | void;
  /** The one that was looked at last, of those that wait. */
  looked: string;
}

const BATCH = 20;
/** After so many without a verdict the scanner is left alone until the next time. */
const UNSETTLED = 3;

@Injectable()
export class Custody {
  private readonly drafts: Shelf<DraftDocument>;
  private readonly cases: Shelf<Upload>;

  constructor(
    private readonly db: Db,
    private readonly checking: Checking,
    private readonly files: SealedFiles,
    uploads: Uploads,
    draftDocuments: DraftDocuments,
  ) {
    this.drafts = {
      table: DraftDocument,
      passed: (_m, row, clean) => draftDocuments.passed(row, clean),
      looked: '',
    };
    this.cases = { table: Upload, passed: (m, row, clean) => uploads.passed(m, row, clean), looked: '' };
  }

  /**
   * Documents that wait for the scanner, looked at again. Gives how many were settled. One on which no verdict can be had
   * holds up no other: the next ones get their turn, and it comes again when all have had theirs.
   */
  async checkWaiting(): Promise<number> {
    return (await this.checkShelf(this.cases)) + (await this.checkShelf(this.drafts));
  }

  /** Rows without their file, or whose file is not what was recorded. */
  async verify(found: (what: string) => void): Promise<number> {
    return (await this.verifyShelf(this.cases, found)) + (await this.verifyShelf(this.drafts, found));
  }

  /** Files without a row: left by a process that died between two steps. */
  sweep(): Promise<number> {
    return this.files.sweep(async (ids) => {
      const known = new Set<string>();
      // In the order in which a row moves: looked for the other way round, one that is being sent would be seen in neither.
      for (const { table } of [this.drafts, this.cases])
        for (const { id } of await this.db.read.findBy<AddedDocument>(table, { id: In(ids) })) known.add(id);
      return known;
    });
  }

  /** How many wait for the scanner, and since when the first of them. */
  async waiting(): Promise<{ count: number; oldest: string | null }> {
    const where = { status: 'waiting' as const };
    const first = (await Promise.all(
      [this.cases, this.drafts].map(({ table }) =>
        this.db.read.find<AddedDocument>(table, { where, order: { addedAt: 'ASC' }, take: 1 }),
      ),
    ).then((found) => found.flat())) as AddedDocument[];
    const [oldest] = first.map(({ addedAt }) => addedAt).sort();
    return { count: await this.count(where.status), oldest: oldest ?? null };
  }

  /** What is not to be seen, and since when the oldest of it waits for the scanner. */
  async counts(): Promise<{
    ready: boolean;
    waiting: number;
    oldest: string | null;
    refused: number;
    unreadable: number;
    held: number;
  }> {
    const { count, oldest } = await this.waiting();
    return {
      ready: this.checking.ready,
      waiting: count,
      oldest,
      refused: await this.count('refused'),
      unreadable: await this.count('unreadable'),
      held: await this.db.read.countBy(Upload, { status: 'ready', heldFor: Not('[]' as never) }),
    };
  }

  private async count(status: AddedDocument['status']): Promise<number> {
    const { read } = this.db;
    return (await read.countBy(Upload, { status })) + (await read.countBy(DraftDocument, { status }));
  }

  private async checkShelf<Row extends AddedDocument>(shelf: Shelf<Row>): Promise<number> {
    let settled = 0;
    let unsettled = 0;
    for (const row of await this.nextWaiting(shelf)) {
      shelf.looked = row.id;
      const verdict = await this.checking.verdictOn(row, () => this.files.read(row));
      if (verdict !== undefined) {
        await this.settle(shelf, row, verdict);
        settled += 1;
      } else if ((unsettled += 1) === UNSETTLED) break;
    }
    return settled;
  }

  private async nextWaiting<Row extends AddedDocument>({ table, looked }: Shelf<Row>): Promise<Row[]> {
    const after = (id: string) =>
      this.db.read.find<AddedDocument>(table, {
        where: { status: 'waiting', id: MoreThan(id) },
        order: { id: 'ASC' },
        take: BATCH,
      });
    const next = await after(looked);
    return (next.length > 0 || looked === '' ? next : await after('')) as Row[];
  }

  private async settle<Row extends AddedDocument>(
    { table, passed }: Shelf<Row>,
    { id }: Row,
    verdict: NonNullable<Verdict>,
  ): Promise<void> {
    /** Nothing where it has gone in the meantime: taken away, or sent. */
    const stillWaiting = async (m: EntityManager): Promise<Row | undefined> => {
      const row = await this.db.lock<Row>(m, table, 'id', id);
      return row?.status === 'waiting' ? row : undefined;
    };
    if (typeof verdict !== 'string') {
      const keyOf = async (m: EntityManager) => (await stillWaiting(m))?.disputeId;
      if (!(await this.files.keep(id, verdict.content, keyOf))) return;
    }
    await this.db.tx(async (m) => {
      const row = await stillWaiting(m);
      if (!row) return;
      if (typeof verdict !== 'string') await passed(m, row, verdict);
      else row.status = verdict;
      await m.update<AddedDocument>(table, { id }, row);
      if (verdict === 'refused') this.files.forget([id]);
    });
  }

  private async verifyShelf<Row extends AddedDocument>(
    { table }: Shelf<Row>,
    found: (what: string) => void,
  ): Promise<number> {
    const rows = await this.db.read.find<AddedDocument>(table, {
      where: { status: 'ready' },
      order: { id: 'ASC' },
    });
    for (const row of rows) {
      const content = await this.files.read(row).catch(() => undefined);
      if (!content) found(`document ${row.id}: its file is missing or damaged`);
      else if (digestOf(row.salt, content) !== row.digest) found(`document ${row.id}: not what was recorded`);
    }
    return rows.length;
  }
}
