// Who is reading, read from the session at each request, and what every page shows because of it.

import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isWhole, Sessions, type SignedIn } from '../access';
import { Desk, type Who } from '../engine';
import { Undelivered } from '../messages';
import { Db } from '../persistence';
import { Clock, CONFIG, Ids, Refusal, type Config } from '../platform';
import { partyDefinition } from '../../workflows/kit';
import { Demo } from '../demo';
import { Drafts, type Answers } from '../lodging';
import { decidesEscalations, publishedBodies } from '../reporting';
import { english, Languages, type Speech } from './language';
import { Views } from './views';

export interface Reader extends SignedIn {
  who: Who & { kind: 'person' };
}

const LONGEST_CARRIED = 2000;
/** What a form is kept under has room for so much. */
const LONGEST_PATH = 120;
/** Pages that speak every language; the others are in English and say so. */
const TRANSLATED = new Set([
  'start.njk',
  'router.njk',
  'result.njk',
  'case.njk',
  'my-cases.njk',
  'equality.njk',
  'equality-question.njk',
  'equality-figures.njk',
  'document-add.njk',
  'document-sees.njk',
  'draft-documents.njk',
  'draft-document-remove.njk',
  'draft.njk',
  'draft-check.njk',
  'start-route.njk',
  'sign-in.njk',
  'stay-safe.njk',
  'sent.njk',
]);
const LANGUAGE_COOKIE = 'recourse-language';

/** A form of an earlier session: its page is opened again with what was typed. */
export class OpenAgain extends Refusal {
  constructor(readonly path: string) {
    super('bad-request', 'This form is out of date. What you typed has been kept.');
  }
}

/** Pages that are asked for at the address to which their form is sent. */
const canBeOpenedAgain = (path: string): boolean =>
  /^\/cases\/[^/]+\/(?:act\/[^/]+|correct|people\/invite)$|^\/cases\/draft\/[^/]+\/(?!send$|delete$|documents$)[^/]+$|^\/account\/safety$/.test(
    path,
  );

/** A form to be kept where it comes too late, under what it is about: its page, or an act at a desk. */
export interface KeptForm {
  about: string;
  answers: Answers;
}

function formOf({ path, body }: Request): KeptForm | undefined {
  if (!canBeOpenedAgain(path) || path.length > LONGEST_PATH) return undefined;
  const { _csrf: _, ...answers } = (body ?? {}) as Answers;
  return { about: path, answers };
}

/** Pages of the desk that keep what was typed into them themselves. */
const keepsItself = (path: string): boolean => /^\/desk\/cases\/[^/]+\/(?:write\/[^/]+|contacts)$/.test(path);

/** Only ever to a page of ours. */
export const isLocalPath = (path: string): boolean => /^\/(?![/\\])[\w\-./]*$/.test(path);

/** Where somebody goes on who had to sign in: never to an address that only takes forms. */
export function wayBack({ method, path }: Pick<Request, 'method' | 'path'>): string {
  if (method === 'GET' || canBeOpenedAgain(path) || keepsItself(path)) return path;
  return (
    /^\/cases\/draft\/[\w-]+\/documents|^(?:\/desk)?\/cases\/(?:draft\/)?[\w-]+/.exec(path)?.[0] ??
    (path.startsWith('/account') ? '/account' : '/cases')
  );
}

@Injectable()
export class Readers {
  /** Who is reading, by request: gone with it. */
  private readonly asked = new WeakMap<Request, Promise<Reader | undefined>>();

  constructor(
    private readonly sessions: Sessions,
    private readonly desk: Desk,
    private readonly undelivered: Undelivered,
    private readonly views: Views,
    private readonly languages: Languages,
    private readonly drafts: Drafts,
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly demo: Demo,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  today(): string {
    return this.clock.today();
  }

  /** The language that this page was asked for, that was chosen before, or that the browser prefers. */
  speech(request: Request): Speech {
    return (
      this.languages.find(request.query.lang) ??
      this.languages.find(cookieOf(request, LANGUAGE_COOKIE)) ??
      this.languages.find(request.acceptsLanguages(this.languages.codes)) ??
      english
    );
  }

  /** Asked once for each request, however many parts of a page want to know. */
  async of(request: Request): Promise<Reader | undefined> {
    const found = await this.found(request);
    if (!found || found.half) return undefined;
    this.db.readAs({ personId: found.personId, at: this.clock.instant() });
    return found;
  }

  /** Somebody of whom a second factor is still wanted. */
  async half(request: Request): Promise<Reader | undefined> {
    const found = await this.found(request);
    return found?.half ? found : undefined;
  }

  private found(request: Request): Promise<Reader | undefined> {
    let reader = this.asked.get(request);
    if (!reader) {
      reader = this.sessions
        .find(cookieOf(request, this.sessionCookie))
        .then((found) => found && { ...found, who: { kind: 'person', personId: found.personId } });
      this.asked.set(request, reader);
    }
    return reader;
  }

  /** @throws Refusal where nobody is signed in: the page of errors leads to signing in. */
  async signedIn(request: Request): Promise<Reader> {
    const reader = await this.of(request);
    if (!reader) throw new Refusal('not-signed-in', 'Sign in to see this page.');
    return reader;
  }

  /**
   * A form of ours, sent from our page by the person who is signed in. What was typed into one that comes too late is
   * kept, so that it is there when its page is opened again.
   */
  async sender(request: Request, form = formOf(request)): Promise<Reader> {
    this.sameSite(request);
    const reader = await this.of(request);
    const { _csrf } = (request.body ?? {}) as { _csrf?: string };
    if (!reader) {
      const lapsed = await this.sessions.ranOut(cookieOf(request, this.sessionCookie));
      if (form && lapsed && lapsed.csrf === _csrf)
        await this.drafts.keep(lapsed.personId, form.about, form.answers);
      throw new Refusal('not-signed-in', 'Sign in to see this page.');
    }
    if (_csrf === reader.csrf) return reader;
    if (form && request.headers['sec-fetch-site'] === 'same-origin') {
      await this.drafts.keep(reader.personId, form.about, form.answers);
      throw new OpenAgain(request.path);
    }
    throw new Refusal(
      'bad-request',
      'This form is out of date. Go back, load the page again and send it once more.',
    );
  }

  /** A form of ours from somebody of whom a second factor is still wanted. */
  async halfSender(request: Request): Promise<Reader> {
    this.sameSite(request);
    const reader = await this.half(request);
    if (!reader) throw new Refusal('not-signed-in', 'Sign in to see this page.');
    if ((request.body as { _csrf?: string } | undefined)?._csrf === reader.csrf) return reader;
    throw new Refusal('bad-request', 'This form is out of date. Go back and load the page again.');
  }

  /** @throws Refusal where the reader is no operator: for everybody else these pages are not there. */
  async operator(request: Request, acts = false): Promise<Reader> {
    const reader = acts ? await this.sender(request) : await this.signedIn(request);
    if (!reader.operator) throw new Refusal('not-found', 'There is nothing at this address.');
    // Setting up the service needs every body's; no page of an operator shows what is in a case.
    this.db.readAs(undefined);
    return reader;
  }

  /**
   * An operator whose act cannot be taken back. Nobody, and an answer that leads there and back, where they have not
   * lately shown that it is them.
   */
  async provenOperator(request: Request, response: Response, back: string): Promise<Reader | undefined> {
    const reader = await this.operator(request, true);
    if (reader.fresh) return reader;
    response.redirect(303, `/account/confirm?to=${encodeURIComponent(back)}`);
    return undefined;
  }

  /** What this reader typed into this page before the session ended. */
  kept({ personId }: Reader, request: Request): Promise<Answers | undefined> {
    return this.drafts.take(personId, request.path);
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

  /** What its owner knows a device by. */
  device(request: Request): string {
    return deviceOf(request.headers['user-agent'] ?? '');
  }

  signIn(response: Response, secret: string): void {
    this.setCookie(response, this.sessionCookie, secret);
  }

  async signOut(request: Request, response: Response): Promise<void> {
    const secret = cookieOf(request, this.sessionCookie);
    if (secret) await this.sessions.end(secret);
    this.asked.delete(request);
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
    const places = reader?.places ?? [];
    const parts = places.filter(isWhole).flatMap(({ parties }) => parties);
    const staff = places.length > 0;
    const operator = reader?.operator ?? false;
    const own = reader && !operator ? await this.desk.ownTurnsOf(reader.personId) : { all: 0, turns: 0 };
    const speech = this.speech(request);
    if (this.languages.find(request.query.lang))
      this.setCookie(response, LANGUAGE_COOKIE, speech.language.code);
    // A question speaks every language where the one who asks it does.
    const translated = TRANSLATED.has(template) || context.translated === true;
    const reading = {
      spoken: speech.language.code,
      ...(translated || speech === english
        ? {}
        : { notTranslated: { ...speech.language, text: speech.say('layout.not-translated') } }),
      languages: this.languages.all().map(({ language }) => ({
        ...language,
        href: inLanguage(request, language.code),
      })),
      signedIn: reader !== undefined,
      staff,
      // Which pages of the desk are for them.
      decides: decidesEscalations(parts),
      counted: parts.some((party) => (publishedBodies as string[]).includes(partyDefinition(party).body)),
      operator,
      // Where something waits for them: their own cases, and those of the organisation they act for.
      own,
      // The desk has counted them already.
      turns: context.turns ?? (staff ? await this.desk.turnsOf(places) : 0),
      family: reader !== undefined && !staff && !operator,
      csrf: reader?.csrf ?? '',
      path: request.path,
      unreachable: reader ? await this.undelivered.contactsOf(reader.personId) : [],
      ...(this.config.demo ? { demo: await this.demo.bar(reader?.personId) } : {}),
    };
    this.bare(response, template, { ...reading, ...context }, status, translated ? speech : english);
  }

  /** A page that asks the database nothing, not even who is reading. */
  bare(
    response: Response,
    template: string,
    context: Record<string, unknown>,
    status: number,
    speech = english,
  ): void {
    const html = this.views.render(speech, template, context);
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

const BROWSERS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, 'an iPhone'],
  [/iPad/, 'an iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'a Mac'],
  [/Linux/, 'Linux'],
];

/** No more of a browser's long name than a person would say of it. */
function deviceOf(agent: string): string {
  const [browser, system] = [BROWSERS, SYSTEMS].map((known) => known.find(([mark]) => mark.test(agent))?.[1]);
  return [browser, system].filter(Boolean).join(' on ');
}

/** This page in another language. */
function inLanguage({ path, query }: Request, code: string): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const each of [value].flat().map(String))
      if (name !== 'lang' && (name !== 'to' || isLocalPath(each))) words.append(name, each);
  words.append('lang', code);
  return `${path}?${words.toString()}`;
}
