import { flat, readPdf } from '../../test/read-pdf';
import { bullets, heading, paragraph, strong, type Paper } from './paper';
import { pdfOf } from './pdf';

const paper = (more: Paper['blocks'] = []): Paper => ({
  title: 'A paper about Łukasz',
  reference: 'RC-7F3K-Q2MW-9XC',
  issuer: 'Calm Mediation',
  dated: '2026-11-13',
  asAt: '2026-11-13T09:05:00.000Z',
  blocks: [
    paragraph(
      'It was agreed by ',
      strong('NHS Riverside ICB'),
      ' on Friday. A tick ✓ and an arrow → are set too.',
    ),
    { kind: 'notice', runs: [{ text: 'You can appeal until Friday 4 December 2026.' }] },
    heading('What was agreed'),
    {
      kind: 'table',
      caption: 'Points',
      header: ['Point', 'Who', 'Number'],
      rows: [
        ['Twelve sessions', 'The ICB', '12'],
        ['A new plan (final)', 'The council', '1'],
      ],
      numeric: [2],
    },
    bullets('first thing', 'second thing'),
    { kind: 'rows', caption: 'Facts', rows: [['Decision', 'Refusal to assess']] },
    { kind: 'blank', label: 'Name' },
    {
      kind: 'chart',
      title: 'On time',
      summary: 'Duties: 62%',
      largest: 100,
      groups: [{ title: 'Duties', bars: [{ label: '', value: 62, shown: '62%' }] }],
    },
    ...more,
  ],
});

describe('A paper as PDF', () => {
  it('is the same bytes each time, and others when a word changes', async () => {
    const [one, two, other] = [
      await pdfOf(paper()),
      await pdfOf(paper()),
      await pdfOf(paper([paragraph('More.')])),
    ];
    expect(one.equals(two)).toBe(true);
    expect(one.equals(other)).toBe(false);
  });

  it('has what PDF/UA asks of it, read by another library', async () => {
    const read = await readPdf(await pdfOf(paper()));
    expect(read).toMatchObject({
      title: 'A paper about Łukasz',
      faults: [],
      outline: ['A paper about Łukasz', 'What was agreed'],
    });
    expect(read.tags.filter((tag) => /^H\d/.test(tag))).toEqual(['H1', 'H2']);
    const count = (tag: string) => read.tags.filter((each) => each === tag).length;
    expect(read.tags[0]).toBe('Document');
    expect([count('Table'), count('Caption'), count('TR'), count('TH'), count('TD')]).toEqual([
      2, 2, 4, 6, 5,
    ]);
    expect([count('L'), count('LI'), count('Lbl'), count('LBody'), count('Figure')]).toEqual([1, 2, 2, 2, 1]);
  });

  it('gives its text back word for word', async () => {
    const text = flat(await readPdf(await pdfOf(paper())));
    for (const words of [
      'Calm Mediation RC-7F3K-Q2MW-9XC. Friday 13 November 2026.',
      'It was agreed by NHS Riverside ICB on Friday. A tick ✓ and an arrow → are set too.',
      'You can appeal until Friday 4 December 2026.',
      'A new plan (final)',
      '• first thing',
      'Page 1 of 1',
    ])
      expect(text).toContain(words);
  });

  it('keeps every tag whole over many pages, and numbers them', async () => {
    const long = 'The council said that it would look at this again before the end of the month. '.repeat(90);
    const rows = Array.from({ length: 60 }, (_, n) => [`Promise ${n + 1}`, 'The council', String(n)]);
    const read = await readPdf(
      await pdfOf(
        paper([
          paragraph(long),
          { kind: 'table', caption: 'Many', header: ['Point', 'Who', 'Number'], rows, numeric: [2] },
        ]),
      ),
    );
    expect(read.pages).toBeGreaterThan(3);
    expect(read).toMatchObject({ faults: [] });
    read.text.forEach((page, n) => expect(page).toContain(`Page ${n + 1} of ${read.pages}`));
    expect(flat(read)).toContain('Promise 60');
    // The header is seen on each page of the table, and is in the structure once.
    expect(read.text.filter((page) => page.includes('Number')).length).toBeGreaterThan(2);
    expect(read.tags.filter((tag) => tag === 'TR')).toHaveLength(65);
  });

  it('shows a character that no font has as a replacement, and drops what only steers direction', async () => {
    const text = flat(await readPdf(await pdfOf(paper([paragraph('Name: \u202E龍\u202C.')]))));
    expect(text).toContain('Name: \uFFFD.');
  });
});
