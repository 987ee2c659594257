// How many cases stand where, by route, version and stage: for operators, without any case in it.

import { Injectable } from '@nestjs/common';
import { Db } from '../persistence';
import { Case } from './entities';

export interface StageCount {
  route: string;
  version: string;
  stage: string;
  open: number;
  over: number;
}

@Injectable()
export class Stock {
  constructor(private readonly db: Db) {}

  async byStage(): Promise<StageCount[]> {
    const rows = await this.db.read
      .createQueryBuilder(Case, 'c')
      .select('c.route', 'route')
      .addSelect('c.routeVersion', 'version')
      .addSelect('c.stage', 'stage')
      .addSelect('COUNT(CASE WHEN c.over THEN NULL ELSE 1 END)', 'open')
      .addSelect('COUNT(CASE WHEN c.over THEN 1 END)', 'over')
      .groupBy('c.route')
      .addGroupBy('c.routeVersion')
      .addGroupBy('c.stage')
      .getRawMany<Record<keyof StageCount, string>>();
    return rows.map((row) => ({ ...row, open: Number(row.open), over: Number(row.over) }));
  }
}
