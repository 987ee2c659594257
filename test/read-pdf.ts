// Reads a PDF with other libraries than the one that made it: its structure, and every text with the tag it stands in.

import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib';
import type { PDFObject } from 'pdf-lib';
// eslint-disable-next-line @typescript-eslint/no-require-imports
const pdfjs = require('pdfjs-dist/legacy/build/pdf.js') as {
  getDocument(source: object): { promise: Promise<PdfJsDocument> };
};

interface PdfJsDocument {
  numPages: number;
  getPage(n: number): Promise<{ getTextContent(): Promise<{ items: { str: string; hasEOL: boolean }[] }> }>;
  getOutline(): Promise<{ title: string; items: unknown[] }[] | null>;
  destroy(): Promise<void>;
}

export interface ReadPdf {
  pages: number;
  title: string | undefined;
  lang: string | undefined;
  marked: boolean;
  displaysTitle: boolean;
  /** XMP metadata says it follows PDF/UA-1. */
  saysUa: boolean;
  /** Structure types in reading order, e.g. `Document`, `H1`, `P`. */
  tags: string[];
  /** Types of the structure elements without one of the attributes they need. */
  incomplete: string[];
  /** Texts painted outside every tag and every artefact. */
  untagged: number;
  /** Marked contents that no structure element claims. */
  unclaimed: number;
  fonts: { name: string; embedded: boolean; unicode: boolean }[];
  outline: string[];
  /** Text of each page, decoration included. */
  text: string[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const { catalog, context } = pdf;
  const tags: string[] = [];
  const incomplete: string[] = [];
  const claimed = new Set<string>();
  const walk = (found: PDFObject | undefined, page?: PDFRef): void => {
    const object = found instanceof PDFRef ? context.lookup(found) : found;
    if (object instanceof PDFArray) return object.asArray().forEach((each) => walk(each, page));
    if (object instanceof PDFNumber) return void claimed.add(`${page?.tag ?? ''} ${object.asNumber()}`);
    if (!(object instanceof PDFDict)) return;
    const own = (object.get(PDFName.of('Pg')) as PDFRef | undefined) ?? page;
    if (object.get(PDFName.of('Type'))?.toString() === '/MCR')
      return void claimed.add(`${own?.tag ?? ''} ${String(object.get(PDFName.of('MCID')))}`);
    const type = object.get(PDFName.of('S'))?.toString().slice(1);
    if (type) {
      tags.push(type);
      const attributes = object.lookup(PDFName.of('A'));
      const has = (name: string) => attributes instanceof PDFDict && attributes.has(PDFName.of(name));
      if (type === 'Figure' && !(object.has(PDFName.of('Alt')) && has('BBox'))) incomplete.push(type);
      if (type === 'TH' && !has('Scope')) incomplete.push(type);
    }
    walk(object.get(PDFName.of('K')), own);
  };
  const tree = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  walk(tree?.get(PDFName.of('K')));

  let untagged = 0;
  let unclaimed = 0;
  for (const page of pdf.getPages()) {
    const contents = page.node.normalizedEntries().Contents;
    const streams = contents?.asArray().map((each) => context.lookup(each)) ?? [];
    const source = streams
      .map((stream) =>
        stream instanceof PDFRawStream
          ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
          : '',
      )
      .join('\n');
    const open: ('artefact' | 'tagged' | 'other')[] = [];
    // Strings first, so that no word in them is taken for an operator.
    for (const token of source
      .replace(/\((?:\\.|[^\\)])*\)/g, '()')
      .matchAll(/\/(\w+)\s*(<<.*?>>)?\s*(BDC|BMC)|\bEMC\b|\b(Tj|TJ)\b/gs)) {
      const [whole, tag, options = '', opens] = token;
      if (opens) {
        const mcid = /\/MCID (\d+)/.exec(options)?.[1];
        if (mcid !== undefined && !claimed.has(`${page.ref.tag} ${mcid}`)) unclaimed += 1;
        open.push(tag === 'Artifact' ? 'artefact' : mcid === undefined ? 'other' : 'tagged');
      } else if (whole === 'EMC') open.pop();
      else if (!open.some((each) => each !== 'other')) untagged += 1;
    }
  }

  const fonts = context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.get(PDFName.of('Type'))?.toString() === '/Font' ? [object] : [],
    )
    .filter(
      (font) =>
        font.get(PDFName.of('Subtype'))?.toString() !== '/CIDFontType2' &&
        font.get(PDFName.of('Subtype'))?.toString() !== '/CIDFontType0',
    )
    .map((font) => {
      const [below] = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.asArray() ?? [];
      const holder = below ? context.lookup(below, PDFDict) : font;
      const about = holder.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
      return {
        name: String(font.get(PDFName.of('BaseFont'))).slice(1),
        embedded: ['FontFile', 'FontFile2', 'FontFile3'].some((name) => about?.has(PDFName.of(name))),
        unicode: font.has(PDFName.of('ToUnicode')),
      };
    });
  const metadata = catalog.lookup(PDFName.of('Metadata'));
  const read = await pdfjs.getDocument({ data: new Uint8Array(bytes), isEvalSupported: false, verbosity: 0 })
    .promise;
  try {
    const text: string[] = [];
    for (let n = 1; n <= read.numPages; n += 1) {
      const { items } = await (await read.getPage(n)).getTextContent();
      text.push(items.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join(''));
    }
    return {
      pages: read.numPages,
      title: pdf.getTitle(),
      lang: (catalog.lookup(PDFName.of('Lang')) as { decodeText?(): string } | undefined)?.decodeText?.(),
      marked:
        String(catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)?.get(PDFName.of('Marked'))) === 'true',
      displaysTitle:
        String(
          catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict)?.get(PDFName.of('DisplayDocTitle')),
        ) === 'true',
      saysUa:
        metadata instanceof PDFRawStream &&
        /pdfuaid:part>1</.test(Buffer.from(decodePDFRawStream(metadata).decode()).toString('utf8')),
      tags,
      incomplete,
      untagged,
      unclaimed,
      fonts,
      outline: ((await read.getOutline()) ?? []).map(({ title }) => title),
      text,
    };
  } finally {
    await read.destroy();
  }
}

/** Page texts as one line, for what must stand somewhere in it. */
export const flat = ({ text }: ReadPdf): string => text.join(' ').replace(/\s+/g, ' ');
