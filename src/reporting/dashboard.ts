// What anybody may read: the frozen figures, as they are stored. No true count can be reached from here.

import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Db } from '../persistence';
import { Refusal } from '../platform';
import type { Published } from './disclosure';
import { Publication, PublishedFigure } from './entities';
import { ENGLAND, type Measure, type PublishedBody } from './measures';

export interface Figure {
  body: PublishedBody;
  area: string;
  areaName: string;
  measure: Measure;
  category: string;
  value: Published;
}

export type QuarterFigure = Omit<Figure, 'areaName'> & { quarter: string };

export interface PublishedArea {
  area: string;
  name: string;
  body: PublishedBody;
}

export interface Dashboard {
  /** Absent while nothing has been published. */
  publication?: {
    quarter: string;
    from: string;
    to: string;
    cutOff: string;
    builtAt: string;
    method: number;
  };
  /** Every quarter that is published, latest first. */
  quarters: string[];
  areas: PublishedArea[];
  figures: Figure[];
}

@Injectable()
export class Dashboards {
  constructor(private readonly db: Db) {}

  /**
   * The figures of a quarter, the latest where none is named, for one area beside England, or for all areas.
   * @throws Refusal where there is no such quarter or area.
   */
  async read({ quarter, area }: { quarter?: string; area?: string } = {}): Promise<Dashboard> {
    const publications = await this.db.read.find(Publication, { order: { quarter: 'DESC' } });
    const publication = quarter ? publications.find((each) => each.quarter === quarter) : publications[0];
    if (!publication) {
      if (quarter !== undefined || (area ?? ENGLAND) !== ENGLAND)
        throw new Refusal('not-found', 'No figures have been published for this.');
      return { quarters: [], areas: [], figures: [] };
    }
    const areas = await this.areasOf(publication.quarter);
    if (area !== undefined && area !== ENGLAND && !areas.some((each) => each.area === area))
      throw new Refusal('not-found', 'No figures have been published for this area.');
    const found = await this.db.read.find(PublishedFigure, {
      where: { quarter: publication.quarter, ...(area === undefined ? {} : { area: In([ENGLAND, area]) }) },
      order: { body: 'ASC', area: 'ASC', measure: 'ASC', category: 'ASC' },
    });
    return {
      publication,
      quarters: publications.map((each) => each.quarter),
      areas,
      figures: found.map(({ body, area: where, areaName, measure, category, value }) => ({
        body,
        area: where,
        areaName,
        measure,
        category,
        value: value ?? '*',
      })),
    };
  }

  /** Duties and promises of one area beside England, or of England alone, in every published quarter, oldest first. */
  async history(area: string): Promise<QuarterFigure[]> {
    const found = await this.db.read.find(PublishedFigure, {
      where: {
        area: In([ENGLAND, area]),
        measure: In(['duties', 'promises']),
        category: In(['due', 'on-time']),
      },
      order: { quarter: 'ASC' },
    });
    return found.map(({ quarter, body, area: where, measure, category, value }) => ({
      quarter,
      body,
      area: where,
      measure,
      category,
      value: value ?? '*',
    }));
  }

  private async areasOf(quarter: string): Promise<PublishedArea[]> {
    const rows = await this.db.read
      .createQueryBuilder(PublishedFigure, 'f')
      .select('f.area', 'area')
      .addSelect('f.area_name', 'name')
      .addSelect('f.body', 'body')
      .where("f.quarter = :quarter AND f.measure = 'duties' AND f.category = 'due'", { quarter })
      .andWhere('f.area <> :england', { england: ENGLAND })
      .orderBy('f.area_name')
      .getRawMany<PublishedArea>();
    return rows.map(({ area, name, body }) => ({ area, name, body }));
  }
}
