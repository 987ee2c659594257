// Staff sign in where they always do: their organisation's OpenID Connect. It never makes an account: somebody with an
// address of a known domain must have been given a part by an operator first.

import { Inject, Injectable } from '@nestjs/common';
import { generators, Issuer, type Client } from 'openid-client';
import { Db } from '../persistence';
import { Clock, CONFIG, Refusal, type Config } from '../platform';
import { Vault } from '../vault';
import { Challenges } from './challenges';
import { Membership, Person, WorkAccount } from './entities';
import { normalisedEmail, People } from './people';

interface Begun {
  state: string;
  nonce: string;
  verifier: string;
  to: string;
}

@Injectable()
export class WorkSignIn {
  private found: Promise<Client> | undefined;

  constructor(
    private readonly db: Db,
    private readonly people: People,
    private readonly challenges: Challenges,
    private readonly vault: Vault,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get offered(): boolean {
    return this.config.oidc !== undefined;
  }

  /** Where to send the browser. */
  async begin(browser: string, to: string): Promise<string> {
    const client = await this.client();
    const [state, nonce, verifier] = [generators.state(), generators.nonce(), generators.codeVerifier()];
    await this.challenges.set(
      'work',
      browser,
      JSON.stringify({ state, nonce, verifier, to } satisfies Begun),
    );
    return client.authorizationUrl({
      scope: 'openid email',
      state,
      nonce,
      code_challenge: generators.codeChallenge(verifier),
      code_challenge_method: 'S256',
    });
  }

  /** Who came back. @throws Refusal: not begun in this browser, refused there, or nobody whom an operator has let in */
  async finish(browser: string, query: Record<string, unknown>): Promise<{ personId: string; to: string }> {
    const begun = await this.challenges.take('work', browser);
    if (!begun) throw notIn();
    const { state, nonce, verifier, to } = JSON.parse(begun) as Begun;
    const client = await this.client();
    const params = client.callbackParams(
      `/?${new URLSearchParams(query as Record<string, string>).toString()}`,
    );
    const tokens = await client
      .callback(this.redirectUri(), params, { state, nonce, code_verifier: verifier })
      .catch(() => undefined);
    if (!tokens) throw notIn();
    const { iss, sub, email, email_verified: verified } = tokens.claims();
    return { personId: await this.personOf(iss, sub, verified === false ? undefined : email), to };
  }

  private async personOf(issuer: string, subject: string, email: string | undefined): Promise<string> {
    const id = this.vault.blind(`work:${issuer}|${subject}`);
    return this.db.tx(async (m) => {
      const linked = await m.findOneBy(WorkAccount, { id });
      const person = linked
        ? await m.findOneBy(Person, { id: linked.personId, active: true })
        : email && this.isOurs(email)
          ? await this.people.findByEmail(m, email)
          : null;
      const staff = person?.active && (await m.existsBy(Membership, { personId: person.id, active: true }));
      if (!person || !staff) throw notIn();
      if (!linked) await m.insert(WorkAccount, { id, personId: person.id, linkedAt: this.clock.instant() });
      return person.id;
    });
  }

  private isOurs(email: string): boolean {
    const domain = normalisedEmail(email).split('@').at(-1) ?? '';
    return this.config.oidc?.domains.includes(domain) === true;
  }

  private client(): Promise<Client> {
    const { oidc } = this.config;
    if (!oidc) throw new Refusal('not-found', 'There is nothing at this address.');
    this.found ??= Issuer.discover(oidc.issuer).then(
      (issuer) =>
        new issuer.Client({
          client_id: oidc.clientId,
          client_secret: oidc.clientSecret,
          redirect_uris: [this.redirectUri()],
          response_types: ['code'],
        }),
    );
    return this.found.catch(() => {
      this.found = undefined;
      throw new Refusal(
        'unavailable',
        'Your organisation’s sign-in cannot be reached. Try again in a few minutes.',
      );
    });
  }

  private redirectUri(): string {
    return `${this.config.baseUrl}/sign-in/work/back`;
  }
}

const notIn = (): Refusal =>
  new Refusal(
    'not-allowed',
    'You could not be signed in. Begin again, or ask who runs this service to let you in with your work address.',
  );
