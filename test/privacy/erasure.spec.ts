// What is erased is gone: from the rows, the free pages and the log of the database, the outbox, the mailbox, the files
// and the log; and every journal can still be verified.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { People, Sessions, SignIn } from '../../src/access';
import { Person } from '../../src/access/entities';
import { CasePeople, Verifier, type Who } from '../../src/engine';
import { Case, JournalEntry } from '../../src/engine/entities';
import { Drafts } from '../../src/lodging';
import { MailboxMessage, OutboxMessage } from '../../src/messages/entities';
import { CONFIG, type Config } from '../../src/platform';
import { Erasure, ErasureRequests, Holds, Retention } from '../../src/privacy';
import { Custody, PrivateWords, Uploads } from '../../src/uploads';
import { Sealed, VaultKey } from '../../src/vault/entities';
import { startApp, type TestApp } from '../app';
import { onBothDatabases } from '../databases';

const POISON = 'ZZERASED';
/** Columns that name a person and are not called `personId`. */
const DEALT_WITH = new Set([
  // Goes with the person.
  'people.email',
  'people.emailHash',
  'sign_in_codes.emailHash',
  // Goes with the dispute, or with the person who asked.
  'invitations.invitedBy',
  'participations.grantedBy',
  'uploads.addedBy',
  // Goes after a day, with a key of its own.
  'recipients.email',
  // An id that says nothing without the person's key; the chain holds it.
  'journal.actor',
  // Staff, by an id that says nothing without their key.
  'undelivered_notices.toldBy',
  'board_narratives.writtenBy',
  // Goes with the meeting, and the meeting with the dispute.
  'meetings.askedBy',
  'meeting_answers.answeredBy',
  // Goes with the dispute.
  'handovers.givenBy',
  // Staff, by an id that says nothing without their key.
  'absences.notedBy',
  'approvals.decidedBy',
  // A rule's word for what meets a deadline.
  'deadlines.metBy',
  'deadlines.owedBy',
]);
const DAY = 24 * 3_600_000;

onBothDatabases('Erasure', (openTestDb, kind) => {
  let t: TestApp;
  const said: string[] = [];
  const spies: jest.SpyInstance[] = [];

  beforeAll(async () => {
    for (const method of ['log', 'error', 'warn'] as const)
      spies.push(
        jest.spyOn(console, method).mockImplementation((...words) => void said.push(words.join(' '))),
      );
    spies.push(jest.spyOn(process.stderr, 'write').mockImplementation((line) => said.push(String(line)) > 0));
    t = await startApp(await openTestDb(), '2026-11-13T09:00:00Z', { RECOURSE_SCAN: 'none' });
  });
  afterAll(() => spies.forEach((spy) => spy.mockRestore()));

  const files = (): Buffer[] => {
    const { dataDir } = t.app.get<Config>(CONFIG);
    const folders = [join(dataDir, 'files'), join(dataDir, 'intake')].filter((folder) => existsSync(folder));
    return folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
    );
  };
  /** The database as bytes: with SQLite the file and its log, free pages included; with PostgreSQL every row. */
  const bytes = async (): Promise<string> => {
    const { connection } = t.db.read;
    if (kind === 'sqlite') {
      const file = String(connection.options.database);
      return [file, `${file}-wal`]
        .filter((each) => existsSync(each))
        .map((each) => readFileSync(each).toString('latin1'))
        .join('\n');
    }
    const rows = await Promise.all(
      connection.entityMetadatas.map(({ tableName }) =>
        t.db.read.query(`SELECT t::text FROM ${tableName} t`),
      ),
    );
    return JSON.stringify(rows);
  };
  const verified = async () => {
    const findings: string[] = [];
    const { cases } = await t.app.get(Verifier).verifyAll(({ what }) => findings.push(what));
    await t.app.get(Custody).verify((what) => findings.push(what));
    return { cases, findings };
  };
  const lodge = async (who: Who & { kind: 'person' }, complaint = `${POISON} complaint`) =>
    (
      await t.cases.open(
        {
          route: 'council-complaint',
          facts: { about: 'delay', aware: '2026-10-01', received: '2026-11-13', complaint },
          parties: t.organisations,
          idempotencyKey: complaint,
        },
        who,
      )
    ).case.ref;
  const received = (content: string) => ({
    name: `${POISON}.txt`,
    content: async () => Buffer.from(content),
    forget: async () => undefined,
  });
  const secretsOf = async (...subjects: string[]) => [
    ...(await t.db.read.find(Sealed))
      .filter((row) => subjects.includes(row.subject))
      .map(({ cipher }) => cipher),
    ...(await t.db.read.find(VaultKey))
      .filter((row) => subjects.includes(row.subject))
      .map(({ wrappedKey }) => wrappedKey),
  ];

  it('leaves nothing of a person or their dispute, and nothing of anybody else is lost', async () => {
    const { Amira, Stranger } = t.people;
    const [ref, other] = [await lodge(Amira), await lodge(Stranger, 'Another family’s')];
    const { id: caseId, disputeId } = await t.db.read.findOneByOrFail(Case, { ref });
    await t.app.get(PrivateWords).keep(Amira.personId, `${POISON} Street 1`);
    await t.app.get(Uploads).add(ref, Amira, received(`${POISON} document`), ['council']);
    const draft = await t.app.get(Drafts).begin(Amira.personId, 'council-complaint', { complaint: POISON });
    await t.app.get(Drafts).save(draft, Amira.personId, { complaint: `${POISON} again` });
    await t.app
      .get(CasePeople)
      .invite(ref, Amira, { email: `${POISON}@example.org`, scope: 'read', endsOn: '2026-12-31' });
    await t.app.get(SignIn).ask('amira@example.org', 'browser', '');
    await t.app.get(Sessions).start(Amira.personId, { device: 'Chrome' });
    await t.worker.runUntilIdle();
    await t.cases.view(ref, t.people.Dev);

    const secrets = await secretsOf(disputeId, Amira.personId, draft);
    const { emailHash } = await t.db.read.findOneByOrFail(Person, { id: Amira.personId });
    const before = await bytes();
    // The control: what is looked for can be found.
    expect(secrets.length).toBeGreaterThan(7);
    expect(secrets.filter((secret) => !before.includes(secret))).toEqual([]);
    expect(before).toContain(emailHash);
    expect(files()).toHaveLength(1);
    const journal = await t.db.read.countBy(JournalEntry, { caseId });

    const requests = t.app.get(ErasureRequests);
    expect(await requests.ask(Amira.personId)).toBe('asked');
    const [request] = await requests.waiting();
    expect(request?.dueOn).toBe('2026-12-13');
    await expect(requests.carryOut(String(request?.id))).rejects.toMatchObject({ status: 409 });
    await t.cases.advance(ref, { type: 'satisfied', data: {} }, Amira);
    const hold = await t.app.get(Holds).place(disputeId, 'A court has asked for the papers');
    await expect(requests.carryOut(String(request?.id))).rejects.toMatchObject({
      detail: expect.stringMatching(/legal hold/),
    });
    await t.app.get(Holds).lift(hold);
    await requests.carryOut(String(request?.id));

    const after = await bytes();
    for (const gone of [...secrets, emailHash, POISON, Buffer.from(POISON).toString('base64').slice(0, 9)])
      expect([gone, after.includes(gone)]).toEqual([gone, false]);
    expect(files()).toEqual([]);
    expect(said.join('\n')).not.toContain(POISON);
    expect(await t.db.read.countBy(OutboxMessage, { personId: Amira.personId })).toBe(0);
    expect(JSON.stringify(await t.db.read.find(MailboxMessage))).not.toContain(ref);
    // The skeleton stands, and says that the words are gone.
    expect(await t.db.read.countBy(JournalEntry, { caseId })).toBe(journal + 1);
    const { cases, findings } = await verified();
    expect([cases >= 2, findings]).toEqual([true, []]);
    expect((await t.cases.view(ref, t.people.Dev)).facts).toMatchObject({
      about: 'delay',
      complaint: '[erased]',
    });
    // Nobody else's words are touched.
    expect((await t.cases.view(other, Stranger)).facts).toMatchObject({ complaint: 'Another family’s' });
  });

  it('misses no table: a column that names somebody under another name is dealt with by hand', () => {
    const byHand = t.db.read.connection.entityMetadatas.flatMap(({ tableName, columns }) =>
      columns
        .map(({ propertyName }) => `${tableName}.${propertyName}`)
        .filter((name) => /(By|actor|emailHash|email)$/.test(name)),
    );
    expect(byHand.filter((name) => !DEALT_WITH.has(name))).toEqual([]);
  });

  it('of somebody without a dispute is done at once', async () => {
    const { id, emailHash } = await t.db.tx((m) =>
      t.app.get(People).create(m, { name: POISON, email: 'passing@example.org' }),
    );
    await t.app.get(Sessions).start(id);
    const secrets = await secretsOf(id);
    expect(secrets).toHaveLength(3);
    expect(await t.app.get(ErasureRequests).ask(id)).toBe('erased');
    const after = await bytes();
    for (const gone of [...secrets, emailHash, id])
      expect([gone, after.includes(gone)]).toEqual([gone, false]);
  });

  it('is not for staff to ask of a machine, and a refusal says why', async () => {
    const { personId } = t.people.Dana;
    const requests = t.app.get(ErasureRequests);
    expect(await requests.ask(personId)).toBe('asked');
    const { id = '' } = (await requests.of(personId)) ?? {};
    await expect(requests.carryOut(id)).rejects.toMatchObject({ status: 409 });
    await requests.refuse(id, 'You are named as accountable');
    expect(await requests.of(personId)).toMatchObject({ reason: 'You are named as accountable' });
    expect((await t.db.read.findBy(OutboxMessage, { personId })).map(({ template }) => template)).toContain(
      'request-answered',
    );
  });

  it('by age is foreseen by a preview, keeps what is held, and gives the account of what is kept for how long', async () => {
    const { Stranger } = t.people;
    const first = await lodge(Stranger, 'An old one');
    await lodge(Stranger, 'One that is still open');
    await t.cases.advance(first, { type: 'satisfied', data: {} }, Stranger);
    const { disputeId } = await t.db.read.findOneByOrFail(Case, { ref: first });
    const retention = t.app.get(Retention);
    const due = async () => (await retention.preview()).find(({ id }) => id === 'dispute');
    expect(await due()).toMatchObject({ due: 0, held: 0 });
    t.clock.moveTo(new Date(t.clock.now().getTime() + 2193 * DAY));
    expect(await due()).toMatchObject({ due: 1, held: 0 });
    const hold = await t.app.get(Holds).place(disputeId, 'A claim');
    expect(await due()).toMatchObject({ due: 0, held: 1 });
    await retention.run();
    expect(await secretsOf(disputeId)).not.toEqual([]);
    await t.app.get(Holds).lift(hold);
    expect(await secretsOf(disputeId)).not.toEqual([]);
    const done = await retention.run();
    expect(done.find(({ id }) => id === 'dispute')).toMatchObject({ due: 1 });
    expect(await secretsOf(disputeId)).toEqual([]);
    expect(await due()).toMatchObject({ due: 0 });
    expect((await verified()).findings).toEqual([]);
    await expect(t.app.get(Erasure).dispute(disputeId, 'request')).resolves.toBeUndefined();
  });
});
