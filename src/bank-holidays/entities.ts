// The lists of bank holidays an operator has taken in. The newest one counts; where there is none, the bundled list does.

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BankHoliday } from '../../workflows/calendar';

@Entity('bank_holiday_lists')
export class BankHolidayList {
  /** Counts up: the highest is in force. */
  @PrimaryColumn({ type: 'integer' }) number!: number;
  @Column({ name: 'taken_in_at', type: 'varchar', length: 24 }) takenInAt!: string;
  /** When every open date had been counted again with it; null until then. */
  @Column({ name: 'recounted_at', type: 'varchar', length: 24, nullable: true }) recountedAt!: string | null;
  @Column({ type: 'simple-json' }) events!: BankHoliday[];
}

export const bankHolidayEntities = [BankHolidayList];
