// F18: a backup that is made while cases are opened, moved on and given documents is all that was acknowledged before it
// began, whole, and can be worked with elsewhere.

import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { backUp, restore } from '../../src/command-line/sqlite-backup';
import { Cases } from '../../src/engine';
import { Case, JournalEntry } from '../../src/engine/entities';
import type { DbSettings } from '../../src/persistence';
import { Uploads } from '../../src/uploads';
import { freshPostgres, freshSqlite } from '../databases';
import { TEST_DATABASE_URL } from '../services';
import { noPostgresTools, postgresTool } from './own-services';
import { appOn, chanceFrom, FACTS, findingsIn, LONG, NEXT, pause, personIn, seedOf, until } from './rig';

jest.setTimeout(LONG ? 1_200_000 : 120_000);

const BACKUPS = LONG ? 20 : 2;
const WRITERS = 3;
const ENV = { RECOURSE_SCAN: 'none' };

interface Copy {
  settings: DbSettings;
  drop: () => Promise<void>;
}

interface Plan {
  kind: string;
  fresh: typeof freshPostgres;
  missing: string | undefined;
  /** Backs up and restores elsewhere, as docs/operate.md says. */
  copy: (settings: DbSettings) => Promise<Copy>;
}

const plans: Plan[] = [
  {
    kind: 'SQLite',
    fresh: async () => freshSqlite(),
    missing: undefined,
    copy: async ({ dataDir }) => {
      const folder = mkdtempSync(join(tmpdir(), 'recourse-backup-'));
      await backUp(dataDir, join(folder, 'backup'), new Date().toISOString(), false);
      await restore(join(folder, 'backup'), join(folder, 'restored'));
      return {
        settings: { dataDir: join(folder, 'restored') },
        drop: async () => rmSync(folder, { recursive: true, force: true }),
      };
    },
  },
  {
    kind: 'PostgreSQL',
    fresh: freshPostgres,
    missing:
      process.env.RECOURSE_TEST_POSTGRES === 'up' ? noPostgresTools : process.env.RECOURSE_TEST_POSTGRES,
    copy: async (settings) => {
      const folder = mkdtempSync(join(tmpdir(), 'recourse-backup-'));
      const file = join(folder, 'dump');
      tool('pg_dump', '--format=custom', `--schema=${settings.schema}`, `--file=${file}`, TEST_DATABASE_URL);
      // Documents after the database.
      const dataDir = join(folder, 'restored');
      mkdirSync(dataDir);
      const files = join(settings.dataDir, 'files');
      if (existsSync(files)) cpSync(files, join(dataDir, 'files'), { recursive: true });
      const name = `recourse_${randomBytes(6).toString('hex')}`;
      await asAdmin(`CREATE DATABASE ${name}`);
      const databaseUrl = Object.assign(new URL(TEST_DATABASE_URL), { pathname: `/${name}` }).href;
      tool('pg_restore', '--exit-on-error', `--dbname=${databaseUrl}`, file);
      return {
        settings: { ...settings, dataDir, databaseUrl },
        drop: async () => {
          await asAdmin(`DROP DATABASE ${name}`);
          rmSync(folder, { recursive: true, force: true });
        },
      };
    },
  },
];

describe.each(plans)(
  'F18 A backup that is made while the service works ($kind)',
  ({ fresh, missing, copy }) => {
    const title = `F18 ${BACKUPS} times holds all that was acknowledged before it began, is whole, and goes on elsewhere`;

    (missing ? it.skip : it)(missing ? `${title} (skipped: ${missing})` : title, async () => {
      const { settings, drop } = await fresh();
      const seed = seedOf();
      const chance = chanceFrom(seed);
      const { personId } = await personIn(settings);
      const who = { kind: 'person', personId } as const;
      const live = await appOn(settings, undefined, ENV);
      const cases = live.app.get(Cases);
      const acknowledged = new Map<string, number>();
      const documents = new Map<string, string>();
      let working = true;
      const writer = async (n: number) => {
        for (let round = 0; working; round += 1) {
          const { ref } = (await cases.open({ route: 'tribunal.sen-appeal', facts: FACTS }, who)).case;
          acknowledged.set(ref, 1);
          const { version } = (await cases.advance(ref, { type: NEXT, data: {} }, who)).case;
          acknowledged.set(ref, version);
          // Each adds some forty in an hour at most: that is the limit.
          if (round < 10) {
            const content = async () => Buffer.from(`Letter ${n} of round ${round}`);
            const received = { name: 'letter.txt', content, forget: async () => undefined };
            documents.set(await live.app.get(Uploads).add(ref, who, received, []), ref);
          }
          await pause(20);
        }
      };
      const writing = Promise.all(Array.from({ length: WRITERS }, (_, n) => writer(n)));
      await until('they work', async () => acknowledged.size >= WRITERS * 2);
      const taken: { before: Map<string, number>; held: Map<string, string>; backup: Copy }[] = [];
      for (let n = 0; n < BACKUPS; n += 1) {
        await pause(chance() * 300);
        const [before, held] = [new Map(acknowledged), new Map(documents)];
        taken.push({ before, held, backup: await copy(settings) });
      }
      working = false;
      await writing;
      const hashes = new Map(
        (await live.db.read.find(JournalEntry)).map(({ caseId, seq, hash }) => [`${caseId} ${seq}`, hash]),
      );
      await live.close();

      for (const { before, held, backup } of taken) {
        const { app, db, close } = await appOn(backup.settings, undefined, ENV);
        const kept = new Map((await db.read.find(Case)).map(({ ref, version }) => [ref, version]));
        const lost = [...before].filter(([ref, version]) => (kept.get(ref) ?? 0) < version);
        expect({ seed, lost }).toEqual({ seed, lost: [] });
        // Nothing is in it that never was.
        const entries = await db.read.find(JournalEntry);
        expect({
          seed,
          others: entries.filter(({ caseId, seq, hash }) => hashes.get(`${caseId} ${seq}`) !== hash),
        }).toEqual({ seed, others: [] });
        expect({ seed, findings: await findingsIn(app) }).toEqual({ seed, findings: [] });
        for (const [id, ref] of held) {
          const { content } = await app.get(Uploads).read(ref, id, who);
          expect(content.toString()).toMatch(/^Letter \d/);
        }
        // Life goes on there.
        await app.get(Cases).open({ route: 'tribunal.sen-appeal', facts: FACTS }, who);
        expect({ seed, findings: await findingsIn(app) }).toEqual({ seed, findings: [] });
        await close();
        await backup.drop();
      }
      expect(Math.min(...taken.map(({ before }) => before.size))).toBeGreaterThanOrEqual(WRITERS * 2);
      await drop();
    });
  },
);

function tool(name: 'pg_dump' | 'pg_restore', ...args: string[]): void {
  const { status, stderr } = spawnSync(postgresTool(name) as string, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
}

async function asAdmin(sql: string): Promise<void> {
  const client = new Client({ connectionString: TEST_DATABASE_URL });
  await client.connect();
  await client.query(sql);
  await client.end();
}
