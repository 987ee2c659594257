// Every route Recourse knows by name. A route file, a link between disputes and a triage answer can name no other.

export const routeIds = [
  'mediation-information',
  'mediation.council',
  'mediation.icb',
  'tribunal.sen-appeal',
  'tribunal.extended',
  'tribunal.discrimination',
  'upper-tribunal',
  'compliance',
  'council-complaint',
  'social-care-representations',
  'adult-social-care-complaint',
  'nhs-complaint.provider',
  'nhs-complaint.icb',
  'ombudsman.lgsco',
  'ombudsman.phso',
  'ombudsman.joint',
  'ombudsman-review',
  'school-complaint.maintained',
  'school-complaint.academy',
  'school-complaint.independent',
  'early-years-complaint',
  'college-complaint',
  'dfe-school-complaint',
  'county-court.equality',
  'disagreement-resolution',
  'judicial-review',
  'exclusion-review',
  'admission-appeal',
  'transport-appeal',
  'ehc-assessment',
  'annual-review',
  'data-complaint',
  'ico',
  'safeguarding',
  'executive.icb',
  'executive.council',
  'regulator-concern',
  'judicial-complaint',
  'provider-complaint.mediation',
  'oia',
] as const;

/** A route of the house, or one that an organisation adds for itself. */
export type RouteId = (typeof routeIds)[number] | `local.${string}`;

export function isRouteId(id: string): id is RouteId {
  return (routeIds as readonly string[]).includes(id) || id.startsWith('local.');
}
