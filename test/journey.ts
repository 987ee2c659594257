// Walks a route as a family, a council and time would: real schemas, real checks, real clocks, no database.

import type { PlainDate } from '../workflows/calendar';
import {
  isOutcome,
  isWorking,
  runningClocks,
  start,
  step,
  type Effect,
  type Route,
  type Step,
} from '../workflows/kit';
import { explainUntyped } from '../workflows/law';

export class Journey {
  private at: Step;
  /** Every linked case it asked for and every event it sent to one, first first. */
  readonly effects: Effect[] = [];

  /** @throws ZodError for facts that the route's form would not take. */
  constructor(
    readonly route: Route,
    facts: Record<string, unknown>,
    opened: PlainDate,
  ) {
    this.at = start(route, route.facts.strict().parse(facts), opened);
    this.effects.push(...this.at.effects);
  }

  /** @throws Error where the data, the day or the stage does not allow it: the message says which. */
  send(type: string, on: PlainDate, data: Record<string, unknown> = {}): this {
    const event = this.route.events[type];
    if (!event) throw new Error(`${this.route.id} has no event ${type}`);
    const parsed = event.data.strict().parse(data) as Record<string, unknown>;
    const complaint = event.check?.(this.at.state.context, { on, data: parsed });
    if (complaint) throw new Error(complaint);
    return this.take(type, on, parsed);
  }

  /** The date of a rule passes; `point` where the stage has one clock for each item. */
  miss(rule: string, on: PlainDate, point?: string): this {
    return this.take(`missed.${rule}`, on, point === undefined ? {} : { point });
  }

  get stage(): string {
    return this.at.state.stage;
  }

  /** Who must act now; nobody once it is over. */
  get responsible(): string | undefined {
    const stage = this.route.stages[this.stage];
    return stage && isWorking(stage) ? stage.responsible : undefined;
  }

  get over(): boolean {
    const stage = this.route.stages[this.stage];
    return stage !== undefined && isOutcome(stage);
  }

  /** The last day of every clock that runs now, by rule (and `#item`). */
  get due(): Record<string, PlainDate> {
    return Object.fromEntries(
      runningClocks(this.route, this.at.state).map(({ key, rule, inputs }) => [
        key,
        explainUntyped(rule, inputs).due,
      ]),
    );
  }

  /** Ids of the routes of the linked cases that were opened. */
  get opened(): string[] {
    return this.effects.flatMap((effect) => (effect.kind === 'open' ? [effect.route] : []));
  }

  private take(type: string, on: PlainDate, data: Record<string, unknown>): this {
    const next = step(this.route, this.at.state, { type, on, data });
    if (!next) throw new Error(`${type} is not possible at ${this.stage}`);
    this.at = next;
    this.effects.push(...next.effects);
    return this;
  }
}
