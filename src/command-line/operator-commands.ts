// The commands that open the database or serve: serve, migrate, simulate, dead-letters, publish, token.

import type { Command } from 'commander';
import { isPlainDate } from '../../workflows/calendar';
import { People, scopes, Tokens, type TokenScope } from '../access';
import { Simulation } from '../engine';
import { entities } from '../entities';
import { openDb } from '../persistence';
import { readConfig } from '../platform';
import { Publisher, readQuarter } from '../reporting';
import { serve } from '../serve';
import { DeadLetters } from '../worker';
import { BadInput } from './bad-input';
import { FINDING } from './exit-codes';
import { routeNamed } from './route-file';
import { sentencesOf, totalsOf } from './simulation-report';
import { withApp } from './with-app';

interface TokenOptions {
  person?: string;
  scope: string[];
  expires?: string;
  list?: boolean;
  revoke?: string;
}

export function addOperatorCommands(program: Command): void {
  program
    .command('serve')
    .description('serves pages and API, and does the timed work')
    .option('--demo', 'with the demonstration')
    .option('--role <role>', 'web, worker or all', 'all')
    .action(async ({ demo, role }: { demo?: boolean; role: string }) => {
      await serve(
        readConfig({ ...process.env, RECOURSE_ROLE: role, ...(demo ? { RECOURSE_DEMO: '1' } : {}) }),
      );
    });

  program
    .command('migrate')
    .description('brings the database up to date')
    .action(async () => {
      await (await openDb(readConfig(process.env), entities)).close();
      console.log('The database is up to date');
    });

  program
    .command('simulate')
    .description("what another version of a route would do to today's open cases; writes nothing")
    .requiredOption('--route <file>', 'the version: a file that exports it, or id@version')
    .option('--from <date>', 'only cases decided on or after this day', '1970-01-01')
    .option('--json', 'one JSON object a case')
    .action(async ({ route: typed, from, json }: { route: string; from: string; json?: boolean }) => {
      if (!isPlainDate(from)) throw new BadInput(`${from} is not a date like 2029-09-01`);
      const route = routeNamed(typed);
      await withApp(true, async (app) => {
        const totals = await app
          .get(Simulation)
          .run(route, from, (each) =>
            console.log(json ? JSON.stringify(each) : sentencesOf(route, each).join('\n')),
          );
        console.log(json ? JSON.stringify(totals) : totalsOf(route, totals));
      });
    });

  program
    .command('dead-letters')
    .description('timed work and messages that failed for good, for a person to look at')
    .option('--retry <id>', 'lets one be tried again, once what was wrong is put right')
    .action(async ({ retry }: { retry?: string }) => {
      await withApp(true, async (app) => {
        const letters = app.get(DeadLetters);
        if (retry !== undefined) {
          if (!(await letters.retry(retry))) throw new BadInput(`There is no dead letter ${retry}`);
          console.log(`${retry} will be tried again within a minute`);
          return;
        }
        const all = await letters.all();
        for (const { kind, rowId, attempts, error, diedAt } of all)
          console.log(`${diedAt} ${kind} ${rowId} after ${attempts} tries: ${error}`);
        console.log(`${all.length} dead letters`);
        if (all.length > 0) process.exitCode = FINDING;
      });
    });

  program
    .command('publish')
    .description('freezes the figures of a quarter for the public; a quarter is never made twice')
    .requiredOption('--quarter <quarter>', 'e.g. 2026Q3 for July to September 2026')
    .action(async ({ quarter: typed }: { quarter: string }) => {
      const quarter = readQuarter(typed);
      if (!quarter) throw new BadInput(`${typed} is not a quarter; write for example 2026Q3`);
      await withApp(true, async (app) => {
        const done = await app.get(Publisher).publish(quarter);
        console.log(
          done
            ? `The figures of ${quarter.id} are frozen and can be read at /dashboard`
            : `The figures of ${quarter.id} were frozen before; nothing has changed`,
        );
      });
    });

  program
    .command('token')
    .description('a bearer token for the API, shown once; or those there are, or the end of one')
    .option('--person <id>', 'id of the person')
    .option('--list', 'the tokens of this person that still work')
    .option('--revoke <token>', 'ends a token, named by its id or by itself')
    .option('--scope <scope...>', `any of ${scopes.join(', ')}`, [...scopes])
    .option('--expires <instant>', 'ISO instant, e.g. 2027-01-01T00:00:00Z')
    .action(async ({ person, scope, expires, list, revoke }: TokenOptions) => {
      if (revoke !== undefined) {
        await withApp(true, async (app) => {
          if (!(await app.get(Tokens).revoke(revoke)))
            throw new BadInput('There is no such token that still works');
          console.log('The token opens nothing any more');
        });
        return;
      }
      if (person === undefined) throw new BadInput('Say whose with --person');
      if (list) {
        await withApp(true, async (app) => {
          for (const { id, scopes: granted, expiresAt } of await app.get(Tokens).standing(person))
            console.log(`${id}\t${granted.join(' ')}\t${expiresAt ?? 'no end'}`);
        });
        return;
      }
      const unknown = scope.find((each) => !(scopes as readonly string[]).includes(each));
      if (unknown) throw new BadInput(`There is no scope ${unknown}; choose from ${scopes.join(', ')}`);
      if (expires !== undefined && Number.isNaN(Date.parse(expires)))
        throw new BadInput(`${expires} is not an instant`);
      await withApp(true, async (app) => {
        if (!(await app.get(People).exists(person))) throw new BadInput('There is no such person');
        const until = expires === undefined ? null : new Date(expires).toISOString();
        console.log(await app.get(Tokens).issue(person, scope as TokenScope[], until));
      });
    });
}
