// Another e-mail address for an account: proved by a code that goes to it, and told to the one before.

import { Injectable } from '@nestjs/common';
import { Outbox } from '../messages';
import { Db } from '../persistence';
import { Ids, Refusal } from '../platform';
import { Vault } from '../vault';
import { Person } from './entities';
import { People } from './people';
import { SignIn } from './sign-in';

@Injectable()
export class EmailChanges {
  constructor(
    private readonly db: Db,
    private readonly people: People,
    private readonly signIn: SignIn,
    private readonly outbox: Outbox,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  /** Sends a code to the new address. Whether it belongs to somebody else is not told. */
  ask(email: string, browser: string, network: string): Promise<void> {
    return this.signIn.ask(email, browser, network);
  }

  /** @throws Refusal where the code is wrong, or the address belongs to another account: in the same words */
  async confirm(personId: string, code: string, browser: string, network: string): Promise<void> {
    const email = await this.signIn.addressBehind(code, browser, network);
    await this.db.tx(async (m) => {
      if (await this.people.findByEmail(m, email)) {
        const detail = 'This address cannot be used. Use another one.';
        throw new Refusal('invalid-data', detail, [{ pointer: '/code', detail }]);
      }
      const before = await m.findOneByOrFail(Person, { id: personId, active: true });
      const { old } = await this.vault.reveal(m, { old: before.email });
      await m.update(
        Person,
        { id: personId },
        { email: await this.vault.seal(m, personId, email), emailHash: this.people.hashOfEmail(email) },
      );
      await this.vault.forget(m, [before.email]);
      await this.outbox.enqueue(m, {
        key: `address-changed:${this.ids.id()}`,
        personId: await this.signIn.recipient(m, old),
        template: 'address-changed',
        params: {},
      });
    });
  }
}
