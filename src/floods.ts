// What one network may ask at once, and how long a request may take to arrive: whoever floods the service, or lets bytes
// drip, waits for themselves and not in front of everybody else.

import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { problemOf } from './api';
import { networkOf } from './pages';
import { Refusal } from './platform';

const SECOND = 1000;

export const floods = {
  /** A request line and its headers are small. */
  headersWithin: 15 * SECOND,
  /** A form or JSON: 1 MB at most. */
  bodyWithin: 30 * SECOND,
  /** The largest document over a slow line. */
  requestWithin: 300 * SECOND,
  /** Under way at once from one network: a large office comes nowhere near it. */
  atOnce: 256,
  /** Of these, forms that anybody may send and that cost a transaction each. */
  formsAtOnce: 8,
  connections: 10_000,
};

/** Ask for a code, or try one. */
const COSTLY = /^\/(sign-in|track)(\/|$)/;

/** How many requests of each network are under way. */
class UnderWay {
  private readonly counts = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** Counts one more until it is answered or gone; false where that is too many. */
  take(network: string, response: Response): boolean {
    const count = this.counts.get(network) ?? 0;
    if (count >= this.most) return false;
    this.counts.set(network, count + 1);
    response.once('close', () => {
      const left = (this.counts.get(network) ?? 1) - 1;
      if (left > 0) this.counts.set(network, left);
      else this.counts.delete(network);
    });
    return true;
  }
}

/** To be called before any body is read. */
export function holdBackFloods(app: NestExpressApplication): void {
  const server = app.getHttpServer();
  server.headersTimeout = floods.headersWithin;
  server.requestTimeout = floods.requestWithin;
  server.maxConnections = floods.connections;
  const all = new UnderWay(floods.atOnce);
  const forms = new UnderWay(floods.formsAtOnce);
  app.use((request: Request, response: Response, next: NextFunction) => {
    const network = networkOf(request);
    const costly = request.method === 'POST' && COSTLY.test(request.path);
    if (!all.take(network, response) || (costly && !forms.take(network, response))) {
      refuse(
        response,
        new Refusal('too-many-requests', 'Too much at once comes from your network. Try again soon.'),
      );
      return;
    }
    if (!request.is('multipart/form-data')) hurry(request, response);
    next();
  });
}

/** A body that drips is not waited for. */
function hurry(request: Request, response: Response): void {
  if (request.complete || (!request.headers['content-length'] && !request.headers['transfer-encoding']))
    return;
  const late = setTimeout(() => {
    if (request.complete || response.headersSent) return;
    refuse(response, new Refusal('too-slow', 'The request did not arrive in time.'));
  }, floods.bodyWithin).unref();
  const arrived = () => clearTimeout(late);
  request.once('end', arrived);
  response.once('close', arrived);
}

/** What has not arrived yet is not waited for: the connection ends with the answer. */
function refuse(response: Response, refusal: Refusal): void {
  const problem = problemOf(refusal);
  const api = response.req.path.startsWith('/api/');
  response
    .status(problem.status)
    .set({ Connection: 'close', 'Retry-After': '5' })
    .type(api ? 'application/problem+json' : 'text/plain')
    .send(api ? JSON.stringify(problem) : problem.detail);
  response.once('finish', () => response.req.socket.destroySoon());
}
