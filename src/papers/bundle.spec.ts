import { PDFDocument, StandardFonts } from 'pdf-lib';
import { flat, readPdf } from '../../test/read-pdf';
import { BundleError, bundleOf, type Bundle } from './bundle';
import { heading, paragraph, strong, type Paper } from './paper';

const letter = (title: string, ...more: Paper['blocks']): Paper => ({
  title,
  reference: 'RC-7F3K-Q2MW-9XC',
  issuer: 'Riverside Council',
  dated: '2026-11-13',
  asAt: '2026-11-13T09:05:00.000Z',
  blocks: [
    heading('Reasons'),
    paragraph('The family of 12 Elm ', strong('Street'), ', elm street, asked.'),
    ...more,
  ],
});

async function report(...pages: string[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.setAuthor('Doctor Secret');
  for (const text of pages) pdf.addPage([842, 595]).drawText(text, { font, size: 20, x: 50, y: 300 });
  return pdf.save({ useObjectStreams: false });
}

const bundle = async (more: Partial<Bundle> = {}): Promise<Bundle> => ({
  title: 'Appeal bundle',
  reference: 'RC-7F3K-Q2MW-9XC',
  asAt: '2026-11-20T09:00:00.000Z',
  dated: '2026-11-20',
  parts: [
    { title: 'Answer', dated: '2026-11-13', paper: letter('Our answer') },
    {
      title: 'Report',
      dated: '2026-10-01',
      pdf: await report('first findings', 'ZZSECRET address', 'last findings'),
      removedPages: [2],
    },
    { title: 'Second answer', dated: '2026-11-15', paper: letter('Again') },
  ],
  removedWords: ['12 elm street', 'ELM STREET'],
  ...more,
});

describe('A bundle', () => {
  it('has an index with the right pages, bookmarks, and page numbers that run through', async () => {
    const read = await readPdf(await bundleOf(await bundle()));
    expect(read.pages).toBe(6);
    const index = read.text[0]?.replace(/\s+/g, ' ') ?? '';
    expect(index).toMatch(/Answer Friday 13 November 2026 2 to 2 Yes/);
    expect(index).toMatch(/Report Thursday 1 October 2026 3 to 5 Yes/);
    expect(index).toMatch(/Second answer Sunday 15 November 2026 6 to 6 Yes/);
    read.text.forEach((page, n) => expect(page).toContain(`Page ${n + 1} of 6`));
    expect(read.outline).toEqual([
      'Appeal bundle',
      'Our answer',
      'Reasons',
      'Report',
      '2. Report, page 2',
      'Again',
      'Reasons',
    ]);
    expect(read.text[2]).toContain('first findings');
    expect(read.text[4]).toContain('last findings');
  });

  it('stays tagged, with a named figure for each page of an added document', async () => {
    const read = await readPdf(await bundleOf(await bundle()));
    expect(read).toMatchObject({
      marked: true,
      saysUa: true,
      lang: 'en-GB',
      untagged: 0,
      unclaimed: 0,
      incomplete: [],
    });
    expect(read.tags.filter((tag) => tag === 'Figure')).toHaveLength(2);
  });

  it('holds nothing of what was taken out: no word, no page, no author', async () => {
    const bytes = await bundleOf(await bundle());
    const read = await readPdf(bytes);
    expect(flat(read)).toContain('The family of [removed], [removed], asked.');
    expect(flat(read)).not.toMatch(/elm|street|ZZSECRET/i);
    expect(read.text[3]).toContain('This page was taken out of the bundle.');
    // Every stream of the file, unpacked: the removed page is in none of them.
    const plain = await unpacked(bytes);
    expect(plain).toContain(hex('first findings'));
    for (const secret of ['ZZSECRET address', 'Doctor Secret'])
      for (const form of [secret, hex(secret), hex(secret).toLowerCase()]) expect(plain).not.toContain(form);
  });

  it('is the same bytes for the same documents', async () => {
    const [one, two] = [await bundleOf(await bundle()), await bundleOf(await bundle())];
    expect(one.equals(two)).toBe(true);
  });

  it('refuses what is no PDF, and a page that is not there, by name', async () => {
    const added = (pdf: Uint8Array, removedPages?: number[]) =>
      bundle({
        parts: [{ title: 'Scan', dated: '2026-10-01', pdf, ...(removedPages ? { removedPages } : {}) }],
      });
    await expect(bundleOf(await added(Buffer.from('GIF89a')))).rejects.toThrow(
      /“Scan” cannot be read as a PDF/,
    );
    await expect(bundleOf(await added(await report('x'), [2]))).rejects.toThrow(BundleError);
  });
});

const hex = (text: string): string => Buffer.from(text).toString('hex').toUpperCase();

async function unpacked(bytes: Uint8Array): Promise<string> {
  const { decodePDFRawStream, PDFRawStream } = await import('pdf-lib');
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  return pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) =>
      object instanceof PDFRawStream && !/FontFile|Length1/.test(object.dict.toString())
        ? Buffer.from(decodePDFRawStream(object).decode()).toString('latin1')
        : object.toString(),
    )
    .join('\n');
}
