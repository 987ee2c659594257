// TRANSITION: one step of a route with its state as JSON both ways, against the bare XState machine of the same route.
// Run: node -r ./bench/register.cjs bench/transition.ts.

import { transition } from 'xstate';
import { findRoute, routes } from '../workflows';
import { start, step, type Route } from '../workflows/kit';
import { figures, inTurn, report } from './measure';

const STEPS = 10_000;
const route = findRoute(
  'council-complaint',
  routes.find(({ id }) => id === 'council-complaint')?.version ?? '',
);
if (!route) throw new Error('there is no such route');
const facts = { about: 'delay', aware: '2026-11-02', received: '2026-11-02', complaint: 'sealed:0' };
const stored = JSON.stringify(start(route as Route, facts, '2026-11-02').state);
const event = { type: 'acknowledged', on: '2026-11-04', data: {} };

const rate = (work: () => string): number => {
  let length = 0;
  const began = performance.now();
  for (let n = 0; n < STEPS; n += 1) length += work().length;
  if (length < STEPS * 10) throw new Error('a step came to nothing');
  return (STEPS * 1000) / (performance.now() - began);
};

async function main(): Promise<void> {
  const { machine } = route as Route;
  const floor = 'floor: bare XState, JSON both ways';
  const results = await inTurn({
    [floor]: () =>
      rate(() => {
        const { stage, context } = JSON.parse(stored) as { stage: string; context: object };
        const [next] = transition(machine, machine.resolveState({ value: stage, context }), event);
        return JSON.stringify({ stage: next.value, context: next.context });
      }),
    'a step of the route, JSON both ways': () =>
      rate(() => JSON.stringify(step(route as Route, JSON.parse(stored) as never, event)?.state)),
  });
  report(
    'TRANSITION: one core',
    figures(results, 'steps/s', floor, { 'a step of the route, JSON both ways': '≥ 0.8' }),
  );
}

void main();
