// Plays a way that was written by hand, and refuses it wherever a person, or the calendar, would have refused it.

import { londonInstant } from '../../workflows/calendar';
import { possibleEvents, type Effect, type Route } from '../../workflows/kit';
import { nextMisses, open, take, type Sending, type Way } from './ways';
import { WHATEVER, type Sent, type Story } from './written';

/** Plays a story and gives back every way it passes through, the longest last. */
export function play(route: Route, { takes, facts, acts }: Story): { ways: Way[]; effects: Effected[] } {
  const begun = open(route, route.facts.strict().parse(facts) as Record<string, unknown>);
  const ways = [begun.way];
  const effects: Effected[] = begun.effects.map((effect) => ({ effect, at: begun.way.state.stage }));
  for (const act of acts) {
    const way = ways.at(-1) as Way;
    const taken = take(route, way, 'passes' in act ? missOf(way, act.passes) : sendingOf(route, way, act));
    if (!taken) throw new Error(`${route.id}, ${way.state.stage}: ${JSON.stringify(act)} is not possible`);
    ways.push(taken.way);
    effects.push(...taken.effects.map((effect) => ({ effect, at: taken.way.edges.at(-1) ?? '' })));
  }
  const missing = takes.filter((edge) => !ways.at(-1)?.edges.includes(edge));
  if (missing.length > 0) throw new Error(`${route.id}: the story does not take ${missing.join(', ')}`);
  return { ways, effects };
}

interface Effected {
  effect: Effect;
  at: string;
}

/** What a person sends, refused as the engine would refuse it, or where a date would have passed before. */
function sendingOf(route: Route, way: Way, { on, type, data }: Sent): Sending {
  const refuse = (why: string) => new Error(`${route.id}, ${way.state.stage}, ${type} on ${on}: ${why}`);
  const event = route.events[type];
  if (!event || !possibleEvents(route, way.state).includes(type)) throw refuse('not possible here');
  const parsed = event.data.strict().safeParse(data);
  if (!parsed.success) throw refuse(parsed.error.message);
  const complaint = event.check?.(way.state.context, { on, data: parsed.data });
  if (complaint) throw refuse(complaint);
  if (on < way.today) throw refuse(`it is ${way.today} already`);
  const passed = way.rows.find((row) => row.status === 'open' && row.lateAfter < londonInstant(on, '00:00'));
  if (passed) throw refuse(`${passed.rule} has passed on ${passed.due}`);
  return { kind: 'send', type, on, data: parsed.data };
}

function missOf(way: Way, type: string): Sending {
  const next = nextMisses(way);
  const miss = type === WHATEVER ? next[0] : next.find((each) => each.type === type);
  if (!miss)
    throw new Error(`${way.state.stage}: ${type} is not next, but ${next.map((m) => m.type).join()}`);
  return miss;
}
