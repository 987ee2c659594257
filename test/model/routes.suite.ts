// Every transition of every route is taken, with the forms' own schemas, by somebody or by time.

import { londonInstant, workingDaysBetween } from '../../workflows/calendar';
import { isWorking, partyDefinition, plannedReminders, runningClocks } from '../../workflows/kit';
import { findRoute, routeFor, routes } from '../../workflows';
import { explore, type Explored } from './explore';

describe.each(routes.map((route) => [route.id, route] as const))('%s', (_, route) => {
  let explored: Explored;
  beforeAll(() => {
    explored = explore(route);
  });

  it('has a way to every transition it states', () => {
    expect(explored.unreached).toEqual([]);
  });

  it('says at every stage whose turn it is, what they must do, and by when or why there is no date', () => {
    for (const { state } of explored.ways.values()) {
      const stage = route.stages[state.stage];
      if (!stage || !isWorking(stage)) continue;
      expect(partyDefinition(stage.responsible).name).not.toBe('');
      expect(stage.duty).toMatch(/^[a-z]+ [a-z].{4,}[^.]$/);
      const clocks = runningClocks(route, state);
      const own = clocks.filter(({ owedBy }) => owedBy === stage.responsible);
      if (own.length === 0 && !stage.noDeadline && !stage.deadlines?.length) {
        throw new Error(`${state.stage} has no date and does not say why`);
      }
      for (const { ifMissed } of clocks) expect(ifMissed.length).toBeGreaterThan(10);
    }
  });

  it('reminds a family of each of its rights at least twice before it lapses', () => {
    for (const { rows } of explored.ways.values()) {
      for (const { key, due, lateAfter, opened, familyRight } of rows) {
        // A right that is about to lapse when the case is opened is told of once, at once.
        if (!familyRight || workingDaysBetween(opened, due) < 2) continue;
        const before = plannedReminders({ opened, due, familyRight }, londonInstant(opened, '09:00')).filter(
          ({ to, at }) => to === 'family' && (at === undefined || at <= lateAfter),
        );
        if (before.length < 2) throw new Error(`${key}: ${before.length} reminders before ${due}`);
      }
    }
  });

  it('opens linked cases with the facts that their routes ask for, and tells them what they know', () => {
    const wrong = explored.effects.flatMap(({ effect, at }) => {
      const target = routeFor(effect.route);
      if (!target) return [];
      if (effect.kind === 'open') {
        return effect.facts.flatMap((facts) => {
          const parsed = target.facts.safeParse(facts);
          return parsed.success ? [] : [`${at} opens ${effect.route}: ${parsed.error.message}`];
        });
      }
      const parsed = target.events[effect.event]?.data.safeParse(effect.data);
      return parsed?.success ? [] : [`${at} tells ${effect.route} ${effect.event}`];
    });
    expect([...new Set(wrong)]).toEqual([]);
    expect(findRoute(route.id, route.version)).toBe(route);
  });
});
