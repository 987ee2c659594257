// The address at which a calendar program finds a person's dates. It opens these and nothing else, is off until asked
// for, and ends when its owner says so.

import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { People } from '../access';
import { PersonDates } from '../engine';
import { Db } from '../persistence';
import { Clock, Ids, Refusal } from '../platform';
import { calendarFeed } from './calendar-file';
import { CalendarFeed } from './entities';

const HOUR = 3_600_000;
/** Several programs of one person may follow one address; none needs to look every minute. */
const FETCHES_AN_HOUR = 30;
const MINUTE = 60_000;

@Injectable()
export class CalendarFeeds {
  /** Times of the fetches of the last hour, in this process. */
  private readonly fetches = new Map<string, number[]>();

  constructor(
    private readonly db: Db,
    private readonly people: People,
    private readonly dates: PersonDates,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Gives the secret for the address, which is never shown again. */
  async make(personId: string): Promise<string> {
    const secret = this.ids.secret();
    const row = { personId, hash: hashOf(secret), madeAt: this.clock.instant(), fetchedAt: null };
    await this.db.tx((m) => m.save(CalendarFeed, row));
    return secret;
  }

  async end(personId: string): Promise<void> {
    await this.db.tx((m) => m.delete(CalendarFeed, { personId }));
  }

  of(personId: string): Promise<CalendarFeed | null> {
    return this.db.read.findOneBy(CalendarFeed, { personId });
  }

  /** @throws Refusal for an address that is not or no longer one, or that is fetched too often. */
  async read(secret: string): Promise<string> {
    const feed = await this.db.read.findOneBy(CalendarFeed, { hash: hashOf(secret) });
    if (!feed || !(await this.people.exists(feed.personId)))
      throw new Refusal('not-found', 'There is no such calendar.');
    this.countFetch(feed.hash);
    const now = this.clock.instant();
    this.db.readAs({ personId: feed.personId, at: now });
    if (feed.fetchedAt === null || Date.parse(now) - Date.parse(feed.fetchedAt) > MINUTE)
      await this.db.tx((m) => m.update(CalendarFeed, { hash: feed.hash }, { fetchedAt: now }));
    return calendarFeed(await this.dates.of(feed.personId), now);
  }

  private countFetch(hash: string): void {
    const now = this.clock.now().getTime();
    const recent = (this.fetches.get(hash) ?? []).filter((at) => at > now - HOUR);
    if (recent.length >= FETCHES_AN_HOUR)
      throw new Refusal('too-many-requests', 'This calendar is fetched too often. Try again in an hour.');
    this.fetches.set(hash, [...recent, now]);
  }
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
