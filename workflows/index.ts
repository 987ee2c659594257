// The registry: every route in every version, by id and by the date of the law.

import type { PlainDate } from './calendar';
import { isItemised, isOutcome, isWorking, rulesOf, targets, type Route } from './kit';
import { compliance } from './routes/compliance';
import { councilComplaint } from './routes/council-complaint';
import { countyCourtEquality } from './routes/county-court-equality';
import { executiveCouncil } from './routes/executive-council';
import { executiveIcb } from './routes/executive-icb';
import { judicialComplaint } from './routes/judicial-complaint';
import { judicialReview } from './routes/judicial-review';
import { mediationCouncil } from './routes/mediation-council';
import { mediationIcb } from './routes/mediation-icb';
import { mediationInformation } from './routes/mediation-information';
import { ombudsmanLgsco } from './routes/ombudsman-lgsco';
import { tribunalAppeal } from './routes/tribunal-appeal';
import { tribunalDiscrimination } from './routes/tribunal-discrimination';
import { tribunalExtended } from './routes/tribunal-extended';
import { upperTribunal } from './routes/upper-tribunal';

export const routes: readonly Route[] = [
  mediationInformation,
  mediationCouncil,
  mediationIcb,
  tribunalAppeal,
  tribunalExtended,
  tribunalDiscrimination,
  upperTribunal,
  countyCourtEquality,
  judicialReview,
  judicialComplaint,
  compliance,
  councilComplaint,
  ombudsmanLgsco,
  executiveIcb,
  executiveCouncil,
];

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
export function listRoutes() {
  return routes.map((route) => ({
    id: route.id,
    version: route.version,
    effective: route.effective,
    proposed: route.proposed,
    title: route.title,
    summary: route.summary,
    law: route.law,
    stages: Object.entries(route.stages).flatMap(([id, stage]): Record<string, unknown>[] => {
      if (isOutcome(stage)) return [{ id, title: stage.title, outcome: stage.outcome }];
      if (!isWorking(stage)) return [];
      return [
        {
          id,
          title: stage.title,
          responsible: stage.responsible,
          duty: stage.duty,
          law: stage.law,
          deadlines: [...(stage.deadlines ?? []), ...route.throughout.deadlines].map((deadline) => ({
            rules: rulesOf(deadline),
            perItem: isItemised(deadline),
            metBy: [deadline.metBy].flat(),
            owedBy: deadline.owedBy ?? stage.responsible,
            familyRight: deadline.familyRight ?? false,
            ifMissed: deadline.ifMissed,
          })),
          ...(stage.noDeadline ? { noDeadline: stage.noDeadline } : {}),
          transitions: targets(route, id),
        },
      ];
    }),
    events: Object.entries(route.events).map(([type, { title, by }]) => ({ type, title, by })),
  }));
}
