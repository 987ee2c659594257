// Passkeys (WebAuthn): made and checked by the person's own device, which asks for a finger, a face or a PIN. Nothing can
// be typed into a false page, and nothing that is kept here opens anything.

import { Inject, Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { Db } from '../persistence';
import { Clock, CONFIG, Refusal, type Config } from '../platform';
import { Challenges } from './challenges';
import { Passkey } from './entities';

const MOST = 10;

export interface PasskeyView {
  id: string;
  device: string;
  createdAt: string;
  lastUsedAt: string | null;
}

@Injectable()
export class Passkeys {
  private readonly rpID: string;
  private readonly origin: string;

  constructor(
    private readonly db: Db,
    private readonly challenges: Challenges,
    private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    const { hostname, origin } = new URL(config.baseUrl);
    this.rpID = hostname;
    this.origin = origin;
  }

  async of(personId: string): Promise<PasskeyView[]> {
    const rows = await this.db.read.find(Passkey, { where: { personId }, order: { createdAt: 'ASC' } });
    return rows.map(({ id, device, createdAt, lastUsedAt }) => ({ id, device, createdAt, lastUsedAt }));
  }

  /** What the device needs to make one. `account`: how the device shows it. @throws Refusal where there are many */
  async offer(personId: string, account: string, browser: string) {
    const own = await this.of(personId);
    if (own.length >= MOST)
      throw new Refusal('not-possible-now', 'You have ten passkeys. Take one off first.');
    const options = await generateRegistrationOptions({
      rpName: 'Recourse',
      rpID: this.rpID,
      userName: account,
      userID: new Uint8Array(Buffer.from(personId)),
      attestationType: 'none',
      excludeCredentials: own.map(({ id }) => ({ id })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    await this.challenges.set('passkey-add', browser, options.challenge);
    return options;
  }

  /** @throws Refusal where it was not made for this page, this browser and this moment */
  async add(personId: string, response: unknown, browser: string, device: string): Promise<void> {
    const expectedChallenge = await this.challenges.take('passkey-add', browser);
    if (!expectedChallenge) throw notGood();
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge,
      expectedOrigin: this.origin,
      expectedRPID: this.rpID,
      requireUserVerification: true,
    }).catch(() => ({ verified: false, registrationInfo: undefined }));
    if (!verified || !registrationInfo) throw notGood();
    const { id, publicKey, counter } = registrationInfo.credential;
    await this.db.tx((m) =>
      m.insert(Passkey, {
        id,
        personId,
        publicKey: Buffer.from(publicKey).toString('base64url'),
        counter,
        device,
        createdAt: this.clock.instant(),
        lastUsedAt: null,
      }),
    );
  }

  /** What the device needs to use one: of these persons alone, or whichever it has for this service. */
  async ask(browser: string, personId?: string) {
    const options = await generateAuthenticationOptions({
      rpID: this.rpID,
      userVerification: 'required',
      ...(personId ? { allowCredentials: (await this.of(personId)).map(({ id }) => ({ id })) } : {}),
    });
    await this.challenges.set('passkey-enter', browser, options.challenge);
    return options;
  }

  /** Whose it is. @throws Refusal with one sentence for everything that can be wrong */
  async use(response: unknown, browser: string): Promise<string> {
    const expectedChallenge = await this.challenges.take('passkey-enter', browser);
    const { id } = (response ?? {}) as { id?: unknown };
    const known = typeof id === 'string' ? await this.db.read.findOneBy(Passkey, { id }) : null;
    if (!expectedChallenge || !known) throw notGood();
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge,
      expectedOrigin: this.origin,
      expectedRPID: this.rpID,
      requireUserVerification: true,
      credential: {
        id: known.id,
        publicKey: new Uint8Array(Buffer.from(known.publicKey, 'base64url')),
        counter: known.counter,
      },
    }).catch(() => ({ verified: false, authenticationInfo: undefined }));
    if (!verified || !authenticationInfo) throw notGood();
    const { newCounter: counter } = authenticationInfo;
    await this.db.tx((m) =>
      m.update(Passkey, { id: known.id }, { counter, lastUsedAt: this.clock.instant() }),
    );
    return known.personId;
  }

  async remove(personId: string, id: string): Promise<void> {
    await this.db.tx((m) => m.delete(Passkey, { id, personId }));
  }
}

const notGood = (): Refusal =>
  new Refusal('invalid-data', 'The passkey did not work. Try again, or sign in with a code.');
