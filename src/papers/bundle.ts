// One file of many documents, for a Tribunal: an index, bookmarks, and page numbers that run through. Papers of ours keep
// their tags; a page of another document is shown as a picture with a name.

import { PDFDocument, PDFOperator, PDFOperatorNames as Operator, rgb, type PDFPage } from 'pdf-lib';
import { formatDate, type PlainDate } from '../../workflows/calendar';
import type { PageReader } from './added-page';
import { BundleError, prepareAdded, type AddedPart, type PreparedAdded, type Terms } from './added-part';
import type { Paper } from './paper';
import { filed } from './pdf';
import { textWithout, withoutWords } from './redact';
import { FOOTER, MARGIN, type Sheet } from './sheet';

export interface OwnPart {
  title: string;
  dated: PlainDate;
  paper: Paper;
}

export type BundlePart = OwnPart | AddedPart;

export interface Bundle {
  title: string;
  reference: string;
  asAt: string;
  dated: PlainDate;
  parts: BundlePart[];
  /** Taken out of everything in it. */
  removedWords?: string[];
  /** Somebody has looked at the pages that no machine can read: nothing in them must be taken out. */
  looked?: boolean;
}

const PAGE_REMOVED = 'This page was taken out of the bundle.';

/** @throws BundleError where a document cannot go in as it is */
export async function bundleOf(bundle: Bundle, reader: PageReader): Promise<Buffer> {
  const words = (bundle.removedWords ?? []).filter((word) => word.trim() !== '');
  const room = { pages: MOST_PAGES, drawn: MOST_DRAWN };
  const unread: Terms['unread'] = [];
  const parts: Prepared[] = [];
  for (const [n, part] of bundle.parts.entries())
    parts.push(
      'paper' in part ? withoutIn(part, words) : await prepareAdded(part, n, { words, room, reader, unread }),
    );
  if (words.length > 0 && !bundle.looked && unread.length > 0) throw notLooked(unread);
  // Drawn twice: only then is it known on which page each document begins.
  let places: Place[] = [];
  let file = await drawn(bundle, parts, places, (found) => (places = found));
  const first = places;
  file = await drawn(bundle, parts, first, (found) => (places = found));
  if (JSON.stringify(first) !== JSON.stringify(places))
    file = await drawn(bundle, parts, places, () => undefined);
  return withAddedPages(file, parts, places);
}

/** Pages of added documents, and how many of them can be drawn anew. */
const MOST_PAGES = 1000;
const MOST_DRAWN = 150;

interface Place {
  from: number;
  to: number;
}

type Prepared = (OwnPart & { redacted: boolean }) | PreparedAdded;

function withoutIn(part: OwnPart, words: string[]): Prepared {
  const paper = withoutWords(part.paper, words);
  const redacted = JSON.stringify(paper) !== JSON.stringify(part.paper);
  return { ...part, title: textWithout(part.title, words), paper, redacted };
}

function notLooked(unread: Terms['unread']): BundleError {
  const where = unread.map(
    ({ part, pages }) => `document ${part + 1}, ${pages.length === 1 ? 'page' : 'pages'} ${pages.join(', ')}`,
  );
  return new BundleError(
    undefined,
    'looked',
    `A machine cannot read these pages: ${where.join('; ')}. Look for what must not be seen. Then say that you have looked, or take these pages out.`,
  );
}

function drawn(
  { title, reference, asAt, dated }: Bundle,
  parts: Prepared[],
  known: Place[],
  found: (places: Place[]) => void,
): Promise<Buffer> {
  return filed({ title, reference, asAt }, (sheet) => {
    sheet.draw({
      title,
      reference,
      asAt,
      dated,
      blocks: [
        {
          kind: 'table',
          caption: 'Index',
          header: ['Number', 'Document', 'Date', 'Pages', 'Redacted'],
          rows: parts.map((part, n) => [
            String(n + 1),
            part.title,
            formatDate(part.dated),
            known[n] ? `${known[n].from} to ${known[n].to}` : '000 to 000',
            part.redacted ? 'Yes' : 'No',
          ]),
        },
        {
          kind: 'paragraph',
          small: true,
          runs: [
            {
              text: `Where words or pages were taken out, “[removed]”, a black bar or “${PAGE_REMOVED}” stands in their place. They are not in this file.`,
            },
          ],
        },
      ],
    });
    found(
      parts.map((part, n) => {
        sheet.nextPage();
        const from = sheet.pageNumber;
        if ('paper' in part) sheet.draw(part.paper);
        else frames(sheet, part, n + 1);
        return { from, to: sheet.pageNumber };
      }),
    );
  });
}

function frames(sheet: Sheet, { title, dated, pages }: PreparedAdded, number: number): void {
  pages.forEach((page, n) => {
    if (n > 0) sheet.nextPage();
    if (page.kind === 'removed')
      sheet.draw({
        title: `${number}. ${title}, page ${n + 1}`,
        reference: title,
        asAt: '',
        dated,
        blocks: [{ kind: 'notice', runs: [{ text: PAGE_REMOVED }] }],
      });
    else {
      const says = page.kind === 'picture' && page.says ? ` It says: ${page.says}` : '';
      const which = `Page ${n + 1} of ${pages.length} of “${title}”, a document that was added.`;
      sheet.frame(`${which}${says}`, n === 0 ? title : undefined);
    }
  });
}

/** Only what stays is copied: nothing of a removed page, or of one that was drawn anew, is in the file. */
async function withAddedPages(file: Buffer, parts: Prepared[], places: Place[]): Promise<Buffer> {
  if (parts.every((part) => 'paper' in part)) return file;
  const pdf = await PDFDocument.load(file, { updateMetadata: false });
  for (const [n, part] of parts.entries()) {
    if ('paper' in part) continue;
    const { from } = places[n] as Place;
    for (const [k, content] of part.pages.entries()) {
      const page = pdf.getPage(from - 1 + k);
      if (content.kind === 'copied') {
        const [copy] = await pdf.embedPages([content.page]);
        if (copy) placed(page, copy, (at) => page.drawPage(copy, at));
      } else if (content.kind === 'picture') {
        const image = await pdf.embedJpg(content.picture.jpeg);
        placed(page, content.picture, (at) => page.drawImage(image, at));
      }
    }
  }
  return Buffer.from(await pdf.save({ useObjectStreams: false, updateFieldAppearances: false }));
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** As large as it fits, in a thin frame. */
function placed(page: PDFPage, size: { width: number; height: number }, draw: (at: Box) => void): void {
  const room = { width: page.getWidth() - 2 * MARGIN, height: page.getHeight() - MARGIN - FOOTER };
  const scale = Math.min(room.width / size.width, room.height / size.height, 1);
  const [width, height] = [size.width * scale, size.height * scale];
  const at = { x: MARGIN + (room.width - width) / 2, y: FOOTER + (room.height - height), width, height };
  // The figure in the structure speaks for it.
  page.pushOperators(PDFOperator.of(Operator.BeginMarkedContent, ['/Artifact' as never]));
  draw(at);
  page.drawRectangle({ ...at, borderColor: rgb(0.69, 0.71, 0.72), borderWidth: 0.5 });
  page.pushOperators(PDFOperator.of(Operator.EndMarkedContent));
}
