// A client of the Recourse API. Types come from its OpenAPI document; a request that was not answered is sent again
// with the same key, so that it is done once.

import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './schema';

type Schemas = components['schemas'];
export type Case = Schemas['Case'];
export type Problem = Schemas['Problem'];
export type WorklistItem = Schemas['WorklistItem'];
export type BoardReport = Schemas['BoardReport'];

/** Every route, e.g. `council-complaint`. */
export type RouteName = keyof Schemas extends infer K ? (K extends `facts.${infer R}` ? R : never) : never;
/** Every event of a route, e.g. `acknowledged`. */
export type EventName<R extends RouteName> = keyof Schemas extends infer K
  ? K extends `event.${R}.${infer T}`
    ? T
    : never
  : never;
export type Facts<R extends RouteName> = Schemas[`facts.${R}` & keyof Schemas];
export type EventData<R extends RouteName, T extends EventName<R>> = Schemas[`event.${R}.${T}` &
  keyof Schemas];

export interface Settings {
  /** Where Recourse is, e.g. `https://recourse.example`. */
  url: string;
  /** A bearer token: `recourse token --person ID`. */
  token: string;
  /** How often a request is sent again that got no answer, or a 5xx. */
  tries?: number;
  /** Milliseconds before the first of those; then twice as long each time. */
  wait?: number;
}

export interface Opening {
  /** The organisation that takes part for each body, by id. */
  parties?: Record<string, string>;
  as?: string;
  /** The same key opens the case once. Your own reference of the case is a good one. */
  key?: string;
}

export interface Sending {
  /** The day it happened, YYYY-MM-DD; today where left out. */
  occurredOn?: string;
  /** The version of the case this was decided on; the newest where left out. */
  version?: number;
  /** The same key does it once. */
  key?: string;
}

/** A refusal, as the API explains it (RFC 9457). */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'Refused';
  }
}

export class Recourse {
  /** The whole API, for what has no method here. */
  readonly api: Client<paths>;
  private readonly tries: number;
  private readonly wait: number;

  constructor({ url, token, tries = 4, wait = 500 }: Settings) {
    this.api = createClient<paths>({
      baseUrl: `${url.replace(/\/$/, '')}/api/v1`,
      headers: { authorization: `Bearer ${token}` },
    });
    this.tries = tries;
    this.wait = wait;
  }

  /** @throws Refused */
  case(ref: string): Promise<Case> {
    return this.ask(() => this.api.GET('/cases/{ref}', { params: { path: { ref } } }));
  }

  /** @throws Refused: an unknown route, or facts that cannot be right */
  open<R extends RouteName>(route: R, facts: Facts<R>, { key, ...more }: Opening = {}): Promise<Case> {
    const header = { 'Idempotency-Key': key ?? crypto.randomUUID() };
    const body = { route, facts: facts as Record<string, unknown>, ...more };
    return this.ask(() => this.api.POST('/cases', { params: { header }, body }));
  }

  /** Moves a case of this route on. @throws Refused: not possible now, stale, not yours, or data that cannot be right */
  async send<R extends RouteName, T extends EventName<R>>(
    ref: string,
    _route: R,
    type: T,
    data: EventData<R, T>,
    { occurredOn, version, key = crypto.randomUUID() }: Sending = {},
  ): Promise<Case> {
    const seen = version ?? (await this.case(ref)).version;
    const header = { 'If-Match': `"${seen}"`, 'Idempotency-Key': key };
    const body = { type, data: data as Record<string, unknown>, ...(occurredOn ? { occurredOn } : {}) };
    return this.ask(() => this.api.POST('/cases/{ref}/events', { params: { path: { ref }, header }, body }));
  }

  /** Open cases of your organisations, soonest first, page after page. */
  async *worklist(
    query: paths['/worklist']['get']['parameters']['query'] = {},
  ): AsyncGenerator<WorklistItem> {
    for (let cursor: string | undefined; ;) {
      const page = await this.ask(() =>
        this.api.GET('/worklist', { params: { query: { ...query, ...(cursor ? { cursor } : {}) } } }),
      );
      yield* page.items;
      if (!page.next) return;
      cursor = page.next;
    }
  }

  /** The frozen report of a quarter to the board, the latest where none is named. @throws Refused: not yours, or not there */
  boardReport(query: paths['/board-report']['get']['parameters']['query'] = {}): Promise<BoardReport> {
    return this.ask(() => this.api.GET('/board-report', { params: { query } }));
  }

  private async ask<T>(
    request: () => Promise<{ data?: T; error?: unknown; response: Response }>,
  ): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await request().catch((error: unknown) => {
        if (attempt >= this.tries) throw error;
      });
      if (answer?.data !== undefined) return answer.data;
      if (answer && (answer.response.status < 500 || attempt >= this.tries))
        throw new Refused(answer.error as Problem);
      await new Promise((resolve) => setTimeout(resolve, this.wait * 2 ** (attempt - 1)));
    }
  }
}
