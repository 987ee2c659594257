// The route a case is on: pinned to the version it was opened with.

import { findRoute } from '../../workflows';
import type { Route } from '../../workflows/kit';
import type { Case } from './entities';

/** @throws Error for a case on a route version that this release does not have: it is not guessed at. */
export function routeOf({ route, routeVersion, ref }: Case): Route {
  const found = findRoute(route, routeVersion);
  if (!found)
    throw new Error(`Case ${ref} is on ${route} version ${routeVersion}, which this release does not have`);
  return found;
}
