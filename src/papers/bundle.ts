// One file of many documents, for a Tribunal: an index, bookmarks, and page numbers that run through. Papers of ours keep
// their tags; a page of another document is shown as a picture with a name.

import { PDFDocument, PDFOperator, PDFOperatorNames as Operator, rgb } from 'pdf-lib';
import { formatDate, type PlainDate } from '../../workflows/calendar';
import type { Paper } from './paper';
import { filed } from './pdf';
import { withoutWords } from './redact';
import { FOOTER, MARGIN, type Sheet } from './sheet';

export interface OwnPart {
  title: string;
  dated: PlainDate;
  paper: Paper;
}

/** A document that was made elsewhere. Words cannot be taken out of it, only whole pages, counted from 1. */
export interface AddedPart {
  title: string;
  dated: PlainDate;
  pdf: Uint8Array;
  removedPages?: number[];
}

export type BundlePart = OwnPart | AddedPart;

export interface Bundle {
  title: string;
  reference: string;
  asAt: string;
  dated: PlainDate;
  parts: BundlePart[];
  /** Taken out of every paper made here. */
  removedWords?: string[];
}

/** An added document that cannot be put into a bundle, said for a person. */
export class BundleError extends Error {}

const PAGE_REMOVED = 'This page was taken out of the bundle.';

export async function bundleOf(bundle: Bundle): Promise<Buffer> {
  const parts = await Promise.all(bundle.parts.map((part) => prepared(part, bundle.removedWords ?? [])));
  // Drawn twice: only then is it known on which page each document begins.
  let places: Place[] = [];
  let file = await drawn(bundle, parts, places, (found) => (places = found));
  const first = places;
  file = await drawn(bundle, parts, first, (found) => (places = found));
  if (JSON.stringify(first) !== JSON.stringify(places))
    file = await drawn(bundle, parts, places, () => undefined);
  return withAddedPages(file, parts, places);
}

interface Place {
  from: number;
  to: number;
}

type Prepared = (OwnPart | (AddedPart & { source: PDFDocument })) & { redacted: boolean };

async function prepared(part: BundlePart, words: string[]): Promise<Prepared> {
  if ('paper' in part) {
    const paper = withoutWords(part.paper, words);
    const title = withoutWords({ ...part.paper, title: part.title, blocks: [] }, words).title;
    return { ...part, title, paper, redacted: JSON.stringify(paper) !== JSON.stringify(part.paper) };
  }
  try {
    const source = await PDFDocument.load(part.pdf, { updateMetadata: false });
    const beyond = (part.removedPages ?? []).find((n) => n < 1 || n > source.getPageCount());
    if (beyond !== undefined) throw new BundleError(`“${part.title}” has no page ${beyond}.`);
    return { ...part, source, redacted: (part.removedPages ?? []).length > 0 };
  } catch (error) {
    if (error instanceof BundleError) throw error;
    throw new BundleError(
      `“${part.title}” cannot be read as a PDF, or is locked with a password. Save it again without one, and try once more.`,
    );
  }
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
              text: `Where words or pages were taken out, “[removed]” or “${PAGE_REMOVED}” stands in their place. They are not in this file.`,
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

function frames(
  sheet: Sheet,
  { source, title, dated, removedPages = [] }: Extract<Prepared, AddedPart>,
  number: number,
): void {
  const count = source.getPageCount();
  for (let n = 1; n <= count; n += 1) {
    if (n > 1) sheet.nextPage();
    if (removedPages.includes(n))
      sheet.draw({
        title: `${number}. ${title}, page ${n}`,
        reference: title,
        asAt: '',
        dated,
        blocks: [{ kind: 'notice', runs: [{ text: PAGE_REMOVED }] }],
      });
    else
      sheet.frame(
        `Page ${n} of ${count} of “${title}”, a document that was added.`,
        n === 1 ? title : undefined,
      );
  }
}

/** Only the pages that stay are copied: nothing of a removed page is in the file. */
async function withAddedPages(file: Buffer, parts: Prepared[], places: Place[]): Promise<Buffer> {
  if (parts.every((part) => 'paper' in part)) return file;
  const pdf = await PDFDocument.load(file, { updateMetadata: false });
  for (const [n, part] of parts.entries()) {
    if ('paper' in part) continue;
    const kept = part.source.getPageIndices().filter((index) => !part.removedPages?.includes(index + 1));
    const embedded = await pdf.embedPages(kept.map((index) => part.source.getPage(index)));
    embedded.forEach((each, k) => {
      const page = pdf.getPage((places[n] as Place).from - 1 + (kept[k] as number));
      const room = { width: page.getWidth() - 2 * MARGIN, height: page.getHeight() - MARGIN - FOOTER };
      const scale = Math.min(room.width / each.width, room.height / each.height, 1);
      const [width, height] = [each.width * scale, each.height * scale];
      const at = { x: MARGIN + (room.width - width) / 2, y: FOOTER + (room.height - height), width, height };
      // The figure in the structure speaks for it.
      page.pushOperators(PDFOperator.of(Operator.BeginMarkedContent, ['/Artifact' as never]));
      page.drawPage(each, at);
      page.drawRectangle({ ...at, borderColor: rgb(0.69, 0.71, 0.72), borderWidth: 0.5 });
      page.pushOperators(PDFOperator.of(Operator.EndMarkedContent));
    });
  }
  return Buffer.from(await pdf.save({ useObjectStreams: false, updateFieldAppearances: false }));
}
