// The journal's hash chain: each entry's hash covers its content and the hash before it, over canonical JSON (RFC 8785).

import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Case, JournalEntry } from './entities';

/** What stands before the first entry. */
export const NO_HASH = '0'.repeat(64);

export function hashOfEntry({ hash: _hash, ...content }: JournalEntry): string {
  return createHash('sha256')
    .update(canonicalize(content) as string)
    .digest('hex');
}

export const hashOfRequest = (request: unknown): string =>
  createHash('sha256')
    .update(canonicalize(JSON.parse(JSON.stringify(request))) ?? '')
    .digest('hex');

type StoredState = Pick<Case, 'id' | 'version' | 'headHash' | 'stage' | 'context'>;

/** Over all that the next event rests on: a stored state that was damaged is noticed before it is used. */
export const hashOfState = ({ id, version, headHash, stage, context }: StoredState): string =>
  createHash('sha256')
    .update(JSON.stringify([id, version, headHash, stage, context]))
    .digest('hex');
