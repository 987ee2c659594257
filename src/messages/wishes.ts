// What a sender must know about somebody before anything is sent to them: what they want, and what does not reach them.

import { Db, isIn, readTogether, rowsOf } from '../persistence';
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
    const { read } = this.db;
    const theirs = isIn(read, 'person_id', '$1');
    const ids = [JSON.stringify([...new Set(personIds)])];
    const [choices, preferences, dead] = await readTogether(
      read,
      rowsOf(read, EmailChoice, theirs, ids),
      rowsOf(read, MessagePreference, theirs, ids),
      rowsOf(read, UnreachableContact, theirs, ids),
    );
    const emails = new Map(choices.map((row) => [row.personId, row.choice]));
    const chosen = new Map(preferences.map((row) => [row.personId, row]));
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
