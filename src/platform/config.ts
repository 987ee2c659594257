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
  smtpUrl?: string;
  mailFrom: string;
  /** Links in messages start with it; never taken from a request. */
  baseUrl: string;
  production: boolean;
  demo: boolean;
  role: 'web' | 'worker' | 'all';
  logLevel: LogLevel;
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
  const role = env.RECOURSE_ROLE ?? 'all';
  if (role !== 'web' && role !== 'worker' && role !== 'all') {
    throw new Error('RECOURSE_ROLE must be web, worker or all');
  }
  if (env.REDIS_URL && !/^rediss?:\/\/./.test(env.REDIS_URL)) {
    throw new Error('REDIS_URL must look like redis://host:6379');
  }
  const logLevel = logLevels.find((each) => each === (env.LOG_LEVEL ?? 'info'));
  if (logLevel === undefined) throw new Error(`LOG_LEVEL must be one of ${logLevels.join(', ')}`);
  return {
    port,
    dataDir: resolve(env.RECOURSE_DATA ?? './data'),
    ...(env.DATABASE_URL ? { databaseUrl: env.DATABASE_URL } : {}),
    ...(env.REDIS_URL ? { redisUrl: env.REDIS_URL } : {}),
    ...(env.RECOURSE_MASTER_KEY ? { masterKey: env.RECOURSE_MASTER_KEY } : {}),
    ...(env.SMTP_URL ? { smtpUrl: env.SMTP_URL } : {}),
    mailFrom: env.MAIL_FROM ?? 'Recourse <no-reply@localhost>',
    baseUrl: (env.BASE_URL ?? `http://localhost:${port}`).replace(/\/$/, ''),
    production,
    demo,
    role,
    logLevel,
  };
}
