import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { sha256 } from '../platform';
import type { JournalEntry } from './entities';
import { hashOfEntry } from './journal';

const text = fc.string({ unit: 'grapheme' });
const entry: fc.Arbitrary<JournalEntry> = fc.record({
  caseId: text,
  seq: fc.nat(),
  at: text,
  occurredOn: text,
  type: text,
  party: text,
  actor: text,
  data: fc.dictionary(text, fc.jsonValue()),
  changes: fc.array(
    fc.record({ key: text, round: fc.nat(), status: fc.constantFrom('open', 'met', 'missed'), due: text }),
  ),
  stage: text,
  idempotencyKey: fc.option(text),
  prevHash: text,
  hash: text,
});

describe('The hash of a journal entry', () => {
  it('is that of all its content but itself, as another program writes it by RFC 8785', () => {
    fc.assert(
      fc.property(entry, ({ hash, ...content }) => {
        expect(hashOfEntry({ ...content, hash })).toBe(sha256(canonicalize(content) as string));
      }),
    );
  });
});
