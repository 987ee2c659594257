// The commands that need no database: dates, triage, the registry and the doctor.

import type { Command } from 'commander';
import { z } from 'zod';
import { listRoutes, routes } from '../../workflows';
import { differencesOf, examineAll, type Difference } from '../../workflows/kit';
import { explainUntyped, listRules } from '../../workflows/law';
import { triageUntyped } from '../../workflows/triage';
import { renewLawPage, writeRouteDocs } from '../route-docs';
import { BadInput } from './bad-input';
import { FINDING } from './exit-codes';
import { answerLines } from './batch';
import { routeNamed } from './route-file';

export function addLawCommands(program: Command): void {
  program
    .command('deadline')
    .description('explained legal dates for JSON lines {id, rule, inputs}')
    .requiredOption('--batch <file>', 'file of JSON lines, or - for standard input')
    .action(({ batch }: { batch: string }) =>
      answerLines(batch, ({ rule: id, inputs }) => {
        const { rule, due, dueAt, kind, basis, readings, trace, ...rest } = explainUntyped(
          String(id),
          inputs,
        );
        return { rule, due, dueAt, kind, basis, ...(readings?.length ? { readings } : {}), trace, ...rest };
      }),
    );

  program
    .command('triage')
    .description('routes, responsible party and next step for JSON lines {id, facts}')
    .requiredOption('--batch <file>', 'file of JSON lines, or - for standard input')
    .action(({ batch }: { batch: string }) =>
      answerLines(batch, ({ facts }) => {
        try {
          return { ...triageUntyped(facts ?? {}) };
        } catch (error) {
          if (error instanceof z.ZodError) throw new Error(z.prettifyError(error).replace(/\n\s*/g, ' '));
          throw error;
        }
      }),
    );

  program
    .command('routes')
    .description('every route: stages, parties, duties, deadlines, law, effective dates')
    .option('--json', 'as JSON')
    .option('--diff <routes...>', 'two of them side by side: id, id@version, or a file')
    .action(({ json, diff }: { json?: boolean; diff?: string[] }) => {
      if (diff) {
        const [before, after, more] = diff;
        if (!before || !after || more) throw new BadInput('--diff takes two routes');
        showDifferences(differencesOf(routeNamed(before), routeNamed(after)), json === true);
      } else if (json) print(listRoutes());
      else for (const { id, version, title } of routes) console.log(`${id}\t${version}\t${title}`);
    });

  program
    .command('rules')
    .description('every deadline rule, with its citation and effective dates')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: boolean }) => {
      if (json) print(listRules());
      else for (const { id, title, citation } of listRules()) console.log(`${id}\t${title}\t${citation}`);
    });

  program
    .command('doctor')
    .description('proves every route sound, and names each finding with its file, stage and cure')
    .action(() => {
      const findings = examineAll(routes);
      for (const { file, stage, code, message, cure } of findings) {
        console.log(`${file}${stage ? ` (${stage})` : ''}: ${message} [${code}] ${cure}`);
      }
      console.log(`${routes.length} routes examined, ${findings.length} findings`);
      if (findings.length > 0) process.exitCode = FINDING;
    });

  program
    .command('docs')
    .description('writes the page and the diagrams of every route')
    .option('--out <folder>', 'where to', 'docs/routes')
    .action(async ({ out }: { out: string }) => {
      await writeRouteDocs(out);
      await renewLawPage('docs/law-verification.md');
      console.log(`Wrote ${routes.length} routes to ${out}`);
    });
}

function showDifferences(differences: Difference[], json: boolean): void {
  if (json) return print(differences);
  let last = '';
  for (const { where, what, before, after } of differences) {
    if (where !== last) console.log(where);
    last = where;
    console.log(`  ${what}`);
    if (before !== undefined) console.log(`    - ${before}`);
    if (after !== undefined) console.log(`    + ${after}`);
  }
  console.log(`${differences.length} differences`);
}

const print = (value: unknown): void => console.log(JSON.stringify(value, null, 2));
