// QUERY: case page, worklist page and dashboard while the number of cases grows a hundredfold, all sizes in the same run.
// Run: node -r ./bench/register.cjs bench/query.ts [--full] [--only=sqlite|postgres].

import 'reflect-metadata';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AddressInfo } from 'node:net';
import { People, scopes, Sessions, Tokens } from '../src/access';
import { Cases, Desk } from '../src/engine';
import { Organisations } from '../src/organisations';
import type { Db } from '../src/persistence';
import { freshPostgres, freshSqlite, type TestDatabase } from '../test/databases';
import { settle } from '../test/pending-rows';
import { Template } from './cases';
import { grow } from './many-cases';
import { argument, full, median, quantile, report, timesOf, type Figure } from './measure';
import { call, open } from './server';

const SIZES =
  argument('sizes')?.split(',').map(Number) ?? (full ? [10_000, 100_000, 1_000_000] : [10_000, 100_000]);
const COUNCILS = 150;
/** After each council was asked for once. */
const SAMPLES = 200;
const SPREAD = { from: '2026-08-01T22:59:59.999Z', days: 500 };

interface Sized {
  size: number;
  db: Db;
  app: NestExpressApplication;
  port: number;
  officers: { personId: string; token: string; cookie: string }[];
  drop: () => Promise<void>;
}

async function sized({ settings, drop }: TestDatabase, size: number): Promise<Sized> {
  const { app, db } = await open(settings);
  await app.listen(0);
  const template = await Template.open(app, db);
  const councils: string[] = [];
  const officers: Sized['officers'] = [];
  for (let n = 0; n < COUNCILS; n += 1) {
    const personId = await db.tx(async (m) => {
      const { id } = await app.get(Organisations).create(m, 'council', `Council ${n}`);
      const person = await app.get(People).create(m, { name: 'An Officer', email: `o${n}@example.org` });
      await app.get(People).join(m, person.id, id, ['council complaints team', 'council SEND casework']);
      councils.push(id);
      return person.id;
    });
    officers.push({
      personId,
      token: await app.get(Tokens).issue(personId, scopes, null),
      cookie: `recourse=${await app.get(Sessions).start(personId, { strong: true })}`,
    });
  }
  await grow(db, template, { councils, icb: template.places.icb as string, size, spread: SPREAD });
  await settle(db);
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    size,
    db,
    app,
    port,
    officers,
    drop: async () => {
      await app.close();
      await drop();
    },
  };
}

type Ask = (at: Sized, n: number) => Promise<unknown>;

const get = async (at: Sized, path: string, token: string, headers: Record<string, string> = {}) => {
  const { status, body } = await call(at.port, 'GET', path, token, undefined, headers);
  if (status !== 200) throw new Error(`${path}: ${status} ${body.slice(0, 200)}`);
};
const nth = (at: Sized, n: number) => ((n * 7919) % at.size) + 1;

const asks: Record<string, Ask> = {
  'floor: one row by its index': (at, n) =>
    at.db.read.query(`SELECT * FROM cases WHERE ref = 'RC-${nth(at, n)}'`),
  'case page': async (at, n) => {
    const i = nth(at, n);
    const personId = at.officers[i % COUNCILS]?.personId as string;
    await at.app.get(Cases).view(`RC-${i}`, { kind: 'person', personId });
  },
  'worklist page, over HTTP': (at, n) =>
    get(at, '/api/v1/worklist?limit=50', at.officers[n % COUNCILS]?.token as string),
  'worklist of one kind, over HTTP': (at, n) =>
    get(at, '/api/v1/worklist?limit=50&show=soon', at.officers[n % COUNCILS]?.token as string),
  'desk: a worklist and its numbers as a page': (at, n) =>
    get(at, '/desk', '', { cookie: at.officers[n % COUNCILS]?.cookie as string }),
  'numbers above a worklist, alone': async (at, n) => {
    const places = await at.app.get(People).memberships(at.officers[n % COUNCILS]?.personId as string);
    await at.app.get(Desk).counts(places);
  },
  'dashboard, over HTTP': (at) => get(at, '/api/v1/dashboard', ''),
};

/** Not pages of their own. */
const parts = ['floor: one row by its index', 'numbers above a worklist, alone'];

async function measure(name: string, fresh: () => Promise<TestDatabase> | TestDatabase): Promise<void> {
  const databases: Sized[] = [];
  for (const size of SIZES) {
    const began = performance.now();
    databases.push(await sized(await fresh(), size));
    console.log(`${name}: ${size} cases made in ${Math.round((performance.now() - began) / 1000)} s`);
  }
  const rows: Figure[] = [];
  for (const [what, ask] of Object.entries(asks)) {
    const took = await timesOf(databases, (at, n) => ask(at, n * 31 + 7), {
      samples: SAMPLES,
      warmUp: COUNCILS,
    });
    const [least, most] = [took[0] as number[], took.at(-1) as number[]];
    rows.push({
      what,
      median: took.map((values) => median(values).toFixed(1)).join(' · ') + ' ms',
      range: `p95 ${took.map((values) => quantile(values, 0.95).toFixed(1)).join(' · ')} ms`,
      ratio: `p95 × ${(quantile(most, 0.95) / quantile(least, 0.95)).toFixed(2)}, median × ${(median(most) / median(least)).toFixed(2)}`,
      ...(parts.includes(what) ? {} : { goal: 'p95 × ≤ 1.5' }),
    });
  }
  report(`QUERY on ${name}: at ${SIZES.join(' · ')} cases`, rows);
  const largest = databases.at(-1) as Sized;
  if (largest.db.kind === 'postgres') report('STATE ON DISK', await sizes(largest));
  for (const each of databases) await each.drop();
}

/** What a row takes on disk with its share of the indexes, table by table. */
async function sizes({ db, size }: Sized): Promise<Figure[]> {
  const tables: { name: string; rows: string; bytes: string }[] = await db.read.query(
    `SELECT relname AS name, reltuples::bigint AS rows, pg_total_relation_size(oid) AS bytes
     FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND reltuples >= $1`,
    [size / 2],
  );
  return tables
    .sort((a, b) => Number(b.bytes) - Number(a.bytes))
    .map(({ name, rows, bytes }) => ({
      what: name,
      median: `${Math.round(Number(bytes) / Number(rows))} bytes a row`,
      range: `${rows} rows, ${Math.round(Number(bytes) / 2 ** 20)} MiB`,
    }));
}

async function main(): Promise<void> {
  const only = argument('only');
  if (only !== 'sqlite') await measure('PostgreSQL', freshPostgres);
  if (only !== 'postgres') await measure('SQLite', freshSqlite);
}

void main();
