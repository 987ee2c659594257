import JSZip from 'jszip';
import { startApp, type TestApp } from '../../test/app';
import { mostlyOnSqlite } from '../../test/databases';
import { flat, readPdf } from '../../test/read-pdf';
import { cleaned as clean } from '../uploads/cleaning/cleaned';
import { Bundles, Documents, Wordings } from '.';

mostlyOnSqlite('The documents of a case', (openTestDb) => {
  let t: TestApp;
  let mediation: string;
  let complaint: string;
  const read = (ref: string, name: string, who: keyof TestApp['people'] = 'Amira') =>
    t.app.get(Documents).read(ref, name, t.people[who]);
  const names = async (ref: string, who: keyof TestApp['people'] = 'Amira') =>
    (await t.app.get(Documents).of(ref, t.people[who])).map(({ name }) => name);
  const textOf = async (ref: string, name: string) =>
    flat(await readPdf((await read(ref, name)).content as Buffer));
  const act = (
    ref: string,
    who: keyof TestApp['people'],
    type: string,
    data: Record<string, unknown>,
    occurredOn?: string,
  ) => t.cases.advance(ref, { type, data, ...(occurredOn ? { occurredOn } : {}) }, t.people[who]);
  const complain = async () =>
    (
      await t.cases.open(
        {
          route: 'council-complaint',
          facts: { about: 'delay', aware: '2026-10-01', received: '2026-11-09', complaint: 'It took a year' },
          parties: t.organisations,
        },
        t.people.Amira,
      )
    ).case.ref;

  beforeAll(async () => {
    t = await startApp(await openTestDb(), '2026-11-13T09:00:00Z');
    const opened = await t.cases.open(
      {
        route: 'mediation.council',
        facts: { decision: 'contents', noticeSent: '2026-10-01', authorityInformed: '2026-10-20' },
        parties: t.organisations,
      },
      t.people.Amira,
    );
    mediation = opened.case.ref;
    await act(mediation, 'Grace', 'meeting-arranged', {
      meeting: '2026-11-13',
      venue: 'online',
      authority: true,
    });
    await act(mediation, 'Grace', 'agreement-recorded', {
      points: [
        { what: 'Twelve sessions for Łukasz', owedBy: 'icb', kind: 'mediation.agreement.no-appeal-right' },
        { what: 'New Section F', owedBy: 'council', kind: 'mediation.agreement.order.amend-contents' },
        { what: 'Transport', owedBy: 'council', kind: 'named.date', by: '2027-01-11' },
      ],
    });
    await act(mediation, 'Grace', 'certificate-issued', {});
    complaint = await complain();
    await act(complaint, 'Dev', 'acknowledged', { understanding: 'You waited for a year.' });
    await act(complaint, 'Dev', 'stage-1-answered', {
      finding: 'upheld',
      reasons: 'We had no psychologist.\n\nWe are sorry.',
      remedies: [{ what: 'Finish the assessment', by: '2026-12-18' }],
    });
  });

  it('are offered by the acts that are formal papers, and by what every case has', async () => {
    expect(await names(mediation)).toEqual([
      'certificate-4.pdf',
      'agreement-3.pdf',
      'agreement-3.docx',
      'history.pdf',
      'history.txt',
      'proof.json',
      'dates.ics',
    ]);
    expect(await names(complaint)).toEqual(
      expect.arrayContaining(['reply-3.pdf', 'reply-3.docx', 'acknowledgement-2.pdf']),
    );
  });

  it('are accessible PDFs, every one', async () => {
    for (const [ref, name] of [
      [mediation, 'certificate-4.pdf'],
      [mediation, 'agreement-3.pdf'],
      [complaint, 'reply-3.pdf'],
      [complaint, 'acknowledgement-2.pdf'],
      [complaint, 'history.pdf'],
    ] as const) {
      const pdf = await readPdf((await read(ref, name)).content as Buffer);
      expect([name, pdf]).toEqual([
        name,
        expect.objectContaining({
          faults: [],
        }),
      ]);
      expect(pdf.tags.filter((tag) => tag === 'H1')).toHaveLength(1);
    }
  });

  it('say in the certificate why it is given and until when the family can appeal', async () => {
    const text = await textOf(mediation, 'certificate-4.pdf');
    // Two months from 1 October end on 1 December; one month from 13 November on a Sunday: so Monday the 14th.
    for (const words of [
      'Calm Mediation gives this certificate on Friday 13 November 2026.',
      'they took part in it',
      'The letter with the decision was sent on Thursday 1 October 2026.',
      'The Tribunal must have your appeal by 5pm on Monday 14 December 2026.',
      '1 month, counting from the day after: Sunday 13 December 2026.',
      'Name of the child or young person',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('two months from the day the letter');
  });

  it('give each point of an agreement its person, its last day and its basis', async () => {
    const text = await textOf(mediation, 'agreement-3.pdf');
    for (const words of [
      'Twelve sessions for Łukasz',
      'NHS Riverside ICB',
      'Friday 27 November 2026',
      'New Section F',
      'Riverside Council',
      'Friday 18 December 2026',
      'Monday 11 January 2027',
      'as if the Tribunal had ordered it',
      'For NHS Riverside ICB',
    ])
      expect(text).toContain(words);
  });

  it('carry a formal answer with its reasons, its promises, and what the family can do now', async () => {
    const text = await textOf(complaint, 'reply-3.pdf');
    for (const words of [
      'Riverside Council gave this answer on Friday 13 November 2026',
      'What is the finding? Upheld',
      'We had no psychologist.',
      'We are sorry.',
      'Finish the assessment',
      'Friday 18 December 2026',
      'Ask for stage 2',
    ])
      expect(text).toContain(words);
  });

  it('can be edited in Word with the same words', async () => {
    const { content } = await read(complaint, 'reply-3.docx');
    const file = await JSZip.loadAsync(content as Buffer);
    const xml = await (file.file('word/document.xml') as { async(type: 'text'): Promise<string> }).async(
      'text',
    );
    for (const words of [
      'Our answer',
      'We had no psychologist.',
      'Finish the assessment',
      'w:val="Heading1"',
    ])
      expect(xml).toContain(words);
  });

  it('let a mediator edit an agreement in Word, while the recorded one stays the record', async () => {
    const before = await read(mediation, 'agreement-3.pdf', 'Grace');
    const { content, type } = await read(mediation, 'agreement-3.docx', 'Grace');
    const file = await JSZip.loadAsync(content as Buffer);
    const part = file.file('word/document.xml') as { async(type: 'text'): Promise<string> };
    const xml = await part.async('text');
    for (const words of ['Twelve sessions for Łukasz', 'A copy to edit', 'The record is that entry'])
      expect(xml).toContain(words);
    expect(xml).not.toContain('The same entry always gives the same paper');
    file.file('word/document.xml', xml.replace('Twelve sessions', 'Two sessions'));
    const edited = await file.generateAsync({ type: 'nodebuffer' });
    // What comes back is a document of its own beside the record, and Word files are taken as such.
    const cleaned = await clean('docx', edited);
    expect(cleaned.text).toContain('Two sessions for Łukasz');
    expect(type).toContain('wordprocessingml');
    const after = await read(mediation, 'agreement-3.pdf', 'Amira');
    expect(after.hash).toBe(before.hash);
    expect(flat(await readPdf(after.content as Buffer))).toContain('Twelve sessions for Łukasz');
  });

  it('are the same bytes whenever they are made, also after a fact was corrected and time has passed', async () => {
    const before = await read(mediation, 'certificate-4.pdf');
    t.clock.moveTo(new Date('2026-11-20T09:00:00Z'));
    expect((await read(mediation, 'certificate-4.pdf', 'Grace')).hash).toBe(before.hash);
    await act(complaint, 'Amira', 'stage-2-asked', {});
    expect((await read(mediation, 'certificate-4.pdf')).hash).toBe(before.hash);
  });

  it('follow the wording of the organisation from the day it was saved, and not before', async () => {
    const wordings = t.app.get(Wordings);
    const { council } = t.organisations;
    const before = (await read(complaint, 'reply-3.pdf')).hash;
    await t.db.tx((m) =>
      wordings.save(m, council, 'reply', '# Answer of {{from}}\n\nDear family\n\n{{answers}}'),
    );
    t.clock.moveTo(new Date('2026-11-23T09:00:00Z'));
    const next = await complain();
    await act(next, 'Dev', 'acknowledged', {}, '2026-11-20');
    await act(
      next,
      'Dev',
      'stage-1-answered',
      { finding: 'not-upheld', reasons: '{{case}} **no**' },
      '2026-11-23',
    );
    const text = await textOf(next, 'reply-3.pdf');
    expect(text).toContain('Answer of Riverside Council Dear family');
    expect(text).toContain('{{case}} **no**');
    expect(text).toContain('wording number 1 of the organisation');
    expect((await read(complaint, 'reply-3.pdf')).hash).toBe(before);
    await expect(
      t.db.tx((m) => wordings.save(m, council, 'reply', '# T\n\n{{child}}')),
    ).rejects.toMatchObject({
      type: 'invalid-data',
      detail: expect.stringContaining('There is no {{child}} in this paper'),
    });
    await t.db.tx((m) => wordings.save(m, council, 'reply', null));
    expect(await wordings.inForce(council, 'reply', t.clock.instant())).toMatchObject({ number: 0 });
  });

  it('make no paper of an organisation out of what the family recorded', async () => {
    const ref = await complain();
    await act(ref, 'Amira', 'acknowledged', {}, '2026-11-13');
    expect(await names(ref)).toEqual(['history.pdf', 'history.txt', 'proof.json', 'dates.ics']);
  });

  it('go together into one bundle with those of linked cases, without the words that must not be in it', async () => {
    const bundles = t.app.get(Bundles);
    const { choices } = await bundles.choices(mediation, t.people.Amira);
    // The mediation, and the promises of the council and of the ICB that came from it.
    expect(new Set(choices.map(({ id }) => id.split('/')[0])).size).toBeGreaterThanOrEqual(3);
    expect(choices.map(({ dated }) => dated)).toEqual([...choices.map(({ dated }) => dated)].sort());
    const documents = [`${mediation}/agreement-3.pdf`, `${mediation}/certificate-4.pdf`];
    const made = await bundles.make(mediation, { documents, removed: ['łukasz'] }, t.people.Amira);
    const pdf = await readPdf(made);
    expect(pdf).toMatchObject({ pages: 4, faults: [] });
    expect(flat(pdf)).toContain('Twelve sessions for [removed]');
    expect(flat(pdf)).not.toContain('Łukasz');
    for (const wish of [
      { documents: [], removed: [] },
      { documents: [`${complaint}/reply-3.pdf`], removed: [] },
    ])
      await expect(bundles.make(mediation, wish, t.people.Grace)).rejects.toMatchObject({
        type: 'invalid-data',
      });
    await expect(
      bundles.make(mediation, { documents, removed: [] }, t.people.Stranger),
    ).rejects.toMatchObject({
      type: 'not-found',
    });
  });

  it('are there for nobody who may not see the facts', async () => {
    for (const who of ['Stranger', 'Grace', 'Ines', 'Patel'] as const) {
      await expect(read(complaint, 'reply-3.pdf', who)).rejects.toMatchObject({ type: 'not-found' });
      await expect(names(complaint, who)).rejects.toMatchObject({ type: 'not-found' });
    }
    await expect(read(complaint, 'reply-99.pdf')).rejects.toMatchObject({ type: 'not-found' });
    expect(await t.cases.readsOf(complaint, t.people.Amira)).toContainEqual(
      expect.objectContaining({ what: 'document reply-3.pdf' }),
    );
  });
});
