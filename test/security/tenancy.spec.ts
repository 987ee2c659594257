// The second layer between councils (T20; ASVS 8.4.1): PostgreSQL gives a reader nothing of another's, whatever the
// application asks for. SQLite has the application's own layer alone, which is seen here to be what was switched off.

import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { Client } from 'pg';
import { Parts, People, Sessions } from '../../src/access';
import { Desk, type Who } from '../../src/engine';
import { entities } from '../../src/entities';
import { CaseOrganisation } from '../../src/engine/entities';
import { Organisations } from '../../src/organisations';
import { openDb, type Db } from '../../src/persistence';
import { startApp, type TestApp } from '../app';
import { freshPostgres, onBothDatabases } from '../databases';
import { TEST_DATABASE_URL } from '../services';
import { audienceOf, surfaceOf } from './surface';

type Person = Who & { kind: 'person' };

/** What says whose a row is. */
const WHOSE = ['case_id', 'case_ref', 'dispute_id', 'organisation_id'];
/** Tables that hold one of these and no secret of anybody's: each with the reason. */
const OPEN: Record<string, string> = {
  named_executives: 'who answers for a body is told to everybody who takes part',
  organisation_periods: 'every party counts dates with them',
  school_terms: 'every party counts dates with them',
  paper_wordings: 'the words on papers that everybody gets',
  tree_leaves: 'hashes alone, which a proof of another case is made of',
};

onBothDatabases('Councils are kept apart', (openTestDb, kind) => {
  let t: TestApp;
  let db: Db;
  let url: string;
  let ref: string;
  let ownRef: string;
  let nextDoor: Person;
  const own = kind === 'postgres';
  const tables = async (sql: string): Promise<string[]> =>
    ((await db.read.query(sql)) as { name: string }[]).map(({ name }) => name);
  const secured = () =>
    tables(
      `SELECT relname AS name FROM pg_class WHERE relrowsecurity AND relnamespace = current_schema()::regnamespace ORDER BY 1`,
    );
  /** As the pages and the API read for somebody. */
  const as = <T>({ personId }: Person, work: () => Promise<T>): Promise<T> =>
    db.forRequest(() => {
      db.readAs({ personId, at: t.clock.instant() });
      return work();
    });

  beforeAll(async () => {
    db = await openTestDb();
    t = await startApp(db);
    const server = await t.app.listen(0);
    url = `http://localhost:${(server.address() as AddressInfo).port}`;
    const hillshire = await db.tx(async (m) => {
      const council = await t.app.get(Organisations).create(m, 'council', 'Hillshire Council');
      const { id } = await t.app.get(People).create(m, { name: 'Nadia', email: 'nadia@example.org' });
      await t.app.get(People).join(m, id, council.id, ['council SEND casework', 'council complaints team']);
      nextDoor = { kind: 'person', personId: id };
      return { ...t.organisations, council: council.id };
    });
    const facts = { about: 'delay', aware: '2026-10-01', received: '2026-10-06', complaint: 'ZZCHILD waits' };
    const open = async (parties: Record<string, string>, who: Person) =>
      (await t.cases.open({ route: 'council-complaint', facts, parties }, who)).case.ref;
    ref = await open(t.organisations, t.people.Amira);
    ownRef = await open(hillshire, t.people.Stranger);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => new Promise((closed) => t.app.getHttpServer().close(closed)));

  /** Addresses of a case, asked for by somebody who works next door. */
  const looksAt = async (): Promise<{ opened: string[]; text: string; listed: string }> => {
    const secret = await t.app.get(Sessions).start(nextDoor.personId);
    const token = await t.token(nextDoor);
    const opened: string[] = [];
    let text = '';
    let listed = '';
    const addresses = surfaceOf(t.app).filter(
      (each) => each.method === 'GET' && /^parties of the case/.test(audienceOf(each)),
    );
    for (const { path } of [...addresses, { path: '/desk' }, { path: '/api/v1/worklist' }]) {
      const answer = await fetch(
        url + path.replace(':ref', ref).replace(':name', 'history.txt').replace(/:\w+/g, '1'),
        {
          redirect: 'manual',
          headers: path.startsWith('/api/')
            ? { authorization: `Bearer ${token}` }
            : { cookie: `recourse=${secret}` },
        },
      );
      if (path.includes(':ref') && answer.status === 200) opened.push(path);
      const said = await answer.text();
      text += said;
      if (!path.includes(':ref')) listed += said;
    }
    return { opened, text, listed };
  };

  it('T20 8.4.1 also where the application forgets to ask whose a case is', async () => {
    jest
      .spyOn(Parts.prototype, 'partsFrom')
      .mockReturnValue([{ party: 'council complaints team', scope: 'full' }]);
    jest
      .spyOn(Desk.prototype, 'listed')
      .mockImplementation(() =>
        db.read.createQueryBuilder(CaseOrganisation, 'o').where('o.over = :over', { over: false }),
      );
    const { opened, text, listed } = await looksAt();
    if (own) {
      expect(opened).toEqual([]);
      expect(text).not.toMatch(/ZZCHILD/);
      expect(listed).not.toContain(ref);
      expect(listed).toContain(ownRef);
    } else {
      // What was switched off is all that SQLite has: the refusals above came from the database.
      expect(opened.length).toBeGreaterThan(5);
      expect(text).toMatch(/ZZCHILD/);
      expect(listed).toContain(ref);
    }
  });

  if (!own) return;

  it('T20 every table that says whose a row is has a rule for readers, or a reason for none', async () => {
    const speaking = await tables(
      `SELECT DISTINCT table_name AS name FROM information_schema.columns WHERE table_schema = current_schema()
       AND column_name IN (${WHOSE.map((each) => `'${each}'`).join(', ')}) ORDER BY 1`,
    );
    expect(speaking.length).toBeGreaterThan(25);
    const ruled = new Set(await secured());
    expect(speaking.filter((each) => !ruled.has(each)).sort()).toEqual(Object.keys(OPEN).sort());
  });

  it('T20 8.4.1 no row of any of these tables is given to another council, and each to who it is for', async () => {
    const [{ id: caseId, dispute_id: disputeId }] = (await db.read.query(
      'SELECT id, dispute_id FROM cases WHERE ref = $1',
      [ref],
    )) as [{ id: string; dispute_id: string }];
    const theirs: Record<string, string> = {
      case_id: caseId,
      case_ref: ref,
      from_case: caseId,
      to_case: 'another',
      dispute_id: disputeId,
      subject: disputeId,
      organisation_id: t.organisations.council,
      person_id: t.people.Dev.personId,
      meeting_id: 'meetings-1',
      webhook_id: 'webhooks-1',
    };
    const found: string[] = [];
    const ruled = await secured();
    for (const table of [...ruled].sort((a, b) => a.length - b.length)) {
      const where =
        table === 'cases' || table === 'disputes'
          ? { id: table === 'cases' ? caseId : disputeId }
          : await filled(table, theirs);
      const [[column, value] = []] = Object.entries(where);
      const seen = async () =>
        (
          (await db.read.query(`SELECT count(*)::int AS n FROM ${table} WHERE "${column}" = $1`, [
            value,
          ])) as [{ n: number }]
        )[0].n;
      expect([table, (await seen()) > 0]).toEqual([table, true]);
      for (const [name, who] of [
        ['next door', nextDoor],
        ['stranger', t.people.Stranger],
      ] as const)
        if ((await as(who, seen)) > 0) found.push(`${table}: ${name}`);
      if ((await as(t.people.Dev, seen)) === 0) found.push(`${table}: nothing for its own council`);
    }
    expect(found).toEqual([]);
    expect(ruled.length).toBeGreaterThan(25);
  });

  /** One row of a table that is theirs, with nothing much else in it. */
  async function filled(table: string, theirs: Record<string, string>): Promise<Record<string, string>> {
    const columns = (await db.read.query(
      `SELECT column_name AS name, data_type AS type, character_maximum_length AS longest FROM information_schema.columns
       WHERE table_schema = current_schema() AND table_name = $1`,
      [table],
    )) as { name: string; type: string; longest: number | null }[];
    const plain = (type: string, longest: number | null): unknown =>
      type === 'integer'
        ? 900_001
        : type === 'boolean'
          ? false
          : type === 'text'
            ? '[]'
            : 'x'.slice(0, longest ?? 1);
    const values = columns.map(({ name, type, longest }) =>
      name === 'id' ? `${table}-1` : (theirs[name] ?? plain(type, longest)),
    );
    await db.tx((m) =>
      m.query(
        `INSERT INTO ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')})
         VALUES (${values.map((_, n) => `$${n + 1}`).join(', ')}) ON CONFLICT DO NOTHING`,
        values,
      ),
    );
    const key = ['id', ...Object.keys(theirs)].find((name) => columns.some((column) => column.name === name));
    return { [key as string]: key === 'id' ? `${table}-1` : (theirs[key as string] as string) };
  }

  it('T20 T32 a place that was withdrawn, or has run out, shows nothing any more', async () => {
    const refs = async () =>
      ((await db.read.query('SELECT ref FROM cases')) as { ref: string }[]).map((row) => row.ref);
    const [{ dispute_id: disputeId }] = (await db.read.query('SELECT dispute_id FROM cases WHERE ref = $1', [
      ref,
    ])) as [{ dispute_id: string }];
    const helper = await db.tx((m) =>
      t.app.get(People).create(m, { name: 'Hana', email: 'hana@example.org' }),
    );
    const who: Person = { kind: 'person', personId: helper.id };
    const expiresAt = '2026-10-06T10:00:00.000Z';
    await db.tx((m) =>
      t.app.get(Parts).join(m, disputeId, helper.id, 'parent or young person', { scope: 'read', expiresAt }),
    );
    expect(await as(who, refs)).toEqual([ref]);
    t.clock.moveTo(new Date('2026-10-06T10:00:00.000Z'));
    expect(await as(who, refs)).toEqual([]);
    await db.tx((m) => t.app.get(Parts).join(m, disputeId, helper.id, 'parent or young person'));
    expect(await as(who, refs)).toEqual([ref]);
    await db.tx((m) => t.app.get(Parts).revoke(m, disputeId, helper.id));
    expect(await as(who, refs)).toEqual([]);
  });

  it('T20 two hundred who read at once are each given their own, and nobody changes anything by reading', async () => {
    const refs = async () =>
      ((await db.read.query('SELECT ref FROM cases')) as { ref: string }[]).map((row) => row.ref);
    const seen = await Promise.all(
      Array.from({ length: 200 }, (_, n) => as(n % 2 ? nextDoor : t.people.Dev, refs)),
    );
    expect(seen.map(([first, ...more]) => [first, more.length])).toEqual(
      Array.from({ length: 200 }, (_, n) => [n % 2 ? ownRef : ref, 0]),
    );
    await expect(as(nextDoor, () => db.read.query('UPDATE cases SET stage = stage'))).rejects.toThrow(
      /permission denied|read-only/,
    );
    // A query that fails does not leave its connection in a state that the next one stumbles over.
    await expect(as(nextDoor, () => db.read.query('SELECT nonsense'))).rejects.toThrow(/nonsense/);
    expect(await as(nextDoor, refs)).toEqual([ownRef]);
  });

  it('T20 an account that may make no role is told that only one layer is left', async () => {
    const name = `recourse_plain_${randomBytes(4).toString('hex')}`;
    const { settings, drop } = await freshPostgres();
    const admin = new Client({ connectionString: TEST_DATABASE_URL });
    await admin.connect();
    const written: string[] = [];
    try {
      await admin.query(`CREATE ROLE ${name} LOGIN PASSWORD '${name}'`);
      await admin.query(`ALTER SCHEMA ${settings.schema} OWNER TO ${name}`);
      const address = new URL(settings.databaseUrl as string);
      address.username = address.password = name;
      const open = () => openDb({ ...settings, databaseUrl: address.toString() }, entities);
      jest.spyOn(process.stderr, 'write').mockImplementation((line) => written.push(String(line)) > 0);
      const plain = await open();
      expect(written.join('')).toMatch(/councils are kept apart by the application alone/);
      const rows = await plain.forRequest(() => {
        plain.readAs({ personId: 'nobody', at: t.clock.instant() });
        return plain.read.query('SELECT current_user AS me, count(*) FROM cases');
      });
      expect(rows).toEqual([{ me: name, count: '0' }]);
      await plain.close();
      // What docs/operate.md tells an administrator to do once.
      await admin.query(`GRANT recourse_reader TO ${name}`);
      written.length = 0;
      const held = await open();
      expect(written).toEqual([]);
      const [{ me }] = (await held.forRequest(() => {
        held.readAs({ personId: 'nobody', at: t.clock.instant() });
        return held.read.query('SELECT current_user AS me');
      })) as [{ me: string }];
      expect(me).toBe('recourse_reader');
      await held.close();
    } finally {
      jest.restoreAllMocks();
      await drop();
      await admin.query(`DROP OWNED BY ${name}; DROP ROLE ${name}`);
      await admin.end();
    }
  });
});
