// A check that cannot fail proves nothing: a good paper is broken in each way, and each time the fault is named.

import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib';
import { bullets, heading, pdfOf, type Paper } from '../src/papers';
import { faultsOf } from './pdf-faults';

const name = (text: string): PDFName => PDFName.of(text);
const paper: Paper = {
  title: 'A paper',
  reference: 'RC-7F3K-Q2MW-9XC',
  dated: '2026-11-13',
  asAt: '2026-11-13T09:05:00.000Z',
  blocks: [
    heading('Second'),
    heading('Third', 3),
    bullets('one', 'two'),
    { kind: 'table', caption: 'Points', header: ['Point', 'Who'], rows: [['Sessions', 'The ICB']] },
    {
      kind: 'chart',
      title: 'On time',
      summary: 'Duties: 62%',
      largest: 100,
      groups: [{ title: 'Duties', bars: [{ label: '', value: 62, shown: '62%' }] }],
    },
  ],
};

const elementsOf = (pdf: PDFDocument, type: string): PDFDict[] =>
  pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.get(name('S')) === name(type) ? [object] : [],
    );
const first = (pdf: PDFDocument, type: string): PDFDict => elementsOf(pdf, type)[0] as PDFDict;
const attributesOf = (element: PDFDict): PDFDict => element.lookup(name('A'), PDFDict);

/** What is painted on the first page, changed. */
function painted(pdf: PDFDocument, change: (source: string) => string): void {
  const { node } = pdf.getPage(0);
  const contents = node.get(name('Contents'));
  const whole = pdf.context.lookup(contents);
  const [stream] =
    whole instanceof PDFArray ? whole.asArray().map((each) => pdf.context.lookup(each)) : [whole];
  const source = Buffer.from(decodePDFRawStream(stream as PDFRawStream).decode()).toString('latin1');
  node.set(
    name('Contents'),
    pdf.context.register(pdf.context.flateStream(Buffer.from(change(source), 'latin1'))),
  );
}

const ways: [fault: string, breaks: (pdf: PDFDocument) => void][] = [
  ['has no structure', ({ catalog }) => catalog.delete(name('StructTreeRoot'))],
  ['is not said to be tagged', ({ catalog }) => catalog.delete(name('MarkInfo'))],
  [
    'says that its tags are doubtful',
    ({ catalog }) => catalog.lookup(name('MarkInfo'), PDFDict).set(name('Suspects'), PDFBool.True),
  ],
  ['does not say its language', ({ catalog }) => catalog.delete(name('Lang'))],
  ['shows its file name, not its title', ({ catalog }) => catalog.delete(name('ViewerPreferences'))],
  ['does not say that it follows PDF/UA-1', ({ catalog }) => catalog.delete(name('Metadata'))],
  ['has no title in its metadata', ({ catalog }) => catalog.delete(name('Metadata'))],
  ['has no title', (pdf) => pdf.setTitle(' ')],
  ['has OpenAction', ({ catalog, context }) => catalog.set(name('OpenAction'), context.obj([]))],
  [
    'carries files or scripts',
    ({ catalog, context }) => catalog.set(name('Names'), context.obj({ EmbeddedFiles: {} })),
  ],
  ['does not have one Document at its root', (pdf) => first(pdf, 'Document').set(name('S'), name('Part'))],
  ['H2 stands in LI', (pdf) => first(pdf, 'Lbl').set(name('S'), name('H2'))],
  ['does not begin with a heading of the first level', (pdf) => first(pdf, 'H1').set(name('S'), name('P'))],
  ['skips a level of headings', (pdf) => first(pdf, 'H2').set(name('S'), name('P'))],
  ['a figure without words', (pdf) => first(pdf, 'Figure').delete(name('Alt'))],
  ['a figure without its place', (pdf) => attributesOf(first(pdf, 'Figure')).delete(name('BBox'))],
  ['a header cell for nothing', (pdf) => attributesOf(first(pdf, 'TH')).delete(name('Scope'))],
  ['a table without a caption', (pdf) => first(pdf, 'Caption').set(name('S'), name('TR'))],
  [
    'a table with rows of different lengths',
    (pdf) => {
      const row = first(pdf, 'TR').lookup(name('K'), PDFArray);
      row.remove(row.size() - 1);
    },
  ],
  [
    'a row without a header cell',
    (pdf) => elementsOf(pdf, 'TH').forEach((cell) => cell.set(name('S'), name('TD'))),
  ],
  ['a list that does not say how it is numbered', (pdf) => first(pdf, 'L').delete(name('A'))],
  ['an item without its mark or its text', (pdf) => first(pdf, 'Lbl').set(name('S'), name('LBody'))],
  ['an empty list', (pdf) => first(pdf, 'L').delete(name('K'))],
  ['an empty P', (pdf) => first(pdf, 'P').delete(name('K'))],
  [
    'a content that two tags claim',
    (pdf) => {
      const [one, two] = elementsOf(pdf, 'P');
      one?.set(name('K'), two?.get(name('K')) as PDFRef);
      one?.set(name('Pg'), two?.get(name('Pg')) as PDFRef);
    },
  ],
  ['a content that no tag claims', (pdf) => painted(pdf, (all) => all.replace(/MCID 0\b/, 'MCID 900'))],
  [
    'a tag for a content that is not there',
    (pdf) => painted(pdf, (all) => all.replace(/MCID 0\b/, 'MCID 900')),
  ],
  [
    'a content whose tag cannot be found from it',
    (pdf) => pdf.getPage(0).node.set(name('StructParents'), PDFNumber.of(77)),
  ],
  [
    'a tag or decoration within another',
    (pdf) => painted(pdf, (all) => all.replace('BDC', 'BDC /Artifact BMC EMC')),
  ],
  ['a mark that ends and did not begin', (pdf) => painted(pdf, (all) => `EMC ${all}`)],
  ['a mark that does not end', (pdf) => painted(pdf, (all) => `${all} /Artifact BMC`)],
  ['something painted outside every tag', (pdf) => painted(pdf, (all) => `${all} 0 0 10 10 re f`)],
  ['a letter that no font has', (pdf) => painted(pdf, (all) => all.replace(/\[<[0-9a-f]{4}/i, '[<0000'))],
  [
    'a page with links that are not in reading order',
    (pdf) => {
      pdf.getPage(0).node.delete(name('Tabs'));
      pdf.getPage(0).node.set(name('Annots'), pdf.context.obj([pdf.context.obj({ Subtype: 'Link' })]));
    },
  ],
  ['a font that is not in the file', (pdf) => void standardFont(pdf)],
  ['a font whose letters cannot be read out', (pdf) => void standardFont(pdf)],
];

const standardFont = (pdf: PDFDocument): PDFRef =>
  pdf.context.register(pdf.context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' }));

describe('The check of accessible papers', () => {
  let good: Buffer;
  const read = () => PDFDocument.load(good, { updateMetadata: false });
  beforeAll(async () => {
    good = await pdfOf(paper);
  });

  it('finds nothing in a paper of ours', async () => {
    expect(faultsOf(await read())).toEqual([]);
  });

  it.each(ways)('finds that it %s', async (fault, breaks) => {
    const pdf = await read();
    breaks(pdf);
    expect(faultsOf(pdf)).toContain(fault);
  });
});
