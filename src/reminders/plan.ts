// Which reminders a deadline has, as a pure plan: the engine writes it down, `verify` works it out again.

import type { PlainDate } from '../../workflows/calendar';
import { overdueMornings, partyDefinition, plannedReminders, type PartyId } from '../../workflows/kit';
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
  at: string;
}

export const FAMILY: PartyId = 'parent or young person';

/** For a deadline that opens at `now`, which is the day `opened`. */
export function remindersOfOpening(
  { id, due, owedBy, familyRight }: DeadlineToRemind,
  opened: PlainDate,
  now: string,
): Planned[] {
  return (
    plannedReminders({ opened, due, familyRight }, now)
      .map(({ offset, to, template, at }) => ({
        offset,
        party: to === 'family' ? FAMILY : owedBy,
        template,
        at: at ?? now,
      }))
      // A family that owes the duty itself is told of it once, as the one who must act.
      .filter(({ party, template }) => template !== 'duty-watch' || owedBy !== party)
      .filter(({ party }) => !partyDefinition(party).outside)
      .map(({ offset, ...rest }) => ({ key: `${id}|${rest.party}|${offset}`, ...rest }))
  );
}

/** Both sides are told of a miss; whoever is late is told again, where the duty still stands after it. */
export function remindersOfMiss(
  { id, due, owedBy, familyRight }: DeadlineToRemind,
  stands: boolean,
  now: string,
): Planned[] {
  const family = familyRight || owedBy === FAMILY ? 'right-passed' : 'duty-missed-family';
  const planned: Planned[] = [{ key: `${id}|${FAMILY}|missed`, party: FAMILY, template: family, at: now }];
  if (owedBy === FAMILY || partyDefinition(owedBy).outside) return planned;
  const late = (offset: string, template: TemplateId, at: string) =>
    planned.push({ key: `${id}|${owedBy}|${offset}`, party: owedBy, template, at });
  late('missed', 'duty-missed', now);
  if (stands) overdueMornings(due).forEach((at, n) => late(`overdue-${n + 1}`, 'duty-overdue', at));
  return planned;
}
