import { startApp, type TestApp } from '../../test/app';
import { onBothDatabases } from '../../test/databases';
import { flat, readPdf } from '../../test/read-pdf';
import { People } from '../access';
import { inventPastDisputes } from '../demo/past-disputes';
import { Organisations } from '../organisations';
import { pdfOf } from '../papers';
import { boardCsv, boardPaper, BoardReports, boardTables } from '.';
import { BoardReport } from './entities';

onBothDatabases('A board report', (openTestDb) => {
  let t: TestApp;
  let reports: BoardReports;
  const of = (name: keyof TestApp['people'], quarter?: string) =>
    reports.read(t.people[name].personId, quarter ? { quarter } : {});
  const offersTo = async (name: keyof TestApp['people']) =>
    reports.offers(await t.app.get(People).memberships(t.people[name].personId));
  const pdf = async (name: keyof TestApp['people'] = 'Patel') => pdfOf(boardPaper(await of(name, '2026Q3')));

  beforeAll(async () => {
    t = await startApp(await openTestDb(), '2026-09-30T10:00:00Z');
    reports = t.app.get(BoardReports);
    const neighbour = await t.db.tx(async (m) => ({
      council: (await t.app.get(Organisations).create(m, 'council', '=Hillshire Council')).id,
      icb: (await t.app.get(Organisations).create(m, 'icb', 'NHS Hillshire ICB')).id,
    }));
    await t.db.tx(() =>
      inventPastDisputes(t.cases, '2026-07-01', [
        { council: t.organisations.council, icb: t.organisations.icb, lateOfTen: 6, size: 30 },
        { ...neighbour, lateOfTen: 1, size: 3 },
      ]),
    );
    t.clock.moveTo(new Date('2026-10-15T00:00:00Z'));
    await t.worker.runUntilIdle();
  });

  it('is frozen with the figures of the quarter and counts what happened', async () => {
    const view = await of('Patel');
    // Ten escalations, of which six of ten were decided five days late; ten promises of the ICB, six late.
    expect(view).toMatchObject({
      quarter: '2026Q3',
      cutOff: '2026-10-14',
      builtAt: '2026-10-15T00:00:00.000Z',
    });
    expect(view.content.escalations).toEqual({ received: 10, decided: 10, decidedInTime: 4, waiting: 0 });
    expect(view.content.promises).toEqual({ due: 10, onTime: 4, doneLate: 6, notDone: 0 });
    expect(view.content.causes).toEqual([{ rule: 'mediation.agreement.no-appeal-right', due: 10, late: 6 }]);
    expect((await of('Dana')).organisation.name).toBe('Riverside Council');
    expect((await of('Dana')).content.duties.due).toBe(30);
  });

  it('tells everybody of the body in one number how it kept its duties, and nobody else', async () => {
    const { due, onTime } = (await of('Dana')).content.duties;
    expect([due, onTime > 0 && onTime < due]).toEqual([30, true]);
    for (const name of ['Dev', 'Dana'] as const)
      expect((await offersTo(name)).kept).toEqual({ quarter: '2026Q3', due, onTime });
    // No duty of the ICB fell due in it: no number is better than one of nothing.
    for (const name of ['Ines', 'Grace', 'Amira'] as const)
      expect((await offersTo(name)).kept).toBeUndefined();
    const only = await t.app.get(People).memberships(t.people.Dev.personId);
    const narrowed = only.map((each) => ({ ...each, routes: ['ombudsman.lgsco'] }));
    expect(await reports.offers(narrowed)).toEqual({ report: false, patterns: false });
  });

  it('says the same on the page, in the PDF and in the CSV', async () => {
    const view = await of('Patel');
    const { numbers, tables } = boardTables(view);
    expect(numbers.map(({ now }) => now)).toEqual(['10', '4 of 10 (40%)', '4 of 10 (40%)', 'none']);
    expect(numbers.map(({ before }) => before)).toEqual(Array(4).fill('no figures'));
    const read = await readPdf(await pdf());
    expect(read).toMatchObject({
      title: 'Board report, July to September 2026',
      faults: [],
    });
    const csv = boardCsv(view).split('\r\n');
    const text = flat(read);
    for (const { title, header, rows } of tables)
      for (const [what = '', ...cells] of rows) {
        // A cell may be broken over lines, but no word of it is missing.
        for (const word of [...what.split(' '), ...cells]) expect(text).toContain(word);
        cells.forEach((cell, n) =>
          expect(csv).toContain(`2026Q3,${title},${quoted(what)},${header[n + 1]},${cell}`),
        );
      }
  });

  it('reads the same whatever has happened since, to the last byte', async () => {
    const before = await pdf();
    const kept = await offersTo('Dev');
    t.clock.moveTo(new Date('2026-11-20T09:00:00Z'));
    await t.db.tx(() =>
      inventPastDisputes(t.cases, '2026-07-01', [
        { council: t.organisations.council, icb: t.organisations.icb, lateOfTen: 9, size: 5 },
      ]),
    );
    expect((await pdf()).equals(before)).toBe(true);
    expect(await offersTo('Dev')).toEqual(kept);
    expect(await t.db.read.countBy(BoardReport, { quarter: '2026Q3' })).toBe(4);
  });

  it('carries the words of the executive, and keeps each version', async () => {
    await reports.write(t.people.Patel.personId, '2026Q3', 'We hired two therapists.');
    await reports.write(t.people.Patel.personId, '2026Q3', 'We hired three therapists.');
    expect((await of('Patel')).narrative).toMatchObject({ text: 'We hired three therapists.', number: 2 });
    expect(flat(await readPdf(await pdf()))).toContain('We hired three therapists.');
    const stored = await t.db.read.query('SELECT text FROM board_narratives');
    expect(JSON.stringify(stored)).not.toContain('therapists');
    await expect(reports.write(t.people.Patel.personId, '2026Q3', '  ')).rejects.toMatchObject({
      type: 'invalid-data',
    });
    await expect(reports.write(t.people.Patel.personId, '2020Q1', 'x')).rejects.toMatchObject({
      type: 'not-found',
    });
  });

  it('compares with the quarter before once there is one', async () => {
    t.clock.moveTo(new Date('2027-01-15T09:00:00Z'));
    await t.worker.runUntilIdle();
    const view = await of('Patel');
    expect(view.quarters).toEqual(['2026Q4', '2026Q3']);
    expect(boardTables(view).numbers[0]).toMatchObject({ title: 'Escalations received', before: '10' });
  });

  it('is there for those who answer for the body, and for nobody else', async () => {
    for (const name of ['Ines', 'Dev', 'Grace', 'Amira', 'Stranger'] as const)
      await expect(of(name)).rejects.toMatchObject({ type: 'not-found' });
    expect((await of('Patel')).organisation.id).toBe(t.organisations.icb);
    await expect(
      reports.read(t.people.Patel.personId, { organisation: t.organisations.council }),
    ).rejects.toMatchObject({ type: 'not-found' });
    // Everybody of the body sees its patterns; a mediator and a family have none to see.
    expect(await reports.patterns(t.people.Ines.personId)).toMatchObject({
      organisation: 'NHS Riverside ICB',
      patterns: [],
    });
    for (const name of ['Grace', 'Amira'] as const)
      await expect(reports.patterns(t.people[name].personId)).rejects.toMatchObject({ type: 'not-found' });
    // The board reads it; only the executive words it.
    const { id } = await t.db.tx(async (m) => {
      const person = await t.app.get(People).create(m, { name: 'Chair', email: 'chair@example.org' });
      await t.app.get(People).join(m, person.id, t.organisations.icb, ['ICB chief executive']);
      return person;
    });
    expect((await reports.read(id)).mayWrite).toBe(false);
    await expect(reports.write(id, '2026Q3', 'x')).rejects.toMatchObject({ type: 'not-found' });
  });
});

const quoted = (text: string): string => (text.includes(',') ? `"${text}"` : text);
