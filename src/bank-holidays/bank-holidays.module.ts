import { Global, Module } from '@nestjs/common';
import { BankHolidays } from './bank-holidays';

@Global()
@Module({ providers: [BankHolidays], exports: [BankHolidays] })
export class BankHolidaysModule {}
