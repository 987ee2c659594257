// Whether a page says something beside what it shows: text for screen readers and for copying can differ from what is
// painted, and a reader of the painted text does not see it.

import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  PDFRef,
  type PDFObject,
  type PDFPage,
} from 'pdf-lib';

const SAYS = ['ActualText', 'Alt', 'E', 'TU', 'Contents'].map((name) => PDFName.of(name));
const IN_STREAM = /\/(ActualText|Alt|E)\s*[(<]/;
/** What leads away from the page. */
const AWAY = ['Parent', 'Annots', 'B', 'Thumb', 'Font'].map((name) => PDFName.of(name));

export function saysMore(page: PDFPage): boolean {
  const { context } = page.doc;
  const seen = new Set<PDFObject>();
  const look = (found: PDFObject | undefined, top = false): boolean => {
    const object = found instanceof PDFRef ? context.lookup(found) : found;
    if (object === undefined || seen.has(object)) return false;
    seen.add(object);
    if (object instanceof PDFArray) return object.asArray().some((each) => look(each));
    if (object instanceof PDFRawStream) return isDrawing(object) && (look(object.dict) || inStream(object));
    if (!(object instanceof PDFDict)) return false;
    if (!top && SAYS.some((name) => object.has(name))) return true;
    return object.entries().some(([name, value]) => !AWAY.includes(name) && look(value));
  };
  return look(page.node, true);
}

/** Neither a picture nor a font: those say nothing by themselves. */
function isDrawing({ dict }: PDFRawStream): boolean {
  const type = dict.lookup(PDFName.of('Subtype'));
  return type === undefined || type === PDFName.of('Form');
}

function inStream(stream: PDFRawStream): boolean {
  try {
    return IN_STREAM.test(Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'));
  } catch {
    // What cannot be looked into is not trusted.
    return true;
  }
}
