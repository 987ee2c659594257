// The key that seals all other keys: from the environment, or, in the embedded size, a file made at the first start.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newKey } from './cipher';

/**
 * @param given RECOURSE_MASTER_KEY: 32 bytes in base64.
 * @throws Error when several processes would each make a key of their own, or the given key has the wrong length.
 */
export function masterKey(given: string | undefined, dataDir: string, shared: boolean): Buffer {
  if (given) return checked(Buffer.from(given, 'base64'), 'RECOURSE_MASTER_KEY');
  const file = join(dataDir, 'master.key');
  if (existsSync(file)) return checked(Buffer.from(readFileSync(file, 'utf8'), 'base64'), file);
  if (shared) {
    throw new Error(
      'Set RECOURSE_MASTER_KEY to 32 bytes in base64 (for example: openssl rand -base64 32): every process on PostgreSQL needs the same key.',
    );
  }
  const key = newKey();
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, key.toString('base64'), { mode: 0o600, flag: 'wx' });
  return key;
}

function checked(key: Buffer, source: string): Buffer {
  if (key.length !== 32) throw new Error(`${source} must hold 32 bytes in base64`);
  return key;
}
