// The route a case is on: pinned to the version it was opened with.

import { findRoute } from '../../workflows';
import type { Route } from '../../workflows/kit';
import { log, Refusal } from '../platform';
import type { Case } from './entities';

/** @throws Refusal for a case on a route version that this release does not have: it is not guessed at. */
export function routeOf({ id, route, routeVersion }: Case): Route {
  const found = findRoute(route, routeVersion);
  if (found) return found;
  log('error', 'a case is on a version of its route that this release does not have', {
    case: id,
    route,
    version: routeVersion,
  });
  throw new Refusal(
    'unavailable',
    'This case follows rules that this version of the service does not have. Nothing was changed.',
  );
}

/** Whether this release can work with the case: a list leaves out what it cannot read. */
export const hasRoute = ({ route, routeVersion }: Case): boolean =>
  findRoute(route, routeVersion) !== undefined;
