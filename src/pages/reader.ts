// Who is reading, read from the session at each request, and what every page shows because of it.

import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Operators, People, Sessions, type SignedIn } from '../access';
import type { Who } from '../engine';
import { Undelivered } from '../messages';
import { Clock, CONFIG, Ids, Refusal, type Config } from '../platform';
import { Demo } from '../demo';
import { Views } from './views';

export interface Reader extends SignedIn {
  who: Who & { kind: 'person' };
}

const LONGEST_CARRIED = 2000;

@Injectable()
export class Readers {
  constructor(
    private readonly sessions: Sessions,
    private readonly people: People,
    private readonly operators: Operators,
    private readonly undelivered: Undelivered,
    private readonly views: Views,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly demo: Demo,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  today(): string {
    return this.clock.today();
  }

  async of(request: Request): Promise<Reader | undefined> {
    const signedIn = await this.sessions.find(cookieOf(request, this.sessionCookie));
    return signedIn && { ...signedIn, who: { kind: 'person', personId: signedIn.personId } };
  }

  /** @throws Refusal where nobody is signed in: the page of errors leads to signing in. */
  async signedIn(request: Request): Promise<Reader> {
    const reader = await this.of(request);
    if (!reader) throw new Refusal('not-signed-in', 'Sign in to see this page.');
    return reader;
  }

  /** A form of ours, sent from our page by the person who is signed in. */
  async sender(request: Request): Promise<Reader> {
    const reader = await this.signedIn(request);
    this.sameSite(request);
    if ((request.body as { _csrf?: string } | undefined)?._csrf !== reader.csrf) {
      throw new Refusal(
        'bad-request',
        'This form is out of date. Go back, load the page again and send it once more.',
      );
    }
    return reader;
  }

  /** @throws Refusal where the reader is no operator: for everybody else these pages are not there. */
  async operator(request: Request, acts = false): Promise<Reader> {
    const reader = acts ? await this.sender(request) : await this.signedIn(request);
    if (!(await this.operators.is(reader.personId)))
      throw new Refusal('not-found', 'There is nothing at this address.');
    return reader;
  }

  sameSite(request: Request): void {
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') {
      throw new Refusal('not-allowed', 'This form was sent from another site.');
    }
  }

  /** The secret that ties a one-time code to this browser. */
  browser(request: Request, response: Response): string {
    const known = cookieOf(request, this.browserCookie);
    if (known) return known;
    const secret = this.ids.secret();
    this.setCookie(response, this.browserCookie, secret);
    return secret;
  }

  signIn(response: Response, secret: string): void {
    this.setCookie(response, this.sessionCookie, secret);
  }

  async signOut(request: Request, response: Response): Promise<void> {
    const secret = cookieOf(request, this.sessionCookie);
    if (secret) await this.sessions.end(secret);
    response.clearCookie(this.sessionCookie, { path: '/' });
  }

  /** What the router learnt, in the browser alone, from its result to the start of a case. */
  carry(response: Response, facts: string | undefined): void {
    if (facts === undefined) response.clearCookie(this.carryCookie, { path: '/' });
    else if (facts.length <= LONGEST_CARRIED) this.setCookie(response, this.carryCookie, facts);
  }

  carried(request: Request): Record<string, unknown> {
    try {
      const facts: unknown = JSON.parse(cookieOf(request, this.carryCookie) ?? '{}');
      return typeof facts === 'object' && facts !== null ? (facts as Record<string, unknown>) : {};
    } catch {
      // What cannot be read is simply asked again.
      return {};
    }
  }

  async page(
    request: Request,
    response: Response,
    template: string,
    context: Record<string, unknown>,
    status = 200,
  ): Promise<void> {
    const reader = await this.of(request);
    const staff = reader ? (await this.people.memberships(reader.personId)).length > 0 : false;
    const operator = reader ? await this.operators.is(reader.personId) : false;
    const html = this.views.render(template, {
      signedIn: reader !== undefined,
      staff,
      operator,
      family: reader !== undefined && !staff && !operator,
      csrf: reader?.csrf ?? '',
      path: request.path,
      unreachable: reader ? await this.undelivered.contactsOf(reader.personId) : [],
      ...(this.config.demo ? { demo: await this.demo.bar(reader?.personId) } : {}),
      ...context,
    });
    response.status(status).set('Cache-Control', 'no-store').type('html').send(html);
  }

  private get sessionCookie(): string {
    return this.config.production ? '__Host-recourse' : 'recourse';
  }

  private get carryCookie(): string {
    return this.config.production ? '__Host-recourse-answers' : 'recourse-answers';
  }

  private get browserCookie(): string {
    return this.config.production ? '__Host-recourse-browser' : 'recourse-browser';
  }

  private setCookie(response: Response, name: string, value: string): void {
    response.cookie(name, value, {
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.production,
      path: '/',
    });
  }
}

const cookieOf = (request: Request, name: string): string | undefined => {
  const value = (request.cookies as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
};
