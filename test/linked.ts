// The linked cases that a journey opened, each as a journey of its own: its facts must pass the form of its route.

import type { Route } from '../workflows/kit';
import type { PlainDate } from '../workflows/calendar';
import { Journey } from './journey';

export const linked = (journey: Journey, route: Route, opened: PlainDate): Journey[] =>
  journey.effects.flatMap((effect) =>
    effect.kind === 'open' && effect.route === route.id
      ? effect.facts.map((facts) => new Journey(route, facts, opened))
      : [],
  );
