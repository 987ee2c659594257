// The clocks of the law: for each, what happens when a period meets or ends on a closed day, and at what hour it ends.

/** How rule 12(3) days (August, 25 December to 1 January) are treated: only when the time ends there, or left out of every count. */
export type ClosedPeriods = 'counted' | 'moved-when-ending-there' | 'not-counted';

export interface Clock {
  title: string;
  /** A time that ends on a day that is not a working day moves to the next working day. */
  rollsOver: boolean;
  closedPeriods: ClosedPeriods;
  /** Minutes after midnight at which the last day ends for this clock; left out: the whole day. */
  closesAt?: number;
  /** Where this way of counting comes from. */
  law: string;
}

const FIVE_PM = 17 * 60;

export const clocks = {
  'send-regulations': {
    title: 'SEND Regulations: every day counts, and nothing moves',
    rollsOver: false,
    closedPeriods: 'counted',
    law: 'SEND Regulations 2014 (no rule moves a period that ends on a closed day)',
  },
  'tribunal-start': {
    title: 'Starting an appeal: August and Christmas matter only when the time ends there',
    rollsOver: true,
    closedPeriods: 'moved-when-ending-there',
    closesAt: FIVE_PM,
    law: 'Tribunal Procedure (First-tier Tribunal) (HESC) Rules 2008, rule 12(1), (2) and (3)(a)',
  },
  'tribunal-other': {
    title: 'Other acts in an appeal: days in August and from 25 December to 1 January are not counted',
    rollsOver: true,
    closedPeriods: 'not-counted',
    closesAt: FIVE_PM,
    law: 'Tribunal Procedure (First-tier Tribunal) (HESC) Rules 2008, rule 12(1), (2) and (3)(b)',
  },
  tribunal: {
    title: 'A date the Tribunal named, and disability claims: every day counts, closed days move',
    rollsOver: true,
    closedPeriods: 'counted',
    closesAt: FIVE_PM,
    law: 'Tribunal Procedure (First-tier Tribunal) (HESC) Rules 2008, rule 12(1), (2) and (4)',
  },
  'upper-tribunal': {
    title: 'Upper Tribunal: days in August and from 25 December to 1 January are not counted',
    rollsOver: true,
    closedPeriods: 'not-counted',
    closesAt: FIVE_PM,
    law: 'Tribunal Procedure (Upper Tribunal) Rules 2008, rule 12',
  },
  'upper-tribunal-claim': {
    title: 'Upper Tribunal, disability claims: every day counts, closed days move',
    rollsOver: true,
    closedPeriods: 'counted',
    closesAt: FIVE_PM,
    law: 'Tribunal Procedure (Upper Tribunal) Rules 2008, rule 12(1) and (2)',
  },
  'equality-act': {
    title: 'Equality Act: the day itself is the first day, and nothing moves',
    rollsOver: false,
    closedPeriods: 'counted',
    closesAt: FIVE_PM,
    law: 'Equality Act 2010, Sch 17 para 4',
  },
  complaints: {
    title: 'Complaints: working days leave out weekends and bank holidays, and nothing moves',
    rollsOver: false,
    closedPeriods: 'counted',
    law: 'General rule of construction: the day of the event is not counted unless the words begin with it',
  },
  'data-protection': {
    title: 'Data rights: a time that ends on a closed day moves to the next working day',
    rollsOver: true,
    closedPeriods: 'counted',
    law: 'Regulation (EEC, Euratom) 1182/71, art 3; Data Protection Act 2018, s205(2)',
  },
  school: {
    title: 'School days: working days in term',
    rollsOver: false,
    closedPeriods: 'counted',
    law: "The school's own term dates",
  },
} as const satisfies Record<string, Clock>;

export type ClockId = keyof typeof clocks;

export const clockOf = (id: ClockId): Clock => clocks[id];
