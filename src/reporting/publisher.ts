// Freezes the figures of a quarter: counted, made safe, stored; once, whoever asks and however often.

import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Case } from '../engine/entities';
import { Organisations, type Organisation } from '../organisations';
import { Db } from '../persistence';
import { Clock } from '../platform';
import { countForBoards, type BoardCounts } from './board-counts';
import { BoardReports } from './board-reports';
import { countQuarter, type QuarterCounts } from './counts';
import { Publication, PublishedFigure } from './entities';
import { ENGLAND, METHOD, publishedBodies } from './measures';
import { instantsOf, isComplete, lastComplete, type Quarter } from './quarter';
import { safeFigures } from './safe-tables';

const CHUNK = 100;

@Injectable()
export class Publisher {
  /** The latest quarter known to be frozen: saves a question at every sweep. */
  private known: string | undefined;

  constructor(
    private readonly db: Db,
    private readonly organisations: Organisations,
    private readonly boards: BoardReports,
    private readonly clock: Clock,
  ) {}

  /** Freezes the last quarter when its time to record is over; gives its name where it was done just now. */
  async publishDue(): Promise<string | undefined> {
    const quarter = lastComplete(this.clock.today());
    if (this.known === quarter.id) return undefined;
    const done = (await this.anythingBefore(quarter)) && (await this.publish(quarter));
    this.known = quarter.id;
    return done ? quarter.id : undefined;
  }

  /** False where it was frozen before: nothing has changed then. @throws RangeError before its time. */
  async publish(quarter: Quarter): Promise<boolean> {
    if (!isComplete(quarter, this.clock.today())) {
      throw new RangeError(
        `The figures of ${quarter.id} can be frozen after ${quarter.cutOff}, when everything has been recorded`,
      );
    }
    if (await this.db.read.existsBy(Publication, { quarter: quarter.id })) return false;
    const figures: PublishedFigure[] = [];
    const counted: { ids: string[]; counts: QuarterCounts; board: BoardCounts }[] = [];
    for (const body of publishedBodies) {
      const organisations = await this.organisations.list(body);
      const names = namesOf(organisations);
      const counts = await countQuarter(this.db, quarter, body);
      const board = await countForBoards(this.db, quarter, body);
      counted.push({ ids: organisations.map((each) => each.id), counts, board });
      for (const { area, measure, category, value } of safeFigures(counts, [...names.keys()])) {
        const { slug, name } = names.get(area) ?? { slug: ENGLAND, name: 'England' };
        figures.push({
          quarter: quarter.id,
          body,
          area: slug,
          areaName: name,
          measure,
          category,
          value: value === '*' ? null : value,
        });
      }
    }
    const { id, from, to, cutOff } = quarter;
    try {
      await this.db.tx(async (m) => {
        // First: of two processes that do this at once, the second one fails here and leaves nothing.
        await m.insert(Publication, {
          quarter: id,
          from,
          to,
          cutOff,
          builtAt: this.clock.instant(),
          method: METHOD,
        });
        for (let at = 0; at < figures.length; at += CHUNK)
          await m.insert(PublishedFigure, figures.slice(at, at + CHUNK));
        for (const { ids, counts, board } of counted) await this.boards.freeze(m, id, ids, counts, board);
      });
    } catch (error) {
      if (await this.db.read.existsBy(Publication, { quarter: id })) return false;
      throw error;
    }
    return true;
  }

  private anythingBefore(quarter: Quarter): Promise<boolean> {
    return this.db.read.existsBy(Case, { openedAt: LessThanOrEqual(instantsOf(quarter).ends) });
  }
}

/** A word for the address bar from each name; two of the same name are told apart. */
function namesOf(organisations: Organisation[]): Map<string, { slug: string; name: string }> {
  const taken = new Set<string>([ENGLAND, 'data']);
  return new Map(
    organisations.map(({ id, name }) => {
      const plain = name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '');
      const slug = taken.has(plain) ? `${plain}-${id.slice(0, 8)}` : plain;
      taken.add(slug);
      return [id, { slug, name }];
    }),
  );
}
