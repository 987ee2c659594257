// One-time codes: sent by e-mail, bound to the browser that asked, good once, for ten minutes, five tries. They sign
// somebody in, show again that it is them, and prove that a new address is theirs.

import { Injectable } from '@nestjs/common';
import { LessThan, type EntityManager } from 'typeorm';
import { Outbox } from '../messages';
import { Db } from '../persistence';
import { Clock, Ids, Refusal } from '../platform';
import { Vault } from '../vault';
import { Person, Recipient, SignInCode } from './entities';
import { hashOf, sameHash } from './hash';
import { Limits } from './limits';
import { People } from './people';
import { Sessions } from './sessions';

const MINUTE = 60_000;
const LASTS = 10 * MINUTE;
const TRIES = 5;
const DAY = 24 * 60 * MINUTE;

@Injectable()
export class SignIn {
  constructor(
    private readonly db: Db,
    private readonly people: People,
    private readonly sessions: Sessions,
    private readonly limits: Limits,
    private readonly outbox: Outbox,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Asks for a code. The answer and the work are the same whether or not the address is known, and the answer is the
   * same where no more codes are sent. `network`: from where it was asked.
   */
  async ask(email: string, browser: string, network: string): Promise<void> {
    const address = this.people.checkedEmail(email);
    const emailHash = this.people.hashOfEmail(address);
    const now = this.clock.now();
    const code = this.ids.code();
    // One commit for all of it: a flood of these must not keep others from writing.
    await this.db.tx(async (m) => {
      const mayBeSent =
        (await this.limits.allow('code-network', network)) &&
        (await this.limits.allow('code-all')) &&
        (await this.limits.allow('code-address', emailHash));
      await this.forgetOld(m);
      const known = await m.findOneBy(Person, { emailHash, active: true });
      const id = this.ids.id();
      const recipientId = mayBeSent ? await this.recipient(m, address) : null;
      await m.insert(SignInCode, {
        id,
        emailHash,
        browserHash: hashOf(browser),
        codeHash: hashOf(`${id}:${code}`),
        recipientId,
        expiresAt: new Date(now.getTime() + LASTS).toISOString(),
        tries: 0,
        usedAt: null,
        createdAt: now.toISOString(),
      });
      if (recipientId === null) return;
      await this.outbox.enqueue(m, {
        key: `code:${id}`,
        personId: known?.id ?? recipientId,
        template: 'sign-in-code',
        params: {},
        secret: code,
      });
    });
  }

  /** Gives the secret of a new session; an address that was not known has an account now. */
  async enter(code: string, browser: string, network: string, device = ''): Promise<string> {
    const email = await this.addressBehind(code, browser, network);
    const personId = await this.db.tx(async (m) => {
      const known = await this.people.findByEmail(m, email);
      if (known && !known.active) throw wrongCode();
      return (known ?? (await this.people.create(m, { name: 'Name not given', email }))).id;
    });
    return this.sessions.start(personId, { device });
  }

  /** The address to which the code was sent. @throws Refusal with one sentence for everything that can be wrong */
  async addressBehind(code: string, browser: string, network: string): Promise<string> {
    const allowed = (await this.limits.allow('try-network', network)) && (await this.limits.allow('try-all'));
    const recipientId = allowed ? await this.db.tx((m) => this.used(m, code, browser)) : undefined;
    const recipient = recipientId ? await this.db.read.findOneBy(Recipient, { id: recipientId }) : undefined;
    if (!recipient) throw wrongCode();
    return (await this.vault.reveal(this.db.read, { email: recipient.email })).email;
  }

  /** An address for one message that belongs to nobody's account. */
  async recipient(m: EntityManager, address: string): Promise<string> {
    const id = this.ids.id();
    await m.insert(Recipient, {
      id,
      email: await this.vault.seal(m, id, address),
      createdAt: this.clock.instant(),
    });
    return id;
  }

  private async used(m: EntityManager, code: string, browser: string): Promise<string | undefined> {
    const latest = await m.findOne(SignInCode, {
      where: { browserHash: hashOf(browser) },
      order: { createdAt: 'DESC' },
    });
    if (!latest || latest.usedAt || latest.tries >= TRIES || latest.expiresAt <= this.clock.instant())
      return undefined;
    const right = sameHash(hashOf(`${latest.id}:${code.replace(/\s/g, '')}`), latest.codeHash);
    // The try is counted in the same statement that checks it, so that a hundred at once are still five.
    const counted = await m.update(
      SignInCode,
      { id: latest.id, tries: latest.tries },
      right ? { usedAt: this.clock.instant(), tries: TRIES } : { tries: latest.tries + 1 },
    );
    return right && counted.affected === 1 ? (latest.recipientId ?? undefined) : undefined;
  }

  private async forgetOld(m: EntityManager): Promise<void> {
    const createdAt = LessThan(new Date(this.clock.now().getTime() - DAY).toISOString());
    for (const { id } of await m.find(Recipient, { where: { createdAt }, take: 100 })) {
      await this.vault.erase(m, id);
      await m.delete(Recipient, { id });
    }
    await m.delete(SignInCode, { createdAt });
  }
}

function wrongCode(): Refusal {
  const detail =
    'Check the code in your email. It works once, for 10 minutes, in the browser that asked for it.';
  return new Refusal('invalid-data', detail, [{ pointer: '/code', detail }]);
}
