// Which ladder a missed duty climbs: that of the party that owed it. Governance, never a legal right.

import type { PlainDate } from '../../workflows/calendar';
import { partyDefinition, type Ladder, type PartyId } from '../../workflows/kit';

export interface MissedDuty {
  owedBy: PartyId;
  title: string;
  basis: string;
  due: PlainDate;
  caseRef: string;
}

export interface Escalation {
  route: Ladder;
  facts: Record<string, unknown>;
}

/** Nothing where nobody stands above the party, e.g. a family or the Tribunal. */
export function escalationFor(
  { owedBy, title, basis, due, caseRef }: MissedDuty,
  on: PlainDate,
): Escalation | undefined {
  const { ladder } = partyDefinition(owedBy);
  if (!ladder) return undefined;
  return {
    route: ladder,
    facts: { duty: title, owedBy, basis: basis.slice(0, 200), due, escalated: on, source: caseRef },
  };
}
