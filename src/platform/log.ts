// The log: one JSON line for each thing an operator should know, on stderr. It holds what the code names and nothing that
// a person typed: of an error its kind, its code and where it arose, because messages quote what they could not read.

import type { LoggerService } from '@nestjs/common';

export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];
type Details = Record<string, string | number | boolean | undefined>;

const FRAMES = 3;

let least: LogLevel = 'info';

/** What is less than this is left out. */
export function logFrom(level: LogLevel): void {
  least = level;
}

/** `message`: words of the code alone; what varies goes into `details`: ids, kinds, counts. */
export function log(level: LogLevel, message: string, details: Details = {}): void {
  if (logLevels.indexOf(level) < logLevels.indexOf(least)) return;
  const line = { at: new Date().toISOString(), level, message, ...details };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** What may be said of an error. */
export function faultOf(error: unknown): Details {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  // The stack begins with the message, which may hold anything, also lines that look like frames.
  const { stack = '', message } = error;
  const where = stack
    .slice(stack.includes(message) ? stack.indexOf(message) + message.length : 0)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim().replace(/^at /, ''))
    .join(' < ');
  return {
    error: error.name,
    ...(typeof code === 'string' && /^\w{1,40}$/.test(code) ? { code } : {}),
    ...(where ? { where } : {}),
  };
}

/** What the framework itself has to say, in the same lines. */
export const frameworkLog: LoggerService = {
  log: () => undefined,
  warn: (message: unknown) => log('warn', 'the framework warns', { about: told(message) }),
  error: (message: unknown) => log('error', 'the framework failed', faultOf(message)),
};

/** Nest warns about its own set-up, in fixed words; anything else is left out. */
const told = (message: unknown): string | undefined => (typeof message === 'string' ? message : undefined);
