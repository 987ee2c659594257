// Reads a PDF with other libraries than the one that made it: what it says, how it is tagged, and what is wrong with that.

import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { faultsOf } from './pdf-faults';

export interface ReadPdf {
  pages: number;
  title: string | undefined;
  /** Structure types in reading order, e.g. `Document`, `H1`, `P`. */
  tags: string[];
  /** What can be said against its accessibility. */
  faults: string[];
  /** The words that stand for each figure. */
  alts: string[];
  outline: string[];
  /** Text of each page, decoration included. */
  text: string[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const tags: string[] = [];
  const alts: string[] = [];
  const walk = (dict: PDFDict): void => {
    const alt = dict.lookup(PDFName.of('Alt'));
    tags.push(String(dict.get(PDFName.of('S'))).slice(1));
    if (alt instanceof PDFString || alt instanceof PDFHexString) alts.push(alt.decodeText());
    elementsIn(pdf, dict).forEach(walk);
  };
  const tree = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  if (tree) elementsIn(pdf, tree).forEach(walk);
  const { text, outline } = await textOf(bytes);
  return { pages: text.length, title: pdf.getTitle(), tags, faults: faultsOf(pdf), alts, outline, text };
}

/** Page texts as one line, for what must stand somewhere in it. */
export const flat = ({ text }: ReadPdf): string => text.join(' ').replace(/\s+/g, ' ');

/** Elements of the structure that stand directly in this one. */
function elementsIn(pdf: PDFDocument, dict: PDFDict): PDFDict[] {
  const inside = dict.lookup(PDFName.of('K'));
  const all = inside && 'asArray' in inside ? (inside as { asArray(): unknown[] }).asArray() : [inside];
  return all
    .map((each) => pdf.context.lookup(each as never))
    .filter((each): each is PDFDict => each instanceof PDFDict && each.has(PDFName.of('S')));
}

/** As pdf.js reads it: in a thread, because it comes as a module of the new kind. */
function textOf(bytes: Uint8Array): Promise<Pick<ReadPdf, 'text' | 'outline'>> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(join(__dirname, 'pdf-text.mjs'), { workerData: new Uint8Array(bytes) });
    thread.on('message', resolve);
    thread.on('error', reject);
  });
}
