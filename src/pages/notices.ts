// What a case page says about notices that did not arrive.

import { partyDefinition, type PartyId } from '../../workflows/kit';
import type { CaseView } from '../engine';
import type { Undelivered } from '../messages';
import { english, type Speech } from './language';

type Notice = Awaited<ReturnType<Undelivered['ofCase']>>[number];

const FAMILY: PartyId = 'parent or young person';

/** Somebody who works on it can telephone or write; a family cannot be asked to. */
export const mayTell = ({ parts, scope }: Pick<CaseView, 'parts' | 'scope'>): boolean =>
  scope === 'full' && parts.some((party) => party !== FAMILY);

/** As `reader` may read them: who it was for by their part in the case, never by name. */
export function noticesOf(
  { ref, parts, scope, parties }: Pick<CaseView, 'ref' | 'parts' | 'scope' | 'parties'>,
  notices: Notice[],
  reader: string,
  { say }: Speech = english,
) {
  return notices.map(({ messageId, personId, party, contact, at, toldAt, toldHow }) => {
    const definition = party === null ? undefined : partyDefinition(party as PartyId);
    const mine = personId === reader;
    const name =
      party === FAMILY
        ? say('party.family')
        : definition && (parties[definition.body]?.name ?? definition.name);
    return {
      ref,
      messageId,
      at,
      toldAt,
      toldHow,
      mine,
      to: mine ? say('party.you') : (name ?? say('notice.somebody')),
      by: contact === 'email' ? ('email' as const) : ('text' as const),
      mayTell: toldAt === null && !mine && mayTell({ parts, scope }),
    };
  });
}

/** What somebody has to be told of now, once for each receiver however many messages they missed. */
export function waitingNotices(notices: ReturnType<typeof noticesOf>, { say }: Speech = english) {
  const waiting = new Map<string, (typeof notices)[number] & { count: number }>();
  for (const notice of notices.filter(({ toldAt }) => toldAt === null)) {
    const who = `${notice.to}|${notice.by}`;
    const known = waiting.get(who);
    waiting.set(who, known ? { ...known, count: known.count + 1 } : { ...notice, count: 1 });
  }
  return [...waiting.values()].map((notice) => {
    const { mine, by, count: n, to: name } = notice;
    const text = {
      email: () => (mine ? say('notice.email-you', { n }) : say('notice.email', { n, name })),
      text: () => (mine ? say('notice.text-you', { n }) : say('notice.text', { n, name })),
    }[by]();
    return { ...notice, text };
  });
}
