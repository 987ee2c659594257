// What the pages of a case that is not sent yet say about its documents.

import { partyDefinition, type Body, type Route } from '../../workflows/kit';
import { partiesOf } from '../engine';
import type { DraftDocumentView } from '../uploads';
import { sizeInWords } from './added-documents';
import type { Speech } from './language';
import { opening } from './lodging';

/** Somebody for whom a document may be meant. */
export interface Meant {
  body: Body;
  name: string;
  organisation: string;
}

/** Those who would take part in the case if it were opened now. */
export function meantFor(
  route: Route,
  answers: Record<string, unknown>,
  organisations: { id: string; name: string }[],
): Meant[] {
  const taking = new Set([...partiesOf(route)].map((party) => partyDefinition(party).body));
  return Object.entries(opening(route, answers).parties).flatMap(([body, organisation]) => {
    const known = organisations.find(({ id }) => id === organisation);
    return known && taking.has(body as Body)
      ? [{ body: body as Body, name: known.name, organisation: known.id }]
      : [];
  });
}

const tags = {
  ready: { words: 'draft-documents.ready', colour: 'green' },
  waiting: { words: 'draft-documents.waiting', colour: 'grey' },
  refused: { words: 'draft-documents.refused', colour: 'red' },
  unreadable: { words: 'draft-documents.unreadable', colour: 'red' },
} as const;

const why = {
  waiting: 'draft-documents.why-waiting',
  refused: 'draft-documents.why-refused',
  unreadable: 'draft-documents.why-unreadable',
} as const;

export const draftDocuments = (documents: DraftDocumentView[], meant: Meant[], { say }: Speech) =>
  documents.map((document) => {
    const { status, organisations } = document;
    const names = meant.filter(({ organisation }) => organisations.includes(organisation));
    return {
      ...document,
      sizeInWords: sizeInWords(document.size),
      tag: { text: say(tags[status].words), colour: tags[status].colour },
      why: status === 'ready' ? undefined : say(why[status]),
      opens: status === 'ready',
      /** Nothing of the others goes to anybody. */
      goes: status === 'ready' || status === 'waiting',
      sees: names.map(({ name }) => name).join(', ') || say('draft-documents.only-you'),
    };
  });
