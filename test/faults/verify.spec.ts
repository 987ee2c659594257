// Every check of `recourse verify` can fail: one thing at a time is changed in the rows of a case, behind everybody's back.

import { Verifier, type Finding } from '../../src/engine';
import { Case, Deadline } from '../../src/engine/entities';
import { startApp, type TestApp } from '../app';
import { onBothDatabases } from '../databases';

jest.setTimeout(120_000);

class Undone extends Error {}

onBothDatabases('What verifying looks at', (openTestDb, kind) => {
  let t: TestApp;
  let found: Case;
  let ref: string;
  /** One was missed and escalated, one still runs. */
  let deadlines: Record<'missed' | 'open', Deadline>;

  beforeAll(async () => {
    t = await startApp(await openTestDb());
    const view = await t.cases.open(
      {
        route: 'council-complaint',
        facts: {
          about: 'delay',
          aware: '2026-10-06',
          received: '2026-10-06',
          complaint: 'Nothing happened.',
        },
        parties: t.organisations,
        idempotencyKey: 'opened-once',
      },
      t.people.Amira,
    );
    ref = view.case.ref;
    t.clock.moveTo(new Date('2026-10-14T09:00:00Z'));
    await t.worker.runUntilIdle();
    found = await t.db.read.findOneByOrFail(Case, { ref });
    const rows = await t.db.read.findBy(Deadline, { caseId: found.id });
    const one = (status: string) => rows.find((row) => row.status === status) as Deadline;
    deadlines = { missed: one('missed'), open: one('open') };
  });

  /** What is said of the case with these statements carried out; then they are undone. */
  async function saidAfter(statements: string[]): Promise<Finding[]> {
    let alone: Finding[] = [];
    const among: Finding[] = [];
    await t.db
      .tx(async (m) => {
        for (const sql of statements) await m.query(sql);
        alone = await t.app.get(Verifier).verifyCase(ref);
        await t.app.get(Verifier).verifyAll((each) => among.push(each));
        throw new Undone();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error;
      });
    expect(among.filter((each) => each.ref === ref)).toEqual(alone);
    return alone;
  }

  const journalOpen = (): string =>
    kind === 'postgres' ? 'ALTER TABLE journal DISABLE TRIGGER ALL' : 'DROP TRIGGER journal_no_update';
  const inCase = (set: string) => [`UPDATE cases SET ${set} WHERE id = '${found.id}'`];
  const inPlaces = (set: string) => [`UPDATE case_organisations SET ${set} WHERE case_id = '${found.id}'`];
  const inDeadline = (which: keyof typeof deadlines, set: string) => [
    `UPDATE deadlines SET ${set} WHERE id = '${deadlines[which].id}'`,
  ];
  const inReminders = (which: keyof typeof deadlines, offset: string, set: string) => [
    `UPDATE reminders SET ${set} WHERE deadline_id = '${deadlines[which].id}' AND key LIKE '%|${offset}'`,
  ];
  const inJournal = (seq: number, set: string) => [
    journalOpen(),
    `UPDATE journal SET ${set} WHERE case_id = '${found.id}' AND seq = ${seq}`,
  ];
  const copied = (offset: string, key: string) => `
    INSERT INTO reminders (id, key, case_id, case_ref, dispute_id, deadline_id, party, template, params, at, status, closed_at)
    SELECT 'another', ${key}, case_id, case_ref, dispute_id, deadline_id, party, template, params, at, status, closed_at
    FROM reminders WHERE deadline_id = '${deadlines.open.id}' AND key LIKE '%|${offset}'`;

  it('fits together before anything is changed, with a date that was missed and escalated', async () => {
    expect(await saidAfter([])).toEqual([]);
    expect([deadlines.missed.rule, deadlines.open.status]).toEqual(['council.acknowledge', 'open']);
    expect(found.version).toBeGreaterThan(1);
  });

  const journal = 'Its content is not what was recorded';
  const state = 'The stored state is not the one its journal leads to';
  const turn = 'Whose turn it is, or the next date, is not what its deadlines lead to';
  const place = "The route, turn or date in an organisation's worklist is not the case's own";
  const rows = 'The stored deadlines are not the ones its journal leads to';
  const working = /^The date .* is not the one that its working explains$/;
  const hash = `'${'f'.repeat(64)}'`;

  it.each<[string, () => string[], RegExp | string]>([
    ['when an entry was written', () => inJournal(1, `at = '2026-10-06T09:00:00.001Z'`), journal],
    ['the day of an entry', () => inJournal(1, `occurred_on = '2026-10-05'`), journal],
    ['who an entry is of', () => inJournal(1, `actor = 'somebody'`), journal],
    ['the part of whom an entry is of', () => inJournal(1, `party = 'somebody'`), journal],
    [
      'a mark in an entry that texts are parted by',
      () => inJournal(1, `actor = actor || ${kind === 'postgres' ? 'chr' : 'char'}(31)`),
      journal,
    ],
    ['the facts of an entry', () => inJournal(1, `data = replace(data, 'delay', 'Delay')`), journal],
    ['the changes of an entry', () => inJournal(1, `changes = replace(changes, 'open', 'Open')`), journal],
    [
      'the stage of an entry',
      () => inJournal(1, `stage = 'stage-1'`),
      /It leads to received, not to stage-1/,
    ],
    ['the key of a request', () => inJournal(1, `idempotency_key = 'other'`), journal],
    ['the hash of an entry', () => inJournal(1, `hash = ${hash}`), journal],
    ['the hash before an entry', () => inJournal(2, `prev_hash = ${hash}`), /does not follow from the entry/],
    [
      'the type of an entry',
      () => inJournal(2, `type = 'stage-2-answered'`),
      /does not allow it at this stage/,
    ],
    ['the number of an entry', () => inJournal(2, `seq = 9`), 'An entry is missing before this one'],
    [
      'the hash that the case was left with',
      () => inCase(`head_hash = ${hash}`),
      /^The last entry is not the one/,
    ],
    ['the version', () => inCase(`version = 9`), /entries for version 9/],
    ['the stage', () => inCase(`stage = 'stage-1'`), state],
    ['a letter of the state', () => inCase(`context = replace(context, 'delay', 'Delay')`), state],
    ['the state so that nobody can read it', () => inCase(`context = '{'`), state],
    [
      'the hash of the state',
      () => inCase(`state_hash = ${hash}`),
      'The hash of the stored state is not its own',
    ],
    ['whose turn it is', () => inCase(`responsible = 'mediator'`), turn],
    ['the next date', () => inCase(`next_due_at = '2026-10-30T23:59:59.999Z'`), turn],
    ['its last day', () => inCase(`last_due_at = '2026-10-30T23:59:59.999Z'`), turn],
    ['that it is over', () => inCase(`over = ${kind === 'postgres' ? 'true' : '1'}`), turn],
    ['the route of a place', () => inPlaces(`route = 'compliance'`), place],
    ['the turn in a place', () => inPlaces(`responsible = 'mediator'`), place],
    ['the date in a place', () => inPlaces(`next_due_at = '2026-10-30T23:59:59.999Z'`), place],
    ['the last day in a place', () => inPlaces(`last_due_at = '2026-10-30T23:59:59.999Z'`), place],
    ['that a place is over', () => inPlaces(`over = ${kind === 'postgres' ? 'true' : '1'}`), place],
    ['a due date', () => inDeadline('open', `due = '2026-10-30'`), rows],
    ['the status of a date', () => inDeadline('open', `status = 'met'`), rows],
    ['the round of a date', () => inDeadline('open', `round = 7`), rows],
    ['the rule that a date is kept under', () => inDeadline('open', `key = 'other'`), rows],
    ['the last moment of a date', () => inDeadline('missed', `due_at = '2026-10-30T23:59:59.999Z'`), working],
    ['when a date is late', () => inDeadline('missed', `late_after = '2026-10-30T23:59:59.999Z'`), working],
    [
      'the working of a date',
      () => inDeadline('open', `explained = replace(explained, '"due"', '"Due"')`),
      working,
    ],
    [
      'the moment from which a missed date was late, with its working',
      () =>
        inDeadline(
          'missed',
          `late_after = '2026-10-30T23:59:59.999Z', explained = replace(explained, '"lateAfter":"${deadlines.missed.lateAfter}"', '"lateAfter":"2026-10-30T23:59:59.999Z"')`,
        ),
      /was called missed before its last instant$/,
    ],
    [
      'the rule that was missed',
      () => inDeadline('missed', `rule = 'council.stage-1'`),
      /before its last instant$/,
    ],
    [
      'that a miss is escalated',
      () => inDeadline('missed', `escalates = ${kind === 'postgres' ? 'false' : '0'}`),
      /escalations of what/,
    ],
    ['who owed a missed date', () => inDeadline('missed', `owed_by = 'mediator'`), turn],
    [
      'the link to what was raised',
      () => [`DELETE FROM links WHERE from_case = '${found.id}'`],
      /^0 escalations of what 1 missed/,
    ],
    [
      'a request whose act nobody recorded',
      () => [`UPDATE idempotency SET key = 'never' WHERE case_id = '${found.id}'`],
      /^An act was acknowledged/,
    ],
    [
      'an answer that tells of more than happened',
      () => [
        `UPDATE idempotency SET answer = replace(answer, '"version":1', '"version":9') WHERE case_id = '${found.id}'`,
      ],
      /^An act was acknowledged/,
    ],
    [
      'the time of a reminder',
      () => inReminders('open', '-0', `at = '2026-10-16T09:00:00.000Z'`),
      /is at the wrong time: .* -0$/,
    ],
    [
      'that a reminder goes out at once',
      () => inReminders('open', 'start', `at = '2026-10-06T09:20:00.000Z'`),
      /is at the wrong time: .* start$/,
    ],
    [
      'that news of a miss goes out at once',
      () => inReminders('missed', 'missed', `at = '2026-10-30T09:20:00.000Z'`),
      /is at the wrong time: .* missed$/,
    ],
    [
      'when one who is late is told again',
      () => inReminders('missed', 'overdue-2', `at = '2026-10-30T09:20:00.000Z'`),
      /is at the wrong time: .* overdue-2$/,
    ],
    [
      'a reminder that is taken away',
      () => [`DELETE FROM reminders WHERE deadline_id = '${deadlines.open.id}' AND key LIKE '%|-0'`],
      /is missing: .* -0$/,
    ],
    [
      'news of a miss that is taken away',
      () => [`DELETE FROM reminders WHERE deadline_id = '${deadlines.missed.id}' AND key LIKE '%|missed'`],
      /is missing: .* missed$/,
    ],
    [
      'whose case a reminder is of',
      () => inReminders('open', '-0', `case_id = 'other'`),
      /is missing: .* -0$/,
    ],
    [
      'which date a reminder is of',
      () => inReminders('open', '-0', `deadline_id = '${deadlines.missed.id}'`),
      /is (missing|not in the plan): /,
    ],
    ['a reminder of no date', () => inReminders('open', '-0', `deadline_id = NULL`), /is missing: .* -0$/],
    [
      'a reminder that nobody planned',
      () => [copied('-0', `replace(key, '|-0', '|-3')`)],
      /is not in the plan: .* -3$/,
    ],
    [
      'that a reminder was taken back',
      () => inReminders('open', '-0', `status = 'superseded'`),
      /was taken back although it still runs$/,
    ],
  ])('notices %s', async (_, harm, said) => {
    const findings = await saidAfter(harm());
    expect(findings.map(({ what }) => what)).toContainEqual(
      typeof said === 'string' ? said : expect.stringMatching(said),
    );
  });

  it('notices a reminder that still waits of a date that was met', async () => {
    const { case: met } = await t.cases.open(
      {
        route: 'council-complaint',
        facts: {
          about: 'delay',
          aware: '2026-10-14',
          received: '2026-10-14',
          complaint: 'Nothing happened.',
        },
        parties: t.organisations,
      },
      t.people.Amira,
    );
    await t.cases.advance(met.ref, { type: 'acknowledged', data: {} }, t.people.Dev);
    const { id } = await t.db.read.findOneByOrFail(Case, { ref: met.ref });
    const row = await t.db.read.findOneByOrFail(Deadline, { caseId: id, status: 'met' });
    expect(await t.app.get(Verifier).verifyCase(met.ref)).toEqual([]);
    await t.db.tx((m) => m.query(`UPDATE reminders SET status = 'planned' WHERE deadline_id = '${row.id}'`));
    const said = (await t.app.get(Verifier).verifyCase(met.ref)).map(
      ({ invariant, what }) => `${invariant} ${what}`,
    );
    expect(said).toContainEqual(expect.stringMatching(/^I7 A reminder still waits of .*, which is met$/));
  });

  it('takes a name as it is that holds what texts are parted by', async () => {
    const marks = '\u001c\u001d\u001e\u001f\n|';
    const { case: view } = await t.cases.open(
      {
        route: 'compliance',
        facts: {
          source: 'order',
          made: '2026-10-13',
          owedBy: 'council',
          points: [{ key: `1${marks}2`, what: 'What was ordered', kind: 'order.assess.notify' }],
        },
        parties: t.organisations,
      },
      t.people.Amira,
    );
    expect(view.deadlines.map(({ point }) => point)).toEqual([`1${marks}2`]);
    const said: Finding[] = [];
    await t.app.get(Verifier).verifyAll((each) => said.push(each));
    expect(said.filter((each) => each.ref === view.ref)).toEqual([]);
    expect(await t.app.get(Verifier).verifyCase(view.ref)).toEqual([]);
  });

  it('takes a state as it is that a release before wrote in another order', async () => {
    const context = JSON.stringify(Object.fromEntries(Object.entries(found.context).reverse()), null, 1);
    const quoted = context.replaceAll("'", "''");
    expect(await saidAfter(inCase(`context = '${quoted}', state_hash = NULL`))).toEqual([]);
  });

  it('a row that cannot be read is said of its case, and the others are looked at all the same', async () => {
    const verifier = t.app.get(Verifier);
    const { explained } = deadlines.open;
    const write = (text: string) =>
      t.db.tx((m) => m.query('UPDATE deadlines SET explained = $1 WHERE id = $2', [text, deadlines.open.id]));
    const verified = async () => {
      const said: Finding[] = [];
      const counted = await verifier.verifyAll((each) => said.push(each));
      return {
        counted,
        of: said.filter((each) => each.ref === ref),
        others: said.filter((each) => each.ref !== ref),
      };
    };
    const before = await verified();
    await write('{"due');
    const after = await verified();
    expect(after.of.map((each) => [each.invariant, each.what.replace(/\(.*/, '')])).toEqual([
      ['I3', 'Its rows cannot be read '],
    ]);
    expect([after.counted, after.others]).toEqual([before.counted, before.others]);
    expect(before.counted.cases).toBeGreaterThan(1);
    expect(await verifier.verifyCase(ref)).toEqual(after.of);
    await write(JSON.stringify(explained));
    expect(await verifier.verifyCase(ref)).toEqual([]);
  });
});
