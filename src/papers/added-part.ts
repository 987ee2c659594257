// A document that was made elsewhere, made ready for a bundle: pages that stay as they are, pages drawn anew without the
// words that must not be seen, and pages taken out whole.

import { PDFDocument, type PDFPage } from 'pdf-lib';
import type { PlainDate } from '../../workflows/calendar';
import type { AddedFile, PageReader, Picture } from './added-page';
import { saysMore } from './hidden-text';
import { textWithout } from './redact';
import { rangesOf } from './words';

export interface AddedPart {
  title: string;
  dated: PlainDate;
  kind: 'pdf' | 'picture';
  content: Uint8Array;
  /** Taken out whole, counted from 1. */
  removedPages?: number[];
}

export type PreparedPage =
  | { kind: 'copied'; page: PDFPage }
  /** `says`: what of its text stays, for those who cannot see it. */
  | { kind: 'picture'; picture: Picture; says?: string }
  | { kind: 'removed' };

export interface PreparedAdded {
  title: string;
  dated: PlainDate;
  pages: PreparedPage[];
  redacted: boolean;
}

/** Why there is no bundle. `part`: the document that is in the way, by its place from 0; the text names nothing. */
export class BundleError extends Error {
  constructor(
    readonly part: number | undefined,
    readonly about: 'content' | 'pages' | 'looked' | 'size',
    message: string,
  ) {
    super(message);
    this.name = 'BundleError';
  }
}

export interface Terms {
  words: string[];
  /** What is left for this part and those after it. */
  room: { pages: number; drawn: number };
  reader: PageReader;
  /** Pages that no machine can read, put here as they are found. */
  unread: { part: number; pages: number[] }[];
}

const LONGEST_SAID = 4000;

/** @throws BundleError */
export async function prepareAdded(part: AddedPart, n: number, terms: Terms): Promise<PreparedAdded> {
  const title = textWithout(part.title, terms.words);
  const made = part.kind === 'pdf' ? await ofPdf(part, n, terms) : await ofPicture(part, n, terms);
  return { title, dated: part.dated, ...made };
}

type Made = Pick<PreparedAdded, 'pages' | 'redacted'>;

async function ofPicture(part: AddedPart, n: number, { room, reader, unread }: Terms): Promise<Made> {
  takePages(room, 1, n);
  if (part.removedPages?.some((page) => page !== 1))
    throw new BundleError(n, 'pages', 'It has one page. To leave it out, do not choose it.');
  if (part.removedPages?.includes(1)) return { pages: [{ kind: 'removed' }], redacted: true };
  unread.push({ part: n, pages: [1] });
  const picture = await reader.photo(part.content).catch(() => {
    throw new BundleError(
      n,
      'content',
      'This picture cannot be opened. Save it again, and add it once more.',
    );
  });
  return { pages: [{ kind: 'picture', picture }], redacted: false };
}

async function ofPdf(part: AddedPart, n: number, { words, room, reader, unread }: Terms): Promise<Made> {
  const source = await opened(part, n);
  const count = source.getPageCount();
  takePages(room, count, n);
  const removed = new Set(part.removedPages ?? []);
  const beyond = [...removed].find((page) => page < 1 || page > count);
  if (beyond !== undefined)
    throw new BundleError(
      n,
      'pages',
      `It has ${count === 1 ? 'one page' : `${count} pages`}. There is no page ${beyond}.`,
    );
  const read = await readerOf(reader, part, n);
  try {
    const pages: PreparedPage[] = [];
    const unreadable: number[] = [];
    let redacted = removed.size > 0;
    for (let number = 1; number <= count; number += 1) {
      if (removed.has(number)) {
        pages.push({ kind: 'removed' });
        continue;
      }
      const page = await read.page(number);
      const hidden = rangesOf(page.text, words);
      if (page.text === '') unreadable.push(number);
      redacted ||= hidden.length > 0;
      const copy = source.getPage(number - 1);
      // A page with nothing on it cannot be copied.
      const whole = copy.node.Contents() !== undefined && !page.showsMore;
      const stays = whole && hidden.length === 0 && !(words.length > 0 && saysMore(copy));
      if (stays) {
        pages.push({ kind: 'copied', page: copy });
        continue;
      }
      room.drawn -= 1;
      if (room.drawn < 0)
        throw new BundleError(
          n,
          'size',
          'Words would have to be painted over on too many pages. Take whole pages out, or make two bundles.',
        );
      const says = textWithout(page.text, words).replace(/\s+/g, ' ').trim().slice(0, LONGEST_SAID);
      pages.push({ kind: 'picture', picture: await page.picture(hidden), ...(says ? { says } : {}) });
    }
    if (unreadable.length > 0) unread.push({ part: n, pages: unreadable });
    return { pages, redacted };
  } finally {
    await read.close();
  }
}

function takePages(room: Terms['room'], count: number, n: number): void {
  room.pages -= count;
  if (room.pages < 0)
    throw new BundleError(n, 'size', 'There are too many pages for one bundle. Make two, or choose fewer.');
}

const broken = (n: number): BundleError =>
  new BundleError(
    n,
    'content',
    'It cannot be read as a PDF, or is locked with a password. Save it again without one, and add it once more.',
  );

async function opened({ content }: AddedPart, n: number): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(content, { updateMetadata: false });
  } catch {
    throw broken(n);
  }
}

async function readerOf(reader: PageReader, { content }: AddedPart, n: number): Promise<AddedFile> {
  try {
    return await reader.open(content);
  } catch {
    throw broken(n);
  }
}
