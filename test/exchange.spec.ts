// What comes in from a council's old system, and what goes out to a new one.

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Verifier } from '../src/engine';
import { Case, Deadline } from '../src/engine/entities';
import { entities } from '../src/entities';
import { Exporter, Importer, readMapping, type ImportReport } from '../src/exchange';
import { exported, kept } from '../src/exchange/tables';
import { OutboxMessage } from '../src/messages/entities';
import { Reminder } from '../src/reminders/entities';
import { startApp, type TestApp } from './app';
import { onBothDatabases } from './databases';

const mapping = (council: string) => ({
  reference: { column: 'Case no' },
  route: { value: 'council-complaint' },
  parties: { council },
  facts: {
    about: { column: 'Subject', choices: { Delays: 'delay', Provision: 'provision' } },
    aware: { column: 'Received', date: 'DD/MM/YYYY' },
    received: { column: 'Received', date: 'DD/MM/YYYY' },
    complaint: { column: 'Summary' },
    wanted: { column: 'Wanted', optional: true },
  },
  family: { email: { column: 'Email', optional: true }, name: { column: 'Parent', optional: true } },
  events: [
    { type: 'acknowledged', on: { column: 'Acknowledged', date: 'DD/MM/YYYY', optional: true } },
    {
      type: 'stage-1-answered',
      on: { column: 'Answered', date: 'DD/MM/YYYY', optional: true },
      data: {
        finding: { column: 'Finding', choices: { Yes: 'upheld', No: 'not-upheld' } },
        reasons: { value: 'See the letter' },
      },
    },
  ],
});

const HEADER = 'Case no,Subject,Received,Summary,Wanted,Email,Parent,Acknowledged,Answered,Finding';
const table = (...lines: string[]) => [HEADER, ...lines].join('\r\n');
const waiting = 'C-1,Delays,01/10/2026,"ZZCHILD, aged 9, waits",,,,,,';
const answered =
  'C-2,Provision,01/09/2026,ZZCHILD has no therapy,Therapy,ann@example.org,Ann,03/09/2026,14/09/2026,Yes';
const late = 'C-3,Delays,01/07/2026,Nobody answers,,,,,,';

onBothDatabases('An import', (openTestDb) => {
  let t: TestApp;
  let importer: Importer;
  const run = (csv: string, trial = false): Promise<ImportReport> =>
    importer.run(csv, readMapping(mapping(t.organisations.council)), trial);
  beforeAll(async () => {
    t = await startApp(await openTestDb(), '2026-10-06T09:00:00Z');
    importer = t.app.get(Importer);
  });

  it('that is only tried says what would be, and leaves nothing', async () => {
    const report = await run(table(waiting, answered, late), true);
    expect(report.faults).toEqual([]);
    expect(report.cases.map(({ line, reference, due }) => [line, reference, due])).toEqual([
      [2, 'C-1', '2026-10-08'],
      [3, 'C-2', expect.any(String)],
      [4, 'C-3', '2026-07-08'],
    ]);
    expect(report.overdue).toBe(1);
    expect([await t.db.read.count(Case), await t.db.read.count(Reminder)]).toEqual([0, 0]);
  });

  it('with one bad line takes in none, and names line and column but not what stands there', async () => {
    const report = await run(
      table(
        waiting,
        'C-4,ZZSECRET,01/10/2026,x,,,,,,',
        'C-5,Delays,31/02/2026,x,,,,,,',
        'C-6,Delays,01/12/2026,x,,,,,,',
        'C-7,Delays,01/10/2026,x,,not-an-address,,,,',
        'C-8,Delays,01/10/2026,x,,,,02/09/2026,,',
      ),
    );
    expect(report.faults).toEqual([
      { line: 3, what: '"Subject" is none of "Delays", "Provision"' },
      { line: 4, what: '"Received" is no date of the form DD/MM/YYYY' },
      { line: 5, what: '/aware: This date must be today or in the past' },
      { line: 5, what: '/received: This date must be today or in the past' },
      { line: 6, what: expect.stringContaining('/email: Enter an email address') },
      {
        line: 7,
        what: expect.stringContaining('acknowledged/occurredOn: The acknowledgement cannot be earlier'),
      },
    ]);
    expect(await t.db.read.count(Case)).toBe(0);
  });

  it.each([
    ['a column that is not there', 'Case no,Subject\r\nC-1,Delays', 'no column "Received"'],
    ['no lines', HEADER, 'no line below its header'],
    ['a line that is too long', `${HEADER}\r\n${waiting},more`, 'not a table'],
  ])('with %s is refused before any line', async (_, csv, says) => {
    await expect(run(csv)).rejects.toThrow(says);
  });

  it('takes in all lines with their history, dates and family, and tells nobody what is past', async () => {
    const report = await run(table(waiting, answered, late));
    expect(report.faults).toEqual([]);
    const [open, done, missed] = await Promise.all(
      report.cases.map(({ ref }) => t.cases.view(ref, t.people.Dev)),
    );
    expect([open?.stage.id, done?.stage.id, missed?.stage.id]).toEqual([
      'received',
      'stage-1-answered',
      'received',
    ]);
    const met = await t.db.read.findBy(Deadline, { status: 'met' });
    expect(met.map(({ rule, metOn }) => [rule, metOn])).toEqual(
      expect.arrayContaining([
        ['council.acknowledge', '2026-09-03'],
        ['council.stage-1', '2026-09-14'],
      ]),
    );
    await t.worker.runUntilIdle();
    // Ann hears of the date that runs for her, not of the two acts of September; the late case is raised as missed.
    const sent = await t.db.read.find(OutboxMessage);
    expect(sent.filter(({ template }) => template === 'news')).toEqual([]);
    expect((await t.db.read.findBy(Deadline, { status: 'missed' })).map(({ rule }) => rule)).toContain(
      'council.acknowledge',
    );
    const findings: unknown[] = [];
    await t.app.get(Verifier).verifyAll((finding) => findings.push(finding));
    expect(findings).toEqual([]);
  });

  it('that is sent again takes no line twice', async () => {
    const before = await t.db.read.count(Case);
    const report = await run(table(waiting, 'C-9,Delays,01/10/2026,x,,,,,,'));
    expect(report.faults).toEqual([{ line: 2, what: expect.stringMatching(/^was taken in before, as RC-/) }]);
    expect(await t.db.read.count(Case)).toBe(before);
  });

  it('leaves again as JSON lines that say everything and give away no secret', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'recourse-export-')), 'out');
    const { tables } = await t.app.get(Exporter).run(folder);
    expect(tables.map(({ name }) => name)).toEqual(exported);
    const files = readdirSync(folder);
    const readable = files.filter((name) => name !== 'files');
    // Beside the tables: what describes them, and the documents with their list.
    expect(files).toHaveLength(exported.length + 3);
    const said = (name: string) =>
      readFileSync(join(folder, `${name}.jsonl`), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    for (const { name, rows } of tables) expect([name, said(name).length]).toEqual([name, rows]);
    expect(said('cases')).toHaveLength(await t.db.read.count(Case));
    expect(JSON.stringify(said('journal'))).toContain('ZZCHILD has no therapy');
    expect(said('people').map(({ email }) => email)).toContain('ann@example.org');
    for (const file of readable) expect(readFileSync(join(folder, file), 'utf8')).not.toContain('sealed:');
    for (const file of files) expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
    const description = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as {
      resources: { path: string; schema: { fields: { name: string }[]; primaryKey: string[] } }[];
    };
    for (const { path, schema } of description.resources) {
      const [row] = said(path.replace('.jsonl', ''));
      if (row) expect([path, Object.keys(row)]).toEqual([path, schema.fields.map(({ name }) => name)]);
    }
    await expect(t.app.get(Exporter).run(folder)).rejects.toThrow('not empty');
    rmSync(folder, { recursive: true });
  });

  it('decides about every table: it leaves, or it stays', () => {
    const all = t.db.read.connection.entityMetadatas.map(({ tableName }) => tableName).sort();
    expect([...exported, ...kept].sort()).toEqual(all);
    expect(entities.length).toBe(all.length);
  });
});

describe('A mapping', () => {
  it.each([
    ['an unknown member', { ...mapping('c'), colour: 'red' }, '/'],
    ['no facts', { ...mapping('c'), facts: undefined }, '/facts'],
    ['a date in no known form', { ...mapping('c'), route: { column: 'a', date: 'MM/DD/YYYY' } }, '/route'],
  ])('with %s is refused by name', (_, json, where) => {
    expect(() => readMapping(JSON.parse(JSON.stringify(json)))).toThrow(`wrong at ${where}`);
  });
});
