// Every address the application answers at, read from its router: a new one cannot be forgotten by the tests.

import type { NestExpressApplication } from '@nestjs/platform-express';

export interface Address {
  method: string;
  path: string;
}

/** Who an address is for. */
export type Audience =
  | 'everybody'
  | 'the demonstration'
  | 'operators'
  | 'who works or answers for a body'
  | 'parties of the case'
  | 'whoever is signed in'
  | 'parties of the case, by token'
  | 'holders of a token'
  | 'other systems, by their own token';

/** What anybody may see or send. Whatever is not named here needs to know who asks. */
const EVERYBODY = new Set([
  'GET /',
  'GET /api/openapi.json',
  'GET /api/v1/dashboard',
  'GET /api/v1/transparency',
  'GET /api/v1/routes',
  'GET /api/v1/rules',
  'GET /api/v1/transparency',
  'POST /api/v1/deadlines',
  'POST /api/v1/triage',
  'GET /assets/app.css',
  'GET /assets/app.js',
  'GET /assets/passkey.js',
  'GET /calendar/:file',
  'GET /dashboard',
  'GET /developers',
  'GET /dashboard/:area',
  'GET /dashboard/compare',
  'GET /dashboard/data',
  'GET /dashboard/equality',
  'GET /dashboard/data-dictionary.csv',
  'GET /dashboard/figures.csv',
  'GET /dashboard/figures.json',
  'GET /accessibility-statement',
  'GET /cookies',
  'GET /easy-read',
  'GET /easy-read/:slug',
  'GET /exit',
  'GET /health/live',
  'GET /health/ready',
  'GET /help',
  'GET /metrics',
  'GET /privacy',
  'GET /sign-in',
  'GET /start/:route',
  'GET /stay-safe',
  'GET /stop/:ticket',
  'GET /track',
  'GET /transparency',
  'GET /transparency/roots.json',
  'GET /transparency/check-proof.mjs',
  'GET /api/v1/transparency',
  'GET /who-is-responsible',
  'GET /who-is-responsible/result',
  'GET /who-is-responsible/result.ics',
  // What the result page found, into the visitor's own cookie.
  'POST /start/:route',
  'POST /sign-in',
  'POST /sign-in/code',
  'POST /sign-in/passkey',
  'POST /sign-in/passkey/options',
  // For who has given the first of two factors: others are led to signing in.
  'GET /sign-in/second',
  'POST /sign-in/second',
  'POST /sign-in/second/app',
  'POST /sign-in/second/passkey',
  'POST /sign-in/second/passkey/options',
  'GET /sign-in/work',
  'GET /sign-in/work/back',
  'POST /stop/:ticket',
  'POST /track',
]);

const byPath: [RegExp, Audience][] = [
  [/^\/demo(\/|$)/, 'the demonstration'],
  [/^\/admin(\/|$)/, 'operators'],
  [/^\/(executive\/|patterns$)/, 'who works or answers for a body'],
  [/^\/api\/v1\/receipts\//, 'other systems, by their own token'],
  [/^\/api\/v1\/cases\/:ref/, 'parties of the case, by token'],
  [/^\/api\/v1\/(cases$|worklist|webhooks)/, 'holders of a token'],
  [/^\/(cases|files)\/:ref/, 'parties of the case'],
  [
    /^\/(cases(\/draft|$)|equality|account|executive|patterns|desk|invitations|sign-out|start)/,
    'whoever is signed in',
  ],
];

/** @throws Error for an address that nobody has said who it is for */
export function audienceOf({ method, path }: Address): Audience {
  if (EVERYBODY.has(`${method} ${path}`)) return 'everybody';
  const audience = byPath.find(([pattern]) => pattern.test(path))?.[1];
  if (!audience) throw new Error(`Say in test/security/surface.ts who ${method} ${path} is for`);
  return audience;
}

interface Layer {
  route?: { path: string | string[]; methods: Record<string, boolean> };
}

export function surfaceOf(app: NestExpressApplication): Address[] {
  const { router } = app.getHttpAdapter().getInstance() as { router: { stack: Layer[] } };
  return router.stack.flatMap(({ route }) =>
    route
      ? [route.path]
          .flat()
          .flatMap((path) =>
            Object.keys(route.methods).map((method) => ({ method: method.toUpperCase(), path })),
          )
      : [],
  );
}
