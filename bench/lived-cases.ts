// Cases as they are after some months, for what is measured on cases that are not alike: opened on many days along several
// routes with the facts of stored histories, and acted in by their parties through the engine, while dates pass.

import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { In } from 'typeorm';
import { findRoute, routeFor } from '../workflows';
import { addDays, daysBetween, londonInstant, type PlainDate } from '../workflows/calendar';
import { isOver, possibleEvents, runningClocks, step, type Route, type RouteId } from '../workflows/kit';
import { CaseNotes, DOCUMENT_ADDED } from '../src/engine';
import { Case, Deadline } from '../src/engine/entities';
import { Refusal } from '../src/platform';
import { examplesOf } from '../test/model/examples';
import { Driver, FAMILY } from '../test/model/driver';
import { fileOf, type Recorded } from '../test/histories/history';
import type { TestApp } from '../test/app';
import { rowsOfDispute, type Rows } from './copies';

/** In turn: what most disputes are. */
const ROUTES: RouteId[] = [
  'annual-review',
  'ehc-assessment',
  'mediation-information',
  'mediation.council',
  'tribunal.sen-appeal',
  'compliance',
  'council-complaint',
  'school-complaint.maintained',
  'nhs-complaint.icb',
  'social-care-representations',
];
const FIRST_DAY: PlainDate = '2024-01-08';
/** Cases are opened on any day of so many; the last of these is the day on which they are looked at. */
const DAYS = 730;
/** The most days between one act and the next. */
const PAUSE = 7;
/** A case is acted in until it has so many entries, from the fewest to the most, or nothing more is possible in it. */
const ENTRIES = { fewest: 6, most: 18 };
/** Answers to requests are kept for so many days. */
const ANSWERS_KEPT = 30;
/** One in so many acts comes with a document. */
const DOCUMENTS = 4;

/** Chance that is the same in each run. */
class Chance {
  private n = 0;
  constructor(private readonly seed: string) {}

  below(count: number): number {
    this.n += 1;
    const digest = createHash('sha256').update(`${this.seed} ${this.n}`).digest();
    return digest.readUInt32BE() % count;
  }

  oneOf<T>(all: readonly T[]): T {
    return all[this.below(all.length)] as T;
  }

  shuffled<T>(all: readonly T[]): T[] {
    const rest = [...all];
    return all.map(() => rest.splice(this.below(rest.length), 1)[0] as T);
  }
}

export class LivedCases {
  private readonly wanted = new Map<string, number>();

  private constructor(
    private readonly t: TestApp,
    private readonly driver: Driver,
    private readonly chance: Chance,
  ) {}

  static async in(t: TestApp): Promise<LivedCases> {
    return new LivedCases(t, await Driver.in(t), new Chance('lived cases'));
  }

  /** A dispute with all that came of it. */
  async live(n: number): Promise<Rows> {
    const { clock, db } = this.t;
    let day = addDays(FIRST_DAY, this.chance.below(DAYS));
    clock.reset(this.during(day));
    const disputeId = await this.opened(ROUTES[n % ROUTES.length] as RouteId, day);
    for (;;) {
      day = addDays(day, 1 + this.chance.below(PAUSE));
      const cases = await db.read.findBy(Case, { disputeId });
      await this.missUntil(cases, day);
      clock.moveTo(this.during(day));
      const open = (await db.read.findBy(Case, { disputeId })).filter((each) => !this.isDone(each));
      if (open.length === 0) break;
      const found = this.chance.oneOf(open);
      // Nobody can do anything: time alone goes on, until there is no date left to pass.
      if (!(await this.act(found, day)) && !(await this.missNext(found))) this.wanted.set(found.id, 0);
      day = clock.today() > day ? clock.today() : day;
    }
    const rows = await rowsOfDispute(db, disputeId);
    // As the retention of answers leaves them on the last day of all.
    const kept = londonInstant(addDays(FIRST_DAY, DAYS - ANSWERS_KEPT), '00:00');
    rows.answers = rows.answers.filter(({ createdAt }) => createdAt >= kept);
    // What has fallen due was sent.
    const now = clock.instant();
    for (const row of rows.reminders)
      if (row.status === 'planned' && row.at <= now)
        Object.assign(row, { status: 'dispatched', closedAt: row.at });
    return rows;
  }

  private async opened(routeId: RouteId, day: PlainDate): Promise<string> {
    const route = routeFor(routeId, day) as Route;
    const { histories } = JSON.parse(
      readFileSync(join(__dirname, '..', 'test', 'histories', fileOf(route)), 'utf8'),
    ) as Recorded;
    for (const { facts, opened } of this.chance.shuffled(histories)) {
      const asked = {
        route: routeId,
        facts: moved(facts, daysBetween(opened, day)),
        parties: this.driver.organisations,
        idempotencyKey: randomUUID(),
      };
      try {
        const { ref } = (await this.t.cases.open(asked, this.driver.everybody)).case;
        return (await this.t.db.read.findOneByOrFail(Case, { ref })).disputeId;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
    throw new Error(`No case of ${routeId} can be opened on ${day}`);
  }

  /** Some act that is possible, with some answers to what it asks; the case goes on after it if it can. */
  private async act(found: Case, day: PlainDate): Promise<boolean> {
    const route = findRoute(found.route, found.routeVersion) as Route;
    const state = { stage: found.stage, context: found.context };
    const points = runningClocks(route, state).flatMap(({ point }) => (point ? [point] : []));
    const ahead = [addDays(day, 10 + this.chance.below(20)), addDays(day, 60 + this.chance.below(200))];
    const ends: Sending[] = [];
    const possible = this.chance.shuffled(possibleEvents(route, state));
    // Most people do what they are asked to do.
    const owed = new Set(runningClocks(route, state).flatMap(({ metBy }) => metBy));
    if (this.chance.below(3) > 0) possible.sort((a, b) => Number(owed.has(b)) - Number(owed.has(a)));
    for (const type of possible) {
      const event = route.events[type] as Route['events'][string];
      const past = addDays(day, -this.chance.below(3));
      const examples = examplesOf(event.data, { past, ahead, points: [...new Set(points)] });
      for (const data of this.chance.shuffled(examples).slice(0, 5)) {
        if (event.check?.(state.context, { on: day, data })) continue;
        const next = step(route, state, { type, on: day, data });
        if (!next) continue;
        if (isOver(route, next.state)) ends.push({ type, data });
        else if (await this.sent(found, { type, data })) return true;
      }
    }
    for (const sending of ends) if (await this.sent(found, sending)) return true;
    return false;
  }

  private async sent({ id, ref }: Case, sending: Sending): Promise<boolean> {
    try {
      await this.t.cases.advance(ref, { ...sending, idempotencyKey: randomUUID() }, this.driver.everybody);
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
    if (this.chance.below(DOCUMENTS) === 0) {
      const document = randomUUID();
      const digest = createHash('sha256').update(document).digest('hex');
      const by = { party: FAMILY, actor: this.driver.everybody };
      await this.t.db.tx((m) =>
        this.t.app.get(CaseNotes).record(m, id, DOCUMENT_ADDED, { document, digest, kind: 'letter' }, by),
      );
    }
    return true;
  }

  /** All dates that pass before this day, each when it does. */
  private async missUntil(cases: Case[], day: PlainDate): Promise<void> {
    for (;;) {
      const next = await this.nextOf(cases.map(({ id }) => id));
      if (!next || next.lateAfter >= londonInstant(day, '08:00')) return;
      await this.miss(next);
    }
  }

  private async missNext({ id }: Case): Promise<boolean> {
    const next = await this.nextOf([id]);
    return next !== undefined && this.miss(next);
  }

  private async nextOf(ids: string[]): Promise<Deadline | undefined> {
    const open = await this.t.db.read.findBy(Deadline, { caseId: In(ids), status: 'open' });
    return open.sort((a, b) => (a.lateAfter < b.lateAfter ? -1 : 1))[0];
  }

  private async miss({ id, lateAfter }: Deadline): Promise<boolean> {
    const { clock, cases } = this.t;
    const noticed = new Date(Date.parse(lateAfter) + 1 + this.chance.below(60_000));
    if (noticed > clock.now()) clock.moveTo(noticed);
    return cases.miss(id);
  }

  private isDone({ id, over, version }: Case): boolean {
    let most = this.wanted.get(id);
    if (most === undefined) {
      most = ENTRIES.fewest + this.chance.below(ENTRIES.most - ENTRIES.fewest + 1);
      this.wanted.set(id, most);
    }
    return over || version >= most;
  }

  /** Some moment of a working day's hours. */
  private during(day: PlainDate): Date {
    return new Date(Date.parse(londonInstant(day, '09:00')) + this.chance.below(8 * 3_600_000));
  }
}

interface Sending {
  type: string;
  data: Record<string, unknown>;
}

/** With every day in it so many days later. */
function moved(facts: Record<string, unknown>, days: number): Record<string, unknown> {
  return JSON.parse(
    JSON.stringify(facts).replace(/"(\d{4}-\d\d-\d\d)"/g, (_, day: PlainDate) => `"${addDays(day, days)}"`),
  ) as Record<string, unknown>;
}
