// How an organisation kept its own dates in a quarter: the measures of the published figures, with nothing hidden, for
// its own people alone.

import { Injectable } from '@nestjs/common';
import { Db } from '../persistence';
import { Clock } from '../platform';
import { countQuarter } from './counts';
import { ALL_ROUTES, timed, timedMeasures, type PublishedBody, type Timed } from './measures';
import { quarterOf, type Quarter } from './quarter';
import { addDays } from '../../workflows/calendar';

export interface OwnMeasure {
  measure: Timed;
  title: string;
  meaning: string;
  due: number;
  onTime: number;
  doneLate: number;
  notDone: number;
  /** Whole per cent; absent where nothing fell due. */
  share?: number;
}

export interface OwnFiguresView {
  quarter: Quarter;
  measures: OwnMeasure[];
  disputesOpened: number;
}

const QUARTERS = 4;

@Injectable()
export class OwnFigures {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** This quarter and those before it, latest first. */
  quarters(): Quarter[] {
    const quarters = [quarterOf(this.clock.today())];
    while (quarters.length < QUARTERS)
      quarters.push(quarterOf(addDays((quarters.at(-1) as Quarter).from, -1)));
    return quarters;
  }

  async of(organisationId: string, body: PublishedBody, quarter: Quarter): Promise<OwnFiguresView> {
    const counts = await countQuarter(this.db, quarter, body, organisationId);
    return {
      quarter,
      measures: timedMeasures.map((measure) => {
        const parts = counts.timed[measure].get(organisationId)?.parts;
        const due = parts?.due.count ?? 0;
        const onTime = parts?.['on-time'].count ?? 0;
        return {
          measure,
          title: timed[measure].title,
          meaning: timed[measure].meaning,
          due,
          onTime,
          doneLate: parts?.['done-late'].count ?? 0,
          notDone: parts?.['not-done'].count ?? 0,
          ...(due > 0 ? { share: Math.round((100 * onTime) / due) } : {}),
        };
      }),
      disputesOpened: counts.opened.get(organisationId)?.get(ALL_ROUTES)?.disputes ?? 0,
    };
  }
}
