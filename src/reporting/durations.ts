// How long cases of a route have taken here, from their first step to the last: said before somebody starts one.

import { Injectable } from '@nestjs/common';
import { daysBetween, type PlainDate } from '../../workflows/calendar';
import { Db } from '../persistence';
import { Clock } from '../platform';

/** Fewer say little, and could be recognised. */
const FEWEST = 20;
/** The latest ones: how it was years ago helps nobody. */
const MOST = 500;

@Injectable()
export class Durations {
  /** Counting takes a moment: once a day is enough. */
  private readonly known = new Map<string, { day: PlainDate; median: Promise<number | undefined> }>();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Days within which half of the latest cases were over; nothing where there are too few to say. */
  medianOf(route: string): Promise<number | undefined> {
    const day = this.clock.today();
    const known = this.known.get(route);
    if (known?.day === day) return known.median;
    const median = this.count(route);
    this.known.set(route, { day, median });
    median.catch(() => this.known.delete(route));
    return median;
  }

  private async count(route: string): Promise<number | undefined> {
    const rows = await this.db.readBeyond
      .createQueryBuilder()
      .from('cases', 'c')
      .innerJoin('journal', 'j', 'j.case_id = c.id')
      .where('c.route = :route AND c.over = :over', { route, over: true })
      .select('MIN(j.occurred_on)', 'first')
      .addSelect('MAX(j.occurred_on)', 'last')
      .groupBy('c.id')
      .addGroupBy('c.opened_at')
      .orderBy('c.opened_at', 'DESC')
      .limit(MOST)
      .getRawMany<{ first: PlainDate; last: PlainDate }>();
    if (rows.length < FEWEST) return undefined;
    const days = rows.map(({ first, last }) => daysBetween(first, last)).sort((a, b) => a - b);
    return days[Math.floor((days.length - 1) / 2)];
  }
}
