// Every "no" of the API as a problem document (RFC 9457), with a type that stays the same for ever and no personal detail.

import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { databaseIs, type Away } from '../persistence';
import { faultOf, log, Refusal } from '../platform';

const TYPE = 'https://recourse.invalid/problems/';

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: { pointer: string; detail: string }[];
  [more: string]: unknown;
}

const titles: Record<string, string> = {
  'bad-request': 'The request cannot be read',
  'invalid-data': 'The data cannot be right',
  'unknown-route': 'There is no such route',
  'not-found': 'Not found',
  'not-signed-in': 'A valid token is needed',
  'not-allowed': 'Not allowed',
  'not-possible-now': 'Not possible now',
  'stale-version': 'The case has moved on',
  'version-required': 'If-Match is needed',
  'idempotency-key-reused': 'The Idempotency-Key was used before',
  'needs-approval': 'A second person must approve this before it is sent',
  'receipt-altered': 'This receipt was told before, with another content',
  'too-large': 'The request is too large',
  'too-many-requests': 'Too many requests',
  'too-slow': 'The request did not arrive',
  unavailable: 'Not available at the moment',
};

const awayDetail: Record<Away, string> = {
  away: 'The database cannot be reached. Nothing was changed. Try again in a few seconds.',
  busy: 'The database is busy. Nothing was changed. Try again in a few seconds.',
  full: 'Nothing can be stored at the moment. Nothing was changed. Try again in a few minutes.',
};
/** Seconds after which to try again. */
const retryAfter: Record<Away, number> = { away: 5, busy: 2, full: 60 };

export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) {
    const { type, status, detail, pointers, more } = error;
    return {
      type: TYPE + type,
      title: titles[type] ?? 'Refused',
      status,
      detail,
      ...(pointers.length > 0 ? { errors: pointers } : {}),
      ...more,
    };
  }
  const away = databaseIs(error);
  if (away) return problemOf(new Refusal('unavailable', awayDetail[away]));
  const status =
    error instanceof HttpException ? error.getStatus() : ((error as { status?: number }).status ?? 500);
  if (status === 413) return problemOf(new Refusal('too-large', 'Send at most 1 MB.'));
  if (status === 404) return problemOf(new Refusal('not-found', 'There is nothing at this address.'));
  if (status >= 400 && status < 500)
    return problemOf(new Refusal('bad-request', 'The body must be valid JSON in UTF-8.'));
  return {
    type: `${TYPE}unexpected`,
    title: 'Something went wrong on our side',
    status: 500,
    detail: 'Nothing was changed. Try again in a moment.',
  };
}

/** ASVS 16.3.2. Which case it was about is not said: its reference would tell who looked for whom. */
const DENIED = new Set<Refusal['type']>(['not-signed-in', 'not-allowed', 'not-found']);

@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerWith(problemOf(error), error, http.getRequest<Request>(), http.getResponse<Response>());
  }
}

/** A caller is told when to try again; an operator is told of what is our fault. */
export function answerWith(problem: Problem, error: unknown, request: Request, response: Response): void {
  markFault(problem, error, request, response);
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

export function markFault(problem: Problem, error: unknown, request: Request, response: Response): void {
  if (problem.status === 503) response.setHeader('Retry-After', retryAfter[databaseIs(error) ?? 'full']);
  if (error instanceof Refusal && DENIED.has(error.type)) {
    const route = (request.route as { path?: string } | undefined)?.path;
    // An address that there is not is no attempt on anybody's case.
    if (route && (error.type !== 'not-found' || route.includes(':')))
      log('info', 'access was denied', { method: request.method, route, status: problem.status });
  }
  // A refusal was chosen by the code that made it; only what nobody foresaw is logged.
  if (problem.status >= 500 && !(error instanceof Refusal))
    log('error', 'a request failed', {
      method: request.method,
      route: (request.route as { path?: string } | undefined)?.path,
      status: problem.status,
      ...faultOf(error),
    });
}
