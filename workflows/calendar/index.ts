// Legal time: plain dates, London instants, bank holidays, working days and the periods of the law.

export type { Confidence, DeadlineKind, ExplainedDeadline, PlainDate, Reading, SkippedDay } from './types';
export {
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  formatDate,
  isPlainDate,
  NotADateError,
  weekdayName,
  type Weekday,
} from './plain-date';
export { endOfDayLondon, londonDateOf, londonInstant } from './london';
export { projectedBankHolidays } from './bank-holiday-rules';
export {
  BANK_HOLIDAYS_KNOWN_TO,
  bundledHolidays,
  currentHolidays,
  Holidays,
  useHolidays,
  type BankHoliday,
} from './holidays';
export { mergeBankHolidays, BankHolidayFileError, type BankHolidayMerge } from './bank-holidays-update';
export { clocks, type Clock, type ClockId } from './clocks';
export { addWorkingDays, isWorkingDay, subtractWorkingDays, workingDaysBetween } from './working-days';
export type { Counting, Period, PeriodUnit } from './period';
export { schoolTermsFrom, SchoolTermsError, type SchoolTerm } from './school-terms';
