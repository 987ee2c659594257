// What an operator can set, read once from the environment. Size is chosen here and nowhere else.

import { resolve } from 'node:path';

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
  logLevel: string;
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
  return {
    port,
    dataDir: resolve(env.RECOURSE_DATA ?? './data'),
    ...(env.DATABASE_URL ? { databaseUrl: env.DATABASE_URL } : {}),
    ...(env.REDIS_URL ? { redisUrl: env.REDIS_URL } : {}),
    ...(env.RECOURSE_MASTER_KEY ? { masterKey: env.RECOURSE_MASTER_KEY } : {}),
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
    logLevel: env.LOG_LEVEL ?? 'info',
  };
}

function rate(text: string, name: string): number {
  const perMinute = Number(text);
  if (!Number.isInteger(perMinute) || perMinute < 1) throw new Error(`${name} must be a whole number from 1`);
  return perMinute;
}
