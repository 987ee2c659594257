// A form that was sent after its session had ended: kept sealed for whoever had been signed in, and for nobody else,
// until they are back.

import { Injectable } from '@nestjs/common';
import { LessThan, type EntityManager } from 'typeorm';
import { Db } from '../persistence';
import { Clock, Ids } from '../platform';
import { Vault } from '../vault';
import { KeptForm } from './entities';

export type Fields = Record<string, unknown>;

const WEEK = 7 * 24 * 3_600_000;
/** More than anybody types; what is larger is not kept. */
const LARGEST = 100_000;

@Injectable()
export class KeptForms {
  constructor(
    private readonly db: Db,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The last form sent to a page takes the place of one kept before. */
  async keep(personId: string, path: string, fields: Fields): Promise<void> {
    const text = JSON.stringify(fields);
    if (text.length > LARGEST || path.length > 200) return;
    await this.db.tx(async (m) => {
      await this.forgetOld(m);
      for (const row of await m.findBy(KeptForm, { personId, path })) await this.forget(m, row);
      await m.insert(KeptForm, {
        id: this.ids.id(),
        personId,
        path,
        fields: await this.vault.seal(m, personId, text),
        createdAt: this.clock.instant(),
      });
    });
  }

  /** What was kept for this page, once. */
  async take(personId: string, path: string): Promise<Fields | undefined> {
    // Nearly every page has nothing kept: only what is there is worth a transaction.
    if ((await this.db.read.countBy(KeptForm, { personId, path })) === 0) return undefined;
    return this.db.tx(async (m) => {
      await this.forgetOld(m);
      const row = await m.findOneBy(KeptForm, { personId, path });
      if (!row) return undefined;
      const { text } = await this.vault.reveal(m, { text: row.fields });
      await this.forget(m, row);
      return JSON.parse(text) as Fields;
    });
  }

  private async forgetOld(m: EntityManager): Promise<void> {
    const before = new Date(this.clock.now().getTime() - WEEK).toISOString();
    for (const row of await m.findBy(KeptForm, { createdAt: LessThan(before) })) await this.forget(m, row);
  }

  private async forget(m: EntityManager, { id, fields }: KeptForm): Promise<void> {
    await this.vault.discard(m, fields);
    await m.delete(KeptForm, { id });
  }
}
