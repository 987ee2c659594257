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

  /** @throws Refusal for texts to a number that is no mobile telephone of this country. */
  async choose(personId: string, change: Partial<Chosen>): Promise<void> {
    await this.db.tx(async (m) => {
      const known = await m.findOneBy(MessagePreference, { personId });
      const { phone: typed, ...chosen } = change;
      const { news, digest, text, hours } = { ...NOTHING_CHOSEN, ...known, ...chosen };
      const phone =
        typed === undefined ? (known?.phone ?? null) : await this.sealedNumber(m, personId, typed);
      if (text && phone === null) throw noNumber();
      const chosenAt = this.clock.instant();
      await m.save(MessagePreference, { personId, news, digest, text, hours, phone, chosenAt });
    });
  }

  private async sealedNumber(m: EntityManager, personId: string, typed: string): Promise<string | null> {
    if (typed.trim() === '') return null;
    const phone = mobile(typed);
    if (phone === undefined) throw noNumber();
    return this.vault.seal(m, personId, phone);
  }
}

const noNumber = (): Refusal => {
  const detail = 'Enter a UK mobile number, like 07700 900000';
  return new Refusal('invalid-data', detail, [{ pointer: '/phone', detail }]);
};

function mobile(typed: string): string | undefined {
  const dialled = typed.replace(/[\s()-]/g, '').replace(/^0(?=7)|^0044|^44/, '+44');
  return MOBILE.test(dialled) ? dialled : undefined;
}
