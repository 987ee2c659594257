// Runs a journal again, with the facts as they were or as they are now known to be.

import { start, step, type CaseState, type Route } from '../../workflows/kit';
import type { JournalEntry } from './entities';

/** The journal's words for what no event of a route says: the state changes, or its dates do, by the engine itself. */
export const RECOUNTED = 'dates-recounted';
export const CORRECTED = 'facts-corrected';
export const DOCUMENT_ADDED = 'document-added';
export const DOCUMENT_REMOVED = 'document-removed';
export const APPROVED = 'act-approved';

const notes = [DOCUMENT_ADDED, DOCUMENT_REMOVED, APPROVED] as const;
export type NoteType = (typeof notes)[number];

/** What is written down and changes neither stage, facts nor dates. */
export const isNote = ({ type }: Pick<JournalEntry, 'type'>): boolean =>
  (notes as readonly string[]).includes(type);

export const isAmendment = (entry: Pick<JournalEntry, 'type'>): boolean =>
  entry.type === RECOUNTED || entry.type === CORRECTED || isNote(entry);

type Past = Pick<JournalEntry, 'type' | 'occurredOn' | 'data'>;

export interface Replayed {
  state: CaseState;
  /** The first event that these facts speak against, and why. */
  contradicted?: { type: string; why: string };
}

/** `past`: the journal without its first entry. Nothing where an event is not possible on the way with these facts. */
export function replay(
  route: Route,
  facts: Record<string, unknown>,
  opened: string,
  past: readonly Past[],
): Replayed | undefined {
  let { state } = start(route, facts, opened);
  let contradicted: Replayed['contradicted'];
  for (const entry of past) {
    if (isAmendment(entry)) continue;
    const { type, occurredOn: on, data } = entry;
    const why = route.events[type]?.check?.(state.context, { on, data });
    if (why && !contradicted) contradicted = { type, why };
    const next = step(route, state, { type, on, data });
    if (!next) return undefined;
    state = next.state;
  }
  return { state, ...(contradicted ? { contradicted } : {}) };
}
