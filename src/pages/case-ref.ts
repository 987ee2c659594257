// The reference of a case as it stands in an address.

import { readCaseRef, Refusal } from '../platform';

/** @throws Refusal for what cannot be a reference. */
export function caseRef(typed: string): string {
  const ref = readCaseRef(typed);
  if (!ref) throw new Refusal('not-found', 'There is no such case.');
  return ref;
}
