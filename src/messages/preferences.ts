// What somebody chooses about messages beside e-mail: news, one list in the morning, texts and when.

import { Injectable } from '@nestjs/common';
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
      const next = { ...(await this.of(personId)), ...change };
      const phone = next.phone.trim() === '' ? '' : mobile(next.phone);
      if (phone === undefined || (next.text && phone === '')) {
        const detail = 'Enter a UK mobile number, like 07700 900000';
        throw new Refusal('invalid-data', detail, [{ pointer: '/phone', detail }]);
      }
      const { news, digest, text, hours } = next;
      await m.save(MessagePreference, {
        personId,
        news,
        digest,
        text,
        hours,
        phone: phone === '' ? null : await this.vault.seal(m, personId, phone),
        chosenAt: this.clock.instant(),
      });
    });
  }
}

function mobile(typed: string): string | undefined {
  const dialled = typed.replace(/[\s()-]/g, '').replace(/^0(?=7)|^0044|^44/, '+44');
  return MOBILE.test(dialled) ? dialled : undefined;
}
