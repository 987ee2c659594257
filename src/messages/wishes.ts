// What a sender must know about somebody before anything is sent to them: what they want, and what does not reach them.

import { In } from 'typeorm';
import { Db } from '../persistence';
import { Together } from '../platform';
import type { EmailChoiceId } from './email-choices';
import { EmailChoice, MessagePreference, UnreachableContact, type Contact } from './entities';

export interface Wish {
  email: EmailChoiceId;
  news: boolean;
  digest: boolean;
  /** A sealed number, only where they have said that texts are safe. */
  phone: string | null;
  hours: MessagePreference['hours'];
  unreachable: ReadonlySet<Contact>;
}

const MOST = 500;

export class Wishes {
  private readonly together = new Together((ids: string[]) => this.ofAll(ids), MOST);

  constructor(private readonly db: Db) {}

  /** Of one, read together with the others that are asked for at the same time. */
  of(personId: string): Promise<Wish> {
    return this.together.of(personId);
  }

  /** In their order. Who has chosen nothing gets e-mail and news: they gave the address to be reached. */
  async ofAll(personIds: string[]): Promise<Wish[]> {
    const where = { personId: In([...new Set(personIds)]) };
    const read = this.db.read;
    const emails = new Map((await read.findBy(EmailChoice, where)).map((row) => [row.personId, row.choice]));
    const chosen = new Map((await read.findBy(MessagePreference, where)).map((row) => [row.personId, row]));
    const dead = await read.findBy(UnreachableContact, where);
    return personIds.map((personId) => {
      const {
        news = true,
        digest = false,
        text = false,
        phone = null,
        hours = 'day',
      } = chosen.get(personId) ?? {};
      return {
        email: emails.get(personId) ?? 'yes',
        news,
        digest,
        phone: text ? phone : null,
        hours,
        unreachable: new Set(dead.filter((row) => row.personId === personId).map(({ contact }) => contact)),
      };
    });
  }
}
