// The journal's hash chain: each entry's hash covers its content and the hash before it, over canonical JSON (RFC 8785).

import { canonical, sha256 } from '../platform';
import type { Case, JournalEntry } from './entities';

/** What stands before the first entry. */
export const NO_HASH = '0'.repeat(64);

/** Its members in their order, all but the hash itself. */
export const hashOfEntry = (entry: JournalEntry): string =>
  sha256(
    `{"actor":${canonical(entry.actor)},"at":${canonical(entry.at)},"caseId":${canonical(entry.caseId)},` +
      `"changes":${canonical(entry.changes)},"data":${canonical(entry.data)},` +
      `"idempotencyKey":${canonical(entry.idempotencyKey)},"occurredOn":${canonical(entry.occurredOn)},` +
      `"party":${canonical(entry.party)},"prevHash":${canonical(entry.prevHash)},"seq":${canonical(entry.seq)},` +
      `"stage":${canonical(entry.stage)},"type":${canonical(entry.type)}}`,
  );

export const hashOfRequest = (request: unknown): string =>
  sha256(canonical(JSON.parse(JSON.stringify(request))));

/** Over all that the next event rests on: a stored state that was damaged is noticed before it is used. */
export const hashOfState = (found: Stored & Pick<Case, 'context'>): string =>
  hashOfStored(found, JSON.stringify(found.context));

type Stored = Pick<Case, 'id' | 'version' | 'headHash' | 'stage'>;

/** `context`: as JSON, which is the longest part of it and need not be written twice. */
export const hashOfStored = ({ id, version, headHash, stage }: Stored, context: string): string =>
  sha256(`${JSON.stringify([id, version, headHash, stage]).slice(0, -1)},${context}]`);
