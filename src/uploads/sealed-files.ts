// The files of documents, each sealed with the key of what it belongs to. A file is there before its row and goes after it,
// so that what a crash leaves is a file without a row, which is swept away.

import { Injectable } from '@nestjs/common';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { databaseIs, Db } from '../persistence';
import { Clock } from '../platform';
import { Vault } from '../vault';
import type { AddedDocument } from './entities';
import { FileStore } from './file-store';

/** How long a file may lie in the store without a row before it is swept away. */
const ORPHAN = 24 * 3_600_000;
const BATCH = 500;

/** There is no such file, or it is not what was sealed, or its key is gone: asking again is of no use. */
export class Unreadable extends Error {}

@Injectable()
export class SealedFiles {
  constructor(
    private readonly db: Db,
    private readonly store: FileStore,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /**
   * @param keyOf whose key seals it, asked where the key may have to be made: none is made for what is gone
   * @returns whether it was kept: not where nobody's key is for it
   */
  async keep(
    id: string,
    content: Buffer,
    keyOf: (m: EntityManager) => Promise<string | undefined>,
  ): Promise<boolean> {
    const sealed = await this.db.tx(async (m) => {
      const subject = await keyOf(m);
      return subject === undefined ? undefined : this.vault.sealBytes(m, subject, id, content);
    });
    if (sealed) await this.store.put(id, sealed);
    return sealed !== undefined;
  }

  /** The row of a file that has just been kept; without it the file goes. */
  async orForget<T>(id: string, row: () => Promise<T>): Promise<T> {
    try {
      return await row();
    } catch (error) {
      await this.store.remove(id);
      throw error;
    }
  }

  /** @throws Unreadable where it can be read neither now nor later */
  async read({ id, disputeId }: AddedDocument, m: EntityManager = this.db.read): Promise<Buffer> {
    const sealed = await this.store.get(id);
    if (!sealed) throw new Unreadable('The file of a document is gone');
    try {
      return await this.vault.openBytes(m, disputeId, id, sealed);
    } catch (error) {
      if (databaseIs(error) || error instanceof QueryFailedError) throw error;
      throw new Unreadable('The file of a document is damaged');
    }
  }

  /** They go when the transaction is in. */
  forget(ids: string[]): void {
    this.db.afterCommit(() => void Promise.all(ids.map((id) => this.store.remove(id))));
  }

  /** Takes away those of which nobody knows: left by a process that died between two steps. */
  async sweep(known: (ids: string[]) => Promise<Set<string>>): Promise<number> {
    const names = await this.store.olderThan(new Date(this.clock.now().getTime() - ORPHAN));
    let swept = 0;
    for (let at = 0; at < names.length; at += BATCH) {
      const some = names.slice(at, at + BATCH);
      const rows = await known(some);
      for (const name of some.filter((each) => !rows.has(each))) {
        await this.store.remove(name);
        swept += 1;
      }
    }
    return swept;
  }
}
