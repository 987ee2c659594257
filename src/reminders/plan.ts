// Which reminders a deadline has, as a pure plan: the engine writes it down, `verify` works it out again.

import type { PlainDate } from '../../workflows/calendar';
import {
  nextTextMoment,
  overdueMornings,
  partyDefinition,
  plannedReminders,
  plannedTexts,
  type PartyId,
} from '../../workflows/kit';
import type { TemplateId } from '../messages';

export interface DeadlineToRemind {
  id: string;
  due: PlainDate;
  owedBy: PartyId;
  familyRight: boolean;
}

export interface Planned {
  /** The same for the same reminder of the same deadline. */
  key: string;
  party: PartyId;
  template: TemplateId;
  params: Record<string, string>;
  at: string;
}

export const FAMILY: PartyId = 'parent or young person';
export const TEXT: TemplateId = 'text-update';

/** For a deadline that opens at `now`, which is the day `opened`. `texts`: there is a way to send them. */
export function remindersOfOpening(
  { id, due, owedBy, familyRight }: DeadlineToRemind,
  texts: boolean,
  opened: PlainDate,
  now: string,
): Planned[] {
  const planned: Planned[] = [];
  const params = { due };
  for (const { offset, to, template, at } of plannedReminders({ opened, due, familyRight }, now)) {
    const party = to === 'family' ? FAMILY : owedBy;
    // A family that owes the duty itself is told of it once, as the one who must act.
    if (template === 'duty-watch' && owedBy === party) continue;
    if (partyDefinition(party).outside) continue;
    planned.push({ key: `${id}|${party}|${offset}`, party, template, params, at: at ?? now });
  }
  // Texts go to a family about what it may lose.
  if (!texts || (!familyRight && owedBy !== FAMILY)) return planned;
  for (const { offset, at } of plannedTexts({ opened, due, familyRight }, now)) {
    const key = `${id}|${FAMILY}|${offset}`;
    planned.push({ key, party: FAMILY, template: TEXT, params: { lastDay: due }, at });
  }
  return planned;
}

/** Both sides are told of a miss; whoever is late is told again, where the duty still stands after it. */
export function remindersOfMiss(
  { id, due, owedBy, familyRight }: DeadlineToRemind,
  stands: boolean,
  texts: boolean,
  now: string,
): Planned[] {
  const planned: Planned[] = [];
  const tell = (
    party: PartyId,
    offset: string,
    template: TemplateId,
    at: string,
    params: Record<string, string> = { due },
  ) => planned.push({ key: `${id}|${party}|${offset}`, party, template, params, at });
  tell(FAMILY, 'missed', familyRight || owedBy === FAMILY ? 'right-passed' : 'duty-missed-family', now);
  if (texts) tell(FAMILY, 'text-missed', TEXT, nextTextMoment(now), {});
  if (owedBy === FAMILY || partyDefinition(owedBy).outside) return planned;
  tell(owedBy, 'missed', 'duty-missed', now);
  if (stands) overdueMornings(due).forEach((at, n) => tell(owedBy, `overdue-${n + 1}`, 'duty-overdue', at));
  return planned;
}
