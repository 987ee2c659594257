// A stored state is only a cache of the journal: one that was damaged is made anew from it, or the case is left alone.

import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { databaseIs, readTogether, type Reading } from '../persistence';
import { faultOf, log, Refusal } from '../platform';
import { routeOf } from './case-route';
import { Case, Deadline, JournalEntry } from './entities';
import { hashOfState } from './journal';
import { replayJournal } from './journal-replay';
import type { Kept } from './deadline-changes';

const frozen = (): Refusal =>
  new Refusal(
    'unavailable',
    'The record of this case does not fit together and is being looked at. Nothing can be changed until then. Its history can still be read.',
  );

type Tail = Pick<JournalEntry, 'seq' | 'hash'>[];

/** The entry that a case was left with, and whether another follows it; to be read together with other things. */
export const tailOf = ({ id, version }: Case): Reading<Tail> => ({
  sql: 'SELECT seq, hash FROM journal WHERE case_id = $1 AND seq >= $2 ORDER BY seq LIMIT 2',
  values: [id, version],
  columns: ['seq', 'hash'],
  read: (rows) => rows as Tail,
});

/** It may be written on between the reading of its row and of its journal: then both are read once more. */
const READS = 5;

/** The case for one who only reads, and holds no lock: in the state that its journal leads to by now. */
export async function soundToRead(m: EntityManager, found: Case, tail: Tail): Promise<Case> {
  for (let read = 1; read < READS && !isSound(found, tail); read += 1) {
    const now = await m.findOneByOrFail(Case, { id: found.id });
    if (now.version === found.version) break;
    Object.assign(found, now);
    [tail] = await readTogether(m, tailOf(found));
  }
  return soundState(m, found, tail, false);
}

function isSound(found: Case, tail: Tail): boolean {
  const last = tail.length === 1 && tail[0]?.seq === found.version && tail[0].hash === found.headHash;
  return last && (found.stateHash === null ? found.context !== null : found.stateHash === hashOfState(found));
}

/**
 * The case with a state that follows from its journal. `mend`: writes down a state that had to be made anew.
 * @throws Refusal where the journal itself does not hold together: nothing is guessed
 */
export async function soundState(m: EntityManager, found: Case, tail: Tail, mend: boolean): Promise<Case> {
  if (isSound(found, tail)) return found;
  const rebuilt = await fromJournal(m, found);
  const { stage, context, version, headHash } = rebuilt;
  if (
    isDeepStrictEqual(
      asStored([stage, context, version]),
      asStored([found.stage, found.context, found.version]),
    )
  ) {
    // Only the hash was old: a release that does not know it wrote the case last.
    return found;
  }
  log('warn', 'the stored state of a case was damaged and was made anew from its journal', {
    case: found.id,
  });
  Object.assign(found, rebuilt);
  found.stateHash = hashOfState(found);
  if (mend) {
    const { stateHash } = found;
    await m.update(
      Case,
      { id: found.id },
      { stage, context: context as never, version, headHash, stateHash },
    );
  }
  return found;
}

async function fromJournal(
  m: EntityManager,
  found: Case,
): Promise<Pick<Case, 'stage' | 'context' | 'version' | 'headHash'>> {
  try {
    const journal = await m.find(JournalEntry, { where: { caseId: found.id }, order: { seq: 'ASC' } });
    const { state, head, kept, faults } = replayJournal(routeOf(found), journal);
    const rows = await m.findBy(Deadline, { caseId: found.id });
    if (state && faults.length === 0 && sameDeadlines(rows, kept))
      return { ...state, version: journal.length, headHash: head };
    log('error', 'a case does not fit its journal and is left alone: see "recourse verify"', {
      case: found.id,
    });
  } catch (error) {
    if (databaseIs(error) || error instanceof Refusal) throw error;
    log('error', 'a case cannot be replayed and is left alone', { case: found.id, ...faultOf(error) });
  }
  throw frozen();
}

export const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

type Outcome = Pick<Kept, 'key' | 'round' | 'due' | 'status'>;

export function sameDeadlines(rows: Outcome[], kept: Outcome[]): boolean {
  const words = (each: Outcome) => `${each.key} ${each.round} ${each.due} ${each.status}`;
  return isDeepStrictEqual(rows.map(words).sort(), kept.map(words).sort());
}
