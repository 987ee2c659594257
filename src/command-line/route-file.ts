// A route named on the command line: `id`, `id@version`, or a file that exports one.

import { findRoute, routeFor } from '../../workflows';
import type { Route } from '../../workflows/kit';
import { routeInFile } from '../local-routes';
import { BadInput } from './bad-input';

export function routeNamed(typed: string): Route {
  if (/\.[cm]?[jt]s$/.test(typed)) return routeInFile(typed);
  const [id = '', version] = typed.split('@');
  const route = version === undefined ? routeFor(id) : findRoute(id, version);
  if (!route) throw new BadInput(`There is no route ${typed}; "recourse routes" lists them`);
  return route;
}
