// What an operator can set, read once from the environment. Size is chosen here and nowhere else.

import { resolve } from 'node:path';
import { logLevels, type LogLevel } from './log';

export interface Config {
  port: number;
  /** Folder for the SQLite file, uploads and keys. */
  dataDir: string;
  /** PostgreSQL when given; otherwise SQLite in `dataDir`. */
  databaseUrl?: string;
  /** The queue between several processes on PostgreSQL; one process does without. */
  redisUrl?: string;
  /** 32 bytes in base64: seals the keys that seal personal text. Needed with PostgreSQL. */
  masterKey?: string;
  /** Where clamd looks at documents for viruses: tcp://host:3310 or unix:///path. */
  clamdUrl?: string;
  /** Documents are taken without a look: the demonstration, or an operator who said so. */
  unscanned: boolean;
  /** Staff sign in through their organisation: OpenID Connect. */
  oidc?: OidcConfig;
  /** Staff need a second factor, or their organisation's own sign-in. */
  staffSecondFactor: boolean;
  /** Days for which classes of data are kept, where the operator has set them. */
  retention: Record<string, number>;
  smtpUrl?: string;
  mailFrom: string;
  /** The most e-mails a minute from one process; as fast as the server takes them where left out. */
  mailPerMinute?: number;
  /** Where mail servers send what could not be delivered; the row is put before the @. */
  bounceAddress?: string;
  /** GOV.UK Notify: its key, and the file that `recourse messages export-notify` makes, with the ids filled in. */
  notify?: { apiKey: string; url: string; templates: string; perMinute: number };
  /** Webhooks may go to this machine over plain HTTP: for trying out, never in production. */
  localWebhooks: boolean;
  /** Links in messages start with it; never taken from a request. */
  baseUrl: string;
  production: boolean;
  demo: boolean;
  role: 'web' | 'worker' | 'all';
  logLevel: LogLevel;
}

export interface OidcConfig {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Only addresses of these domains are believed. */
  domains: string[];
}

/** @throws Error in one clear sentence when the settings contradict each other. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error('PORT must be a number from 0 to 65535');
  const production = env.NODE_ENV === 'production';
  const demo = env.RECOURSE_DEMO === '1' || env.RECOURSE_DEMO === 'true';
  if (production && demo) {
    throw new Error('The demonstration cannot run in production: unset RECOURSE_DEMO or NODE_ENV=production');
  }
  if (demo && env.SMTP_URL) {
    throw new Error('The demonstration never sends real mail: unset SMTP_URL or RECOURSE_DEMO');
  }
  if (demo && env.NOTIFY_API_KEY) {
    throw new Error('The demonstration never sends real messages: unset NOTIFY_API_KEY or RECOURSE_DEMO');
  }
  if (env.NOTIFY_API_KEY && !env.NOTIFY_TEMPLATES) {
    throw new Error(
      'NOTIFY_API_KEY needs NOTIFY_TEMPLATES: the file of template ids that "recourse messages export-notify" makes',
    );
  }
  if (production && env.WEBHOOKS_LOCAL === '1') {
    throw new Error('WEBHOOKS_LOCAL lets webhooks reach this machine: unset it in production');
  }
  const role = env.RECOURSE_ROLE ?? 'all';
  if (role !== 'web' && role !== 'worker' && role !== 'all') {
    throw new Error('RECOURSE_ROLE must be web, worker or all');
  }
  if (env.REDIS_URL && !/^rediss?:\/\/./.test(env.REDIS_URL)) {
    throw new Error('REDIS_URL must look like redis://host:6379');
  }
  if (env.CLAMD_URL && !/^(tcp:\/\/[^?]+|unix:\/\/\/[^?]+)(\?seconds=[1-9]\d{0,3})?$/.test(env.CLAMD_URL)) {
    throw new Error(
      'CLAMD_URL must look like tcp://host:3310 or unix:///run/clamav/clamd.sock, and may end with ?seconds=60',
    );
  }
  if (env.RECOURSE_SCAN !== undefined && (env.RECOURSE_SCAN !== 'none' || env.CLAMD_URL)) {
    throw new Error('RECOURSE_SCAN can only be none, and only without CLAMD_URL');
  }
  if (env.STAFF_SECOND_FACTOR !== undefined && !/^(on|off)$/.test(env.STAFF_SECOND_FACTOR)) {
    throw new Error('STAFF_SECOND_FACTOR must be on or off');
  }
  const logLevel = logLevels.find((each) => each === (env.LOG_LEVEL ?? 'info'));
  if (logLevel === undefined) throw new Error(`LOG_LEVEL must be one of ${logLevels.join(', ')}`);
  return {
    port,
    dataDir: resolve(env.RECOURSE_DATA ?? './data'),
    ...(env.DATABASE_URL ? { databaseUrl: env.DATABASE_URL } : {}),
    ...(env.REDIS_URL ? { redisUrl: env.REDIS_URL } : {}),
    ...(env.RECOURSE_MASTER_KEY ? { masterKey: env.RECOURSE_MASTER_KEY } : {}),
    ...(env.CLAMD_URL ? { clamdUrl: env.CLAMD_URL } : {}),
    retention: readRetention(env.RECOURSE_RETENTION),
    unscanned: (demo && !env.CLAMD_URL) || env.RECOURSE_SCAN === 'none',
    ...(env.OIDC_ISSUER ? { oidc: readOidc(env, production) } : {}),
    staffSecondFactor: env.STAFF_SECOND_FACTOR === undefined ? production : env.STAFF_SECOND_FACTOR === 'on',
    ...(env.SMTP_URL ? { smtpUrl: env.SMTP_URL } : {}),
    ...(env.MAIL_PER_MINUTE ? { mailPerMinute: rate(env.MAIL_PER_MINUTE, 'MAIL_PER_MINUTE') } : {}),
    ...(env.MAIL_BOUNCES ? { bounceAddress: env.MAIL_BOUNCES } : {}),
    ...(env.NOTIFY_API_KEY && env.NOTIFY_TEMPLATES
      ? {
          notify: {
            apiKey: env.NOTIFY_API_KEY,
            url: env.NOTIFY_URL ?? 'https://api.notifications.service.gov.uk',
            templates: resolve(env.NOTIFY_TEMPLATES),
            perMinute: rate(env.NOTIFY_PER_MINUTE ?? '3000', 'NOTIFY_PER_MINUTE'),
          },
        }
      : {}),
    localWebhooks: demo || env.WEBHOOKS_LOCAL === '1',
    mailFrom: env.MAIL_FROM ?? 'Recourse <no-reply@localhost>',
    baseUrl: (env.BASE_URL ?? `http://localhost:${port}`).replace(/\/$/, ''),
    production,
    demo,
    role,
    logLevel,
  };
}

function readOidc(env: NodeJS.ProcessEnv, production: boolean): OidcConfig {
  const { OIDC_ISSUER: issuer = '', OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  const domains = (env.OIDC_EMAIL_DOMAINS ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  if (!clientId || !clientSecret || domains.length === 0)
    throw new Error('OIDC_ISSUER needs OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_EMAIL_DOMAINS');
  if (!/^https:\/\//.test(issuer) && (production || !/^http:\/\//.test(issuer)))
    throw new Error('OIDC_ISSUER must start with https://');
  return { issuer, clientId, clientSecret, domains };
}

/** e.g. `dispute=3650,draft=30`; which classes there are is checked where they are known. */
function readRetention(text = ''): Record<string, number> {
  const pairs = text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, id, days] = /^([a-z-]+)=(\d{1,6})$/.exec(pair) ?? [];
      if (!id) throw new Error('RECOURSE_RETENTION must look like dispute=3650,draft=30');
      return [id, Number(days)];
    }),
  );
}

function rate(text: string, name: string): number {
  const perMinute = Number(text);
  if (!Number.isInteger(perMinute) || perMinute < 1) throw new Error(`${name} must be a whole number from 1`);
  return perMinute;
}
