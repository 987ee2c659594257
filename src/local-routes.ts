// Route files from outside the registry: an organisation's own routes, and proposed versions that are only simulated.

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative, resolve } from 'node:path';
import { register } from '../workflows';
import type { Route } from '../workflows/kit';

const COMPILED = resolve(__dirname, '..');
const SOURCE = resolve(COMPILED, '..');

/**
 * The route that a file exports. A TypeScript file of this tree is taken as it was compiled.
 * @throws Error in one sentence where there is none
 */
export function routeInFile(typed: string): Route {
  const file = resolve(typed);
  if (!existsSync(file)) throw new Error(`There is no file ${typed}`);
  const compiled = file.endsWith('.ts')
    ? resolve(COMPILED, relative(SOURCE, file)).replace(/\.ts$/, '.js')
    : file;
  if (!existsSync(compiled)) throw new Error(`${typed} is not compiled; run "npm run build" first`);
  const exported = Object.values(createRequire(__filename)(compiled) as Record<string, unknown>);
  const route = exported.find(isRoute);
  if (!route) throw new Error(`${typed} exports no route`);
  return route;
}

/** Takes in every file named in `RECOURSE_ROUTES`, separated by commas. To be called before the application is made. */
export function registerLocalRoutes({ RECOURSE_ROUTES = '' }: NodeJS.ProcessEnv): void {
  for (const file of RECOURSE_ROUTES.split(',').filter((each) => each.trim() !== '')) {
    register(routeInFile(file.trim()));
  }
}

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'machine' in value && 'stages' in value;
