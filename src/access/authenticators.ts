// The code that an app on a telephone shows (TOTP, RFC 6238): the second factor of staff who have no passkey.

import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Secret, TOTP } from 'otpauth';
import { Db } from '../persistence';
import { Clock, Ids, Refusal } from '../platform';
import { Vault } from '../vault';
import { Authenticator } from './entities';
import { Limits } from './limits';

const PERIOD = 30_000;
const SECRET_BYTES = 20;

@Injectable()
export class Authenticators {
  constructor(
    private readonly db: Db,
    private readonly vault: Vault,
    private readonly limits: Limits,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async has(personId: string): Promise<boolean> {
    const row = await this.db.read.findOneBy(Authenticator, { personId });
    return (row?.confirmedAt ?? null) !== null;
  }

  /** A new secret for the app, as an address to scan and as letters to type; the same one until it is confirmed. */
  async offer(personId: string, account: string): Promise<{ uri: string; letters: string }> {
    const secret = await this.db.tx(async (m) => {
      const row = await m.findOneBy(Authenticator, { personId });
      if (row?.confirmedAt)
        throw new Refusal('not-possible-now', 'You have an app already. Take it off first.');
      if (row) return (await this.vault.reveal(m, { secret: row.secret })).secret;
      const made = new Secret({ buffer: secretBytes(this.ids.secret()) }).base32;
      const sealed = await this.vault.seal(m, personId, made);
      await m.insert(Authenticator, { personId, secret: sealed, confirmedAt: null, lastStep: 0 });
      return made;
    });
    const letters = secret.replace(/(.{4})(?=.)/g, '$1 ');
    return { uri: totp(secret, account).toString(), letters };
  }

  /** Counts a code once, and only so many tries. The first right one confirms the app. */
  async check(personId: string, code: string): Promise<boolean> {
    if (!(await this.limits.allow('second-factor', personId))) return false;
    return this.db.tx(async (m) => {
      const row = await m.findOneBy(Authenticator, { personId });
      if (!row) return false;
      const { secret } = await this.vault.reveal(m, { secret: row.secret });
      const timestamp = this.clock.now().getTime();
      const delta = totp(secret, '').validate({ token: code.replace(/\s/g, ''), timestamp, window: 1 });
      if (delta === null) return false;
      const step = Math.floor(timestamp / PERIOD) + delta;
      const counted = await m.update(
        Authenticator,
        { personId, lastStep: LessThan(step) },
        { lastStep: step, confirmedAt: row.confirmedAt ?? this.clock.instant() },
      );
      return counted.affected === 1;
    });
  }

  async remove(personId: string): Promise<void> {
    await this.db.tx(async (m) => {
      const row = await m.findOneBy(Authenticator, { personId });
      if (!row) return;
      await this.vault.forget(m, [row.secret]);
      await m.delete(Authenticator, { personId });
    });
  }
}

const totp = (secret: string, label: string): TOTP =>
  new TOTP({
    issuer: 'Recourse',
    label,
    secret: Secret.fromBase32(secret),
    period: PERIOD / 1000,
    digits: 6,
  });

function secretBytes(secret: string): ArrayBuffer {
  const bytes = Buffer.from(secret, 'base64url').subarray(0, SECRET_BYTES);
  return new Uint8Array(bytes).buffer;
}
