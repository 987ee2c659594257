// What a case page says about notices that did not arrive.

import { partyDefinition, type PartyId } from '../../workflows/kit';
import type { CaseView } from '../engine';
import type { Undelivered } from '../messages';

type Notice = Awaited<ReturnType<Undelivered['ofCase']>>[number];

const FAMILY: PartyId = 'parent or young person';

/** Somebody who works on it can telephone or write; a family cannot be asked to. */
export const mayTell = ({ parts, scope }: Pick<CaseView, 'parts' | 'scope'>): boolean =>
  scope === 'full' && parts.some((party) => party !== FAMILY);

/** Those that still wait first. */
export function noticesOf({ ref, parts, scope, parties }: CaseView, notices: Notice[]) {
  return notices
    .map(({ messageId, party, contact, at, toldAt, toldHow }) => {
      const definition = party === null ? undefined : partyDefinition(party as PartyId);
      const mine = party !== null && parts.includes(party as PartyId);
      const name =
        party === FAMILY ? 'the family' : definition && (parties[definition.body]?.name ?? definition.name);
      return {
        ref,
        messageId,
        at,
        toldAt,
        toldHow,
        to: mine ? 'you' : (name ?? 'somebody in this case'),
        by: contact === 'email' ? 'email' : 'text',
        mayTell: toldAt === null && !mine && mayTell({ parts, scope }),
      };
    })
    .sort((a, b) => Number(a.toldAt !== null) - Number(b.toldAt !== null));
}
