// Keeps the calendar in use the same in every process: the newest list in the database, or the bundled one.

import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  bundledHolidays,
  currentHolidays,
  Holidays,
  mergeBankHolidays,
  useHolidays,
  type BankHolidayMerge,
} from '../../workflows/calendar';
import { Db, readTogether, type Reading } from '../persistence';
import { Clock } from '../platform';
import { BankHolidayList } from './entities';

const LOOK_AGAIN_MS = 60_000;

/** 0: the bundled list. The calendar belongs to the process, and so does the knowledge of which one it is. */
let inUse = 0;

@Injectable()
export class BankHolidays implements OnModuleInit, OnModuleDestroy {
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.refresh(this.db.read);
    // For pages and workers that only read; whatever writes a date looks for itself, in its own transaction.
    this.timer = setInterval(
      () => void this.refresh(this.db.read).catch(() => undefined),
      LOOK_AGAIN_MS,
    ).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Puts the newest list in use, if it is not already. */
  async refresh(manager: EntityManager): Promise<void> {
    const [newest] = await readTogether(manager, this.newest());
    await this.use(manager, newest);
  }

  /** The number of the newest list, to be read together with other things and then put in use. */
  newest(): Reading<number> {
    return {
      sql: 'SELECT max(number) AS number FROM bank_holiday_lists',
      values: [],
      columns: ['number'],
      read: ([row]) => Number(row?.number ?? 0),
    };
  }

  async use(manager: EntityManager, newest: number): Promise<void> {
    if (newest === inUse) return;
    if (newest === 0) useHolidays(bundledHolidays);
    else {
      const { events } = await manager.findOneByOrFail(BankHolidayList, { number: newest });
      useHolidays(new Holidays(events));
    }
    inUse = newest;
  }

  /**
   * What a newer list from GOV.UK would change. Nothing is put in use.
   * @throws BankHolidayFileError where it is not a usable list
   */
  async merged(govUkJson: unknown): Promise<BankHolidayMerge> {
    await this.refresh(this.db.read);
    return mergeBankHolidays(currentHolidays(), govUkJson);
  }

  /** Makes this the list in force: here at once, in every other process before it next writes a date. */
  async takeIn(holidays: Holidays): Promise<void> {
    await this.db.tx(async (m) =>
      m.insert(BankHolidayList, {
        number: (await readTogether(m, this.newest()))[0] + 1,
        takenInAt: this.clock.instant(),
        recountedAt: null,
        events: [...holidays.events] as never,
      }),
    );
    await this.refresh(this.db.read);
  }

  /** The newest list, while open dates still have to be counted again with it. */
  async toRecount(): Promise<number | undefined> {
    const [newest] = await this.db.read.find(BankHolidayList, {
      select: { number: true, recountedAt: true },
      order: { number: 'DESC' },
      take: 1,
    });
    return newest && newest.recountedAt === null ? newest.number : undefined;
  }

  /** Which list was in use at an instant. */
  async history(): Promise<(instant: string) => Holidays> {
    const lists = (await this.db.read.find(BankHolidayList, { order: { number: 'DESC' } })).map(
      ({ takenInAt, events }) => ({ takenInAt, holidays: new Holidays(events) }),
    );
    return (instant) => lists.find(({ takenInAt }) => takenInAt <= instant)?.holidays ?? bundledHolidays;
  }

  async recounted(number: number): Promise<void> {
    await this.db.tx((m) => m.update(BankHolidayList, { number }, { recountedAt: this.clock.instant() }));
  }
}
