// What somebody chooses about messages beside e-mail: news, one list in the morning, texts and when.

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Hours } from '../../workflows/kit';
import { Db } from '../persistence';
import { Clock, Refusal } from '../platform';
import { Vault } from '../vault';
import { MessagePreference } from './entities';

export const textHours: Record<MessagePreference['hours'], Hours> = {
  day: { from: '08:00', until: '20:00' },
  school: { from: '09:30', until: '14:30' },
  evening: { from: '17:30', until: '20:00' },
};

export interface Chosen {
  news: boolean;
  digest: boolean;
  text: boolean;
  /** As it is dialled; empty where none is known. */
  phone: string;
  hours: MessagePreference['hours'];
}

const NOTHING_CHOSEN: Chosen = { news: true, digest: false, text: false, phone: '', hours: 'day' };
const MOBILE = /^\+447\d{9}$/;

@Injectable()
export class Preferences {
  constructor(
    private readonly db: Db,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  async of(personId: string): Promise<Chosen> {
    const row = await this.db.read.findOneBy(MessagePreference, { personId });
    if (!row) return NOTHING_CHOSEN;
    const { news, digest, text, hours } = row;
    const { phone } = await this.vault.reveal(this.db.read, { phone: row.phone ?? '' });
    return { news, digest, text, hours, phone };
  }

  /** @throws Refusal for texts while there is no number that is safe to text. */
  async choose(personId: string, change: Partial<Omit<Chosen, 'phone'>>): Promise<void> {
    await this.db.tx(async (m) => {
      const known = await m.findOneBy(MessagePreference, { personId });
      const { news, digest, text, hours } = { ...NOTHING_CHOSEN, ...known, ...change };
      const phone = known?.phone ?? null;
      if (text && phone === null) throw noNumber();
      await this.keep(m, { personId, news, digest, text, hours, phone });
    });
  }

  /**
   * The number that its owner has said is safe to text: it is asked with everything else about reaching them safely, and
   * only there. Nothing where there is none, or where it takes no texts: then none are sent.
   */
  async textTo(m: EntityManager, personId: string, typed: string | undefined): Promise<void> {
    const known = await m.findOneBy(MessagePreference, { personId });
    const number = typed === undefined ? undefined : mobile(typed);
    if (!known && !number) return;
    if (known?.phone) await this.vault.discard(m, known.phone);
    const { news, digest, text, hours } = { ...NOTHING_CHOSEN, ...known };
    const phone = number ? await this.vault.seal(m, personId, number) : null;
    await this.keep(m, { personId, news, digest, text: text && phone !== null, hours, phone });
  }

  private async keep(m: EntityManager, chosen: Omit<MessagePreference, 'chosenAt'>): Promise<void> {
    await m.save(MessagePreference, { ...chosen, chosenAt: this.clock.instant() });
  }
}

const noNumber = (): Refusal => {
  const detail = 'Say first that it is safe to text you, and give a UK mobile number, like 07700 900000';
  return new Refusal('invalid-data', detail, [{ pointer: '/text', detail }]);
};

function mobile(typed: string): string | undefined {
  const dialled = typed.replace(/[\s()-]/g, '').replace(/^0(?=7)|^0044|^44/, '+44');
  return MOBILE.test(dialled) ? dialled : undefined;
}
