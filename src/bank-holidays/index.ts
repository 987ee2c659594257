// The bank holidays every date is counted with, and how a newer list is taken in.

export { BankHolidays } from './bank-holidays';
export { BankHolidaysModule } from './bank-holidays.module';
export { bankHolidayEntities } from './entities';
