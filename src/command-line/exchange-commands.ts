// Cases taken in from another system's table, and everything handed out in open formats.

import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { Exporter, Importer, readMapping } from '../exchange';
import { Organisations } from '../organisations';
import { BadInput } from './bad-input';
import { FINDING } from './exit-codes';
import { withApp } from './with-app';

export function addExchangeCommands(program: Command): void {
  program
    .command('import')
    .description('takes in existing cases from a CSV file: all of its lines, or none')
    .argument('<file>', 'comma-separated values, UTF-8, with a header')
    .requiredOption('--mapping <file>', 'JSON: which column answers what; see docs/exchange.md')
    .option('--dry-run', 'does everything and takes it back')
    .action(async (file: string, { mapping: mappingFile, dryRun }: { mapping: string; dryRun?: boolean }) => {
      const csv = textOf(file);
      const mapping = orBadInput(() => readMapping(JSON.parse(textOf(mappingFile))));
      await withApp(true, async (app) => {
        const ids = Object.values(mapping.parties);
        const known = await app.get(Organisations).byId(ids);
        const stranger = ids.find((id) => !known.has(id));
        if (stranger) throw new BadInput(`The mapping names an organisation that there is not: ${stranger}`);
        const report = await app.get(Importer).run(csv, mapping, dryRun === true);
        for (const { line, what } of report.faults) console.log(`line ${line}: ${what}`);
        if (report.faults.length > 0) {
          console.log(`Nothing was taken in: ${report.faults.length} faults`);
          process.exitCode = FINDING;
          return;
        }
        for (const { line, reference, ref, stage, due } of report.cases)
          console.log([`line ${line}`, reference, dryRun ? '' : ref, stage, due ?? 'no date'].join('\t'));
        console.log(
          `${report.cases.length} cases ${dryRun ? 'could be' : 'were'} taken in; ${report.overdue} of them are late, and ${dryRun ? 'would be' : 'are'} raised as missed`,
        );
      });
    });

  program
    .command('export')
    .description('writes everything as JSON lines with a description; personal text is readable in it')
    .requiredOption('--to <folder>', 'an empty folder, as safe as the data')
    .action(async ({ to }: { to: string }) => {
      await withApp(true, async (app) => {
        const { tables, files } = await app.get(Exporter).run(to);
        for (const { name, rows } of tables) console.log(`${name}\t${rows}`);
        console.log(`files\t${files.written}`);
        for (const id of files.missing) console.log(`document ${id}: its file is missing or damaged`);
        if (files.missing.length > 0) process.exitCode = FINDING;
      });
    });
}

function textOf(file: string): string {
  return orBadInput(() => readFileSync(file, 'utf8'));
}

function orBadInput<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new BadInput((error as Error).message);
  }
}
