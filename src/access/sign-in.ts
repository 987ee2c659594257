// Signing in with a one-time code: sent by e-mail, bound to the browser that asked, good once, for ten minutes, five tries.

import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Outbox } from '../messages';
import { Db } from '../persistence';
import { Clock, Ids, Refusal } from '../platform';
import { Person, SignInCode } from './entities';
import { hashOf, sameHash } from './hash';
import { People } from './people';
import { Sessions } from './sessions';

const TEN_MINUTES = 10 * 60_000;
const TRIES = 5;
/** Codes one address may be sent in an hour. */
const CODES_AN_HOUR = 6;

@Injectable()
export class SignIn {
  constructor(
    private readonly db: Db,
    private readonly people: People,
    private readonly sessions: Sessions,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Asks for a code. The answer and the work are the same whether or not the address is known. */
  async ask(email: string, browser: string): Promise<void> {
    const address = this.people.checkedEmail(email);
    const emailHash = this.people.hashOfEmail(address);
    const now = this.clock.now();
    const code = this.ids.code();
    await this.db.tx(async (m) => {
      const hourAgo = new Date(now.getTime() - 60 * 60_000).toISOString();
      const recent = await m.countBy(SignInCode, { emailHash, createdAt: MoreThan(hourAgo) });
      // An unknown address gets an account and a code as well: nothing tells a known one from it.
      const person =
        (await m.findOneBy(Person, { emailHash, active: true })) ??
        (await this.people.create(m, { name: 'Name not given', email: address }));
      const id = this.ids.id();
      await m.insert(SignInCode, {
        id,
        emailHash,
        browserHash: hashOf(browser),
        codeHash: hashOf(`${id}:${code}`),
        personId: recent < CODES_AN_HOUR ? person.id : null,
        expiresAt: new Date(now.getTime() + TEN_MINUTES).toISOString(),
        tries: 0,
        usedAt: null,
        createdAt: now.toISOString(),
      });
      if (recent < CODES_AN_HOUR) {
        await this.outbox.enqueue(m, {
          key: `code:${id}`,
          personId: person.id,
          template: 'sign-in-code',
          params: {},
          secret: code,
        });
      }
    });
  }

  /** Gives the secret of a new session. @throws Refusal with one sentence for everything that can be wrong. */
  async enter(code: string, browser: string): Promise<string> {
    const personId = await this.db.tx(async (m) => {
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
        right ? { usedAt: this.clock.instant() } : { tries: latest.tries + 1 },
      );
      return right && counted.affected === 1 ? (latest.personId ?? undefined) : undefined;
    });
    if (personId === undefined) {
      const detail =
        'Check the code in your email. It works once, for 10 minutes, in the browser that asked for it.';
      throw new Refusal('invalid-data', detail, [{ pointer: '/code', detail }]);
    }
    return this.sessions.start(personId);
  }
}
