// Taking in a newer list of bank holidays: what it changes, which open dates would move, then the list itself.

import type { Command } from 'commander';
import { BankHolidayFileError, type BankHolidayMerge } from '../../workflows/calendar';
import { BankHolidays } from '../bank-holidays';
import { Recalculation } from '../engine';
import { BadInput } from './bad-input';
import { readJson } from './json-file';
import { withApp } from './with-app';

export function addCalendarCommands(program: Command): void {
  const calendar = program.command('calendar').description('the bank holidays every date is counted with');
  calendar
    .command('update')
    .description('takes in a list as published at https://www.gov.uk/bank-holidays.json')
    .argument('<file>', 'the file, or - for standard input')
    .option('--preview', 'say what would change, and change nothing')
    .action(async (file: string, { preview }: { preview?: boolean }) => {
      const list = readJson(file);
      await withApp(true, async (app) => {
        const bankHolidays = app.get(BankHolidays);
        const merge = await merged(bankHolidays, list);
        lines(merge).forEach((line) => console.log(line));
        let dates = 0;
        const { cases } = await app
          .get(Recalculation)
          .preview(merge.holidays, ({ caseRef, rule, from, to }) => {
            dates += 1;
            console.log(`${caseRef} ${rule}: ${from} becomes ${to}`);
          });
        console.log(`${dates} open dates of ${cases} cases move`);
        if (preview) return console.log('Nothing was changed');
        await bankHolidays.takeIn(merge.holidays);
        console.log('Taken in. The running service counts the open dates again within a minute.');
      });
    });
}

async function merged(bankHolidays: BankHolidays, list: unknown): Promise<BankHolidayMerge> {
  try {
    return await bankHolidays.merged(list);
  } catch (error) {
    if (error instanceof BankHolidayFileError) throw new BadInput(error.message);
    throw error;
  }
}

const lines = ({ added, removed, renamed, confirmed, holidays }: BankHolidayMerge): string[] => [
  ...added.map(({ date, title }) => `+ ${date} ${title}`),
  ...removed.map(({ date, title }) => `- ${date} ${title}`),
  ...renamed.map(({ from, to }) => `~ ${to.date} ${from.title} is now ${to.title}`),
  ...confirmed.map(({ date, title }) => `= ${date} ${title}: announced`),
  `Announced to ${holidays.announcedTo}, worked out from the standing law to ${holidays.knownTo}`,
];
