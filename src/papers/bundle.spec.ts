import {
  decodePDFRawStream,
  degrees,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  rgb,
  StandardFonts,
} from 'pdf-lib';
import sharp from 'sharp';
import { flat, readPdf } from '../../test/read-pdf';
import { BundleError, heading, paragraph, Press, strong, type AddedPart, type Bundle, type Paper } from '.';

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

const added = (content: Uint8Array, more: Partial<AddedPart> = {}): AddedPart => ({
  title: 'Report',
  dated: '2026-10-01',
  kind: 'pdf',
  content,
  ...more,
});

const bundle = async (more: Partial<Bundle> = {}): Promise<Bundle> => ({
  title: 'Appeal bundle',
  reference: 'RC-7F3K-Q2MW-9XC',
  asAt: '2026-11-20T09:00:00.000Z',
  dated: '2026-11-20',
  parts: [
    { title: 'Answer', dated: '2026-11-13', paper: letter('Our answer') },
    added(await report('first findings', 'ZZSECRET address', 'last findings'), { removedPages: [2] }),
    { title: 'Second answer', dated: '2026-11-15', paper: letter('Again') },
  ],
  removedWords: ['12 elm street', 'ELM STREET'],
  ...more,
});

describe('A bundle', () => {
  const press = new Press();
  const made = async (more: Partial<Bundle> = {}) => press.bundle(await bundle(more));
  const refused = async (more: Partial<Bundle>) => {
    const error: unknown = await made(more).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(BundleError);
    const { part, about, message } = error as BundleError;
    return { part, about, message };
  };
  afterAll(() => press.onApplicationShutdown());

  it('has an index with the right pages, bookmarks, and page numbers that run through', async () => {
    const read = await readPdf(await made());
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
    const read = await readPdf(await made());
    // Fonts of a document that was made elsewhere are as they came.
    expect(read.faults.filter((fault) => !/ font /.test(fault))).toEqual([]);
    expect(read.tags.filter((tag) => tag === 'Figure')).toHaveLength(2);
  });

  it('holds nothing of what was taken out: no word, no page, no author', async () => {
    const bytes = await made();
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

  it('paints words of an added page over in a picture, whatever way they are set, and leaves the rest to be seen', async () => {
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.TimesRoman);
    const [red, blue] = [rgb(1, 0, 0), rgb(0, 0, 1)];
    const page = pdf.addPage([595, 842]);
    // One run for pdf readers: the words before and after are blue, the address is red.
    const place = (text: string, x: number, y: number, color = blue) =>
      page.drawText(text, { font, size: 14, x, y, color });
    place('They live at ', 50, 700);
    place('12 Hidden Lane', 50 + font.widthOfTextAtSize('They live at ', 14), 700, red);
    place(' with a dog.', 50 + font.widthOfTextAtSize('They live at 12 Hidden Lane', 14), 700);
    place('The road is called 12, HIDDEN', 50, 600);
    place('Lane, gjpqyÅ', 50, 580);
    page.drawText('12 Hidden Lane', { font, size: 18, x: 300, y: 300, rotate: degrees(40), color: red });
    const bytes = await made({
      parts: [added(await pdf.save())],
      removedWords: ['12 hidden lane'],
    });
    const read = await readPdf(bytes);
    expect(read.text[0]).toContain('2 to 2 Yes');
    expect(flat(read)).not.toMatch(/hidden|lane/i);
    const plain = await unpacked(bytes);
    for (const word of ['Hidden', 'HIDDEN', 'Lane'])
      for (const form of [word, hex(word), hex(word).toLowerCase()]) expect(plain).not.toContain(form);
    expect(read.alts.join(' ')).toContain('They live at [removed] with a dog. The road is called [removed]');
    const [picture] = await picturesIn(bytes);
    const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
    const count = (is: (r: number, g: number, b: number) => boolean) => {
      let found = 0;
      for (let at = 0; at < data.length; at += info.channels)
        if (is(data[at] as number, data[at + 1] as number, data[at + 2] as number)) found += 1;
      return found;
    };
    expect(count((r, g, b) => r > 150 && g < 110 && b < 110)).toBe(0);
    expect(count((r, g, b) => b > 150 && r < 110 && g < 110)).toBeGreaterThan(500);
    expect(count((r, g, b) => r < 20 && g < 20 && b < 20)).toBeGreaterThan(5000);
  });

  it('draws a page anew that says more than it shows, and one on which notes lie', async () => {
    const pdf = await PDFDocument.load(await report('a finding', 'a second finding', 'plain'));
    const [first, second] = pdf.getPages();
    const marks = pdf.context.flateStream('/Span <</ActualText (ZZSECRET)>> BDC EMC');
    first?.node.addContentStream(pdf.context.register(marks));
    const note = {
      Type: 'Annot',
      Subtype: 'FreeText',
      Rect: [50, 100, 200, 150],
      DA: PDFHexString.fromText('/Helv 12 Tf 0 g'),
      Contents: PDFHexString.fromText('Seen by ZZSECRET'),
    };
    second?.node.set(PDFName.of('Annots'), pdf.context.obj([pdf.context.obj(note)]));
    const bytes = await made({
      parts: [added(await pdf.save({ useObjectStreams: false }))],
      removedWords: ['zzsecret'],
    });
    const read = await readPdf(bytes);
    expect((await picturesIn(bytes)).length).toBe(2);
    expect(read.text[3]).toContain('plain');
    expect(await unpacked(bytes)).not.toMatch(/ZZSECRET/i);
    expect(read.alts.join(' ')).toContain('Seen by [removed]');
  });

  it('takes a photo in, and asks whether somebody has looked before it is taken for clean', async () => {
    const photo = await sharp({ create: { width: 5000, height: 2500, channels: 3, background: '#808000' } })
      .jpeg()
      .toBuffer();
    const empty = await PDFDocument.create();
    empty.addPage();
    const parts = [
      { title: 'Answer', dated: '2026-11-13' as const, paper: letter('Our answer') },
      added(photo, { kind: 'picture', title: 'The garden of 12 Elm Street' }),
      added(await empty.save(), { title: 'Scan' }),
    ];
    expect(await refused({ parts })).toMatchObject({
      about: 'looked',
      message: expect.stringContaining('document 2, page 1; document 3, page 1.'),
    });
    const bytes = await made({ parts, looked: true });
    const read = await readPdf(bytes);
    expect(flat(read)).toContain('The garden of [removed]');
    expect(read.pages).toBe(4);
    const [picture] = await picturesIn(bytes);
    expect((await sharp(picture).metadata()).width).toBe(2400);
    expect((await readPdf(await made({ parts, removedWords: [] }))).pages).toBe(4);
  });

  it('is the same bytes for the same documents', async () => {
    const [one, two] = [await made(), await made()];
    expect(one.equals(two)).toBe(true);
  });

  it('refuses what is no PDF, a page that is not there, and more than fits, by its place and without its name', async () => {
    const one = (content: Uint8Array, more: Partial<AddedPart> = {}) => ({ parts: [added(content, more)] });
    expect(await refused(one(Buffer.from('GIF89a')))).toMatchObject({
      part: 0,
      about: 'content',
      message: expect.stringMatching(/^It cannot be read as a PDF/),
    });
    expect(await refused(one(await report('x'), { removedPages: [2] }))).toMatchObject({ about: 'pages' });
    expect(await refused(one(Buffer.from('GIF89a'), { kind: 'picture' }))).toMatchObject({
      about: 'content',
    });
    const long = await PDFDocument.create();
    for (let n = 0; n <= 1000; n += 1) long.addPage();
    expect(await refused(one(await long.save()))).toMatchObject({ part: 0, about: 'size' });
  });
});

const hex = (text: string): string => Buffer.from(text).toString('hex').toUpperCase();

async function streamsOf(bytes: Uint8Array): Promise<PDFRawStream[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  return pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [object] : []));
}

const isPicture = ({ dict }: PDFRawStream): boolean =>
  dict.get(PDFName.of('Filter'))?.toString() === '/DCTDecode';

/** The JPEGs in a file, as they are. */
async function picturesIn(bytes: Uint8Array): Promise<Buffer[]> {
  return (await streamsOf(bytes)).filter(isPicture).map(({ contents }) => Buffer.from(contents));
}

async function unpacked(bytes: Uint8Array): Promise<string> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  return pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) =>
      object instanceof PDFRawStream && !isPicture(object) && !/FontFile|Length1/.test(object.dict.toString())
        ? `${object.dict.toString()}${Buffer.from(decodePDFRawStream(object).decode()).toString('latin1')}`
        : object.toString(),
    )
    .join('\n');
}
