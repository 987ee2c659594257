// The registry: every route in every version, by id and by the date of the law.

import type { PlainDate } from './calendar';
import { examine, outlineOf, type Route } from './kit';
import { admissionAppeal } from './routes/admission-appeal';
import { adultSocialCareComplaint } from './routes/adult-social-care-complaint';
import { annualReview } from './routes/annual-review';
import { collegeComplaint } from './routes/college-complaint';
import { compliance } from './routes/compliance';
import { councilComplaint } from './routes/council-complaint';
import { countyCourtEquality } from './routes/county-court-equality';
import { dataComplaint } from './routes/data-complaint';
import { dfeSchoolComplaint } from './routes/dfe-school-complaint';
import { disagreementResolution } from './routes/disagreement-resolution';
import { earlyYearsComplaint } from './routes/early-years-complaint';
import { exclusionReview } from './routes/exclusion-review';
import { ehcAssessment } from './routes/ehc-assessment';
import { executiveCouncil } from './routes/executive-council';
import { executiveIcb } from './routes/executive-icb';
import { ico } from './routes/ico';
import { judicialComplaint, judicialComplaint2014 } from './routes/judicial-complaint';
import { judicialReview } from './routes/judicial-review';
import { mediationCouncil } from './routes/mediation-council';
import { mediationIcb } from './routes/mediation-icb';
import { mediationInformation } from './routes/mediation-information';
import { nhsComplaintIcb } from './routes/nhs-complaint-icb';
import { nhsComplaintProvider } from './routes/nhs-complaint-provider';
import { oia } from './routes/oia';
import { ombudsmanJoint } from './routes/ombudsman-joint';
import { ombudsmanLgsco } from './routes/ombudsman-lgsco';
import { ombudsmanPhso } from './routes/ombudsman-phso';
import { ombudsmanReview } from './routes/ombudsman-review';
import { providerComplaintMediation } from './routes/provider-complaint-mediation';
import { regulatorConcern } from './routes/regulator-concern';
import { safeguarding } from './routes/safeguarding';
import { schoolComplaintAcademy } from './routes/school-complaint-academy';
import { schoolComplaintIndependent } from './routes/school-complaint-independent';
import { schoolComplaintMaintained } from './routes/school-complaint-maintained';
import { socialCareRepresentations } from './routes/social-care-representations';
import { transportAppeal } from './routes/transport-appeal';
import { tribunalAppeal } from './routes/tribunal-appeal';
import { tribunalDiscrimination } from './routes/tribunal-discrimination';
import { tribunalExtended } from './routes/tribunal-extended';
import { upperTribunal } from './routes/upper-tribunal';

const registered: Route[] = [
  mediationInformation,
  mediationCouncil,
  mediationIcb,
  tribunalAppeal,
  compliance,
  councilComplaint,
  ombudsmanLgsco,
  executiveIcb,
  executiveCouncil,
  schoolComplaintMaintained,
  schoolComplaintAcademy,
  schoolComplaintIndependent,
  earlyYearsComplaint,
  collegeComplaint,
  dfeSchoolComplaint,
  socialCareRepresentations,
  adultSocialCareComplaint,
  nhsComplaintProvider,
  nhsComplaintIcb,
  ombudsmanPhso,
  ombudsmanJoint,
  ombudsmanReview,
  exclusionReview,
  admissionAppeal,
  transportAppeal,
  ehcAssessment,
  annualReview,
  disagreementResolution,
  dataComplaint,
  ico,
  safeguarding,
  regulatorConcern,
  providerComplaintMediation,
  oia,
  tribunalExtended,
  tribunalDiscrimination,
  upperTribunal,
  countyCourtEquality,
  judicialReview,
  judicialComplaint,
  judicialComplaint2014,
];

export const routes: readonly Route[] = registered;

/**
 * Adds an organisation's own route, before the program starts.
 * @throws Error naming what the doctor finds; an unsound route is not taken in
 */
export function register(route: Route): void {
  if (!route.id.startsWith('local.')) throw new Error(`A route that is added must be called "local.…"`);
  if (findRoute(route.id, route.version)) return;
  const [finding] = examine(route, [...routes, route]);
  if (finding) throw new Error(`${route.id}: ${finding.message} ${finding.cure}`);
  registered.push(route);
}

/** The version a case is pinned to. */
export const findRoute = (id: string, version: PlainDate): Route | undefined =>
  routes.find((route) => route.id === id && route.version === version);

/** The version in force on a date; without one, the newest. Proposed law is never in force. */
export function routeFor(id: string, on?: PlainDate): Route | undefined {
  const versions = routes
    .filter((route) => route.id === id && !route.proposed)
    .sort((a, b) => (a.version < b.version ? 1 : -1));
  if (on === undefined) return versions[0];
  const inForce = versions.find(
    ({ effective: { from, to } }) => from <= on && (to === undefined || on <= to),
  );
  // A decision older than the route's first text is still carried by that text: better than turning a family away.
  return inForce ?? versions.at(-1);
}

/** One version of each route: the one in force now. */
export const currentRoutes = (): Route[] =>
  [...new Set(routes.map(({ id }) => id))].flatMap((id) => routeFor(id) ?? []);

/** The registry as plain data. */
export const listRoutes = () => routes.map(outlineOf);
