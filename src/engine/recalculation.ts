// Dates counted again: after a newer list of bank holidays, every open date of every case, each in one recorded step.

import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { currentHolidays, type Holidays, type PlainDate } from '../../workflows/calendar';
import { explainUntyped, type ExplainOptions } from '../../workflows/law';
import { Parts } from '../access';
import { BankHolidays } from '../bank-holidays';
import { Db } from '../persistence';
import { Clock } from '../platform';
import { routeOf } from './case-route';
import type { Changes } from './deadline-changes';
import { Case, Deadline } from './entities';
import { Recorder } from './recorder';
import { RECOUNTED } from './replay';

/** An open date that comes out differently now. */
export interface MovedDate {
  caseRef: string;
  rule: string;
  from: PlainDate;
  to: PlainDate;
}

const BATCH = 500;

@Injectable()
export class Recalculation {
  constructor(
    private readonly db: Db,
    private readonly parts: Parts,
    private readonly bankHolidays: BankHolidays,
    private readonly recorder: Recorder,
    private readonly clock: Clock,
  ) {}

  /** Which open dates would move with these holidays. Nothing is changed. */
  async preview(holidays: Holidays, moved: (each: MovedDate) => void): Promise<{ cases: number }> {
    const cases = new Set<string>();
    for await (const rows of this.openDeadlines()) {
      const moving = rows.flatMap((row) => {
        const { due, lateAfter } = explainUntyped(row.rule, row.inputs, { holidays, ...asOpened(row) });
        return due === row.due && lateAfter === row.lateAfter ? [] : [{ row, due }];
      });
      const refs = await this.refsOf(moving.map(({ row }) => row.caseId));
      for (const { row, due } of moving) {
        cases.add(row.caseId);
        moved({ caseRef: refs.get(row.caseId) ?? '', rule: row.rule, from: row.due, to: due });
      }
    }
    return { cases: cases.size };
  }

  /** After a newer list was taken in: counts once with it. Gives how many dates moved. */
  async recountIfNew(): Promise<number> {
    const number = await this.bankHolidays.toRecount();
    if (number === undefined) return 0;
    await this.bankHolidays.refresh(this.db.read);
    const { dates } = await this.recount();
    await this.bankHolidays.recounted(number);
    return dates;
  }

  /** Counts every open date again with the holidays in use; running it twice changes nothing the second time. */
  async recount(): Promise<{ cases: number; dates: number }> {
    const affected = new Set<string>();
    for await (const rows of this.openDeadlines()) {
      for (const row of rows) if (hasMoved(row)) affected.add(row.caseId);
    }
    let dates = 0;
    for (const caseId of affected) dates += await this.recountCase(caseId);
    return { cases: affected.size, dates };
  }

  private async recountCase(caseId: string): Promise<number> {
    return this.db.tx(async (m) => {
      const found = (await this.db.lock(m, Case, { id: caseId })) as Case;
      const dispute = await this.parts.dispute(m, found.disputeId);
      const open = await m.findBy(Deadline, { caseId, status: 'open' });
      const moving = new Set(open.filter(hasMoved).map(({ id }) => id));
      if (moving.size === 0) return 0;
      const state = { stage: found.stage, context: found.context };
      await this.recorder.amend(
        m,
        found,
        routeOf(found),
        dispute,
        state,
        (rows, clocks): Changes<Deadline> => {
          const closed = rows.filter(({ id }) => moving.has(id));
          return {
            closed: closed.map((row) => ({ row, status: 'superseded' as const })),
            open: closed.flatMap((row) => {
              const clock = clocks.find(({ key }) => key === row.key);
              return clock ? [{ clock, round: row.round + 1 }] : [];
            }),
            quiet: [],
          };
        },
        {
          type: RECOUNTED,
          on: this.clock.today(),
          data: { reason: 'bank-holidays', announcedTo: currentHolidays().announcedTo },
          party: 'Recourse',
          actor: 'operator',
          idempotencyKey: null,
        },
      );
      return moving.size;
    });
  }

  private async *openDeadlines(): AsyncGenerator<Deadline[]> {
    for (let last = ''; ;) {
      const rows = await this.db.read.find(Deadline, {
        where: { status: 'open', id: MoreThan(last) },
        order: { id: 'ASC' },
        take: BATCH,
      });
      const end = rows.at(-1);
      if (!end) return;
      yield rows;
      last = end.id;
    }
  }

  private async refsOf(ids: string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const found = await this.db.read
      .createQueryBuilder(Case, 'c')
      .where('c.id IN (:...ids)', { ids })
      .getMany();
    return new Map(found.map(({ id, ref }) => [id, ref]));
  }
}

/** With the body's own period and terms that the clock started with: a new policy changes no date that was given. */
const asOpened = ({ rule, explained: { ownPeriod, schoolTerms } }: Deadline): ExplainOptions => ({
  settings: {
    ...(ownPeriod === undefined ? {} : { periods: { [rule]: ownPeriod } }),
    ...(schoolTerms === undefined ? {} : { schoolTerms }),
  },
});

function hasMoved(row: Deadline): boolean {
  const { rule, inputs, due, lateAfter } = row;
  const counted = explainUntyped(rule, inputs, asOpened(row));
  return counted.due !== due || counted.lateAfter !== lateAfter;
}
