// A PDF made anew from its pages: what is not on a page (author, history, scripts, attached files) is not copied.

import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { getDocument } from 'pdfjs/legacy/build/pdf.mjs';
import { bareJpeg } from './picture-segments.mjs';
import { Refused } from './refused.mjs';

const name = (text) => PDFName.of(text);
/** What a part of a page may say about who made it and when, or do when it is opened. */
const UNWANTED = ['Metadata', 'PieceInfo', 'LastModified', 'AA'].map(name);
/** What a note on a page says about its writer. */
const WRITER = ['T', 'NM', 'M', 'CreationDate', 'RC'].map(name);
const ACTIONS = [
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'GoToR',
  'GoToE',
  'Rendition',
  'Movie',
  'RichMediaExecute',
].map(name);
const NOTES = ['FileAttachment', 'RichMedia', 'Screen', 'Movie', 'Sound', '3D'].map(name);

export async function clean(bytes) {
  const copy = await pagesOf(await opened(bytes));
  for (const [ref, object] of copy.context.enumerateIndirectObjects()) {
    if (isUnwantedNote(object)) copy.context.delete(ref);
    tidy(object instanceof PDFRawStream ? object.dict : object);
    if (object instanceof PDFRawStream && filterOf(object) === name('DCTDecode'))
      copy.context.assign(ref, PDFRawStream.of(object.dict, new Uint8Array(bareJpeg(object.contents))));
  }
  const content = await copy.save({ addDefaultPage: false });
  return { content, ...(await readable(content)) };
}

async function opened(bytes) {
  const source = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true });
  if (source.isEncrypted) throw new Refused('locked');
  if (source.getPageCount() === 0) throw new Refused('broken');
  if (!source.catalog.has(name('AcroForm'))) return source;
  // Filled fields are drawn by the form; without it their text would silently be gone.
  try {
    const form = source.getForm();
    if (form.hasXFA()) throw new Refused('form');
    form.flatten();
  } catch {
    throw new Refused('form');
  }
  return source;
}

async function pagesOf(source) {
  const copy = await PDFDocument.create({ updateMetadata: false });
  for (const page of await copy.copyPages(source, source.getPageIndices())) copy.addPage(page);
  return copy;
}

/** A dictionary or list, and those that stand in it without an object of their own. */
function tidy(object) {
  if (object instanceof PDFArray) {
    for (let n = object.size() - 1; n >= 0; n -= 1) {
      if (isUnwantedNote(object.lookup(n))) object.remove(n);
      else tidy(object.get(n));
    }
  }
  if (!(object instanceof PDFDict)) return;
  for (const key of [...UNWANTED, ...(object.has(name('Rect')) ? WRITER : [])]) object.delete(key);
  const action = object.lookup(name('A'));
  if (action instanceof PDFDict && ACTIONS.includes(action.lookup(name('S')))) object.delete(name('A'));
  for (const [, value] of object.entries()) tidy(value);
}

const isUnwantedNote = (object) =>
  object instanceof PDFDict && object.has(name('Rect')) && NOTES.includes(object.lookup(name('Subtype')));

function filterOf({ dict }) {
  const filter = dict.lookup(name('Filter'));
  return filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
}

/** What can be read on its pages and in notes on them, and whether some page has nothing that can be. */
async function readable(content) {
  const document = await getDocument({
    data: new Uint8Array(content),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  }).promise;
  const pages = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n);
    const { items } = await page.getTextContent();
    const notes = (await page.getAnnotations()).map(
      ({ contentsObj, url }) => `${contentsObj?.str ?? ''} ${url ?? ''}`,
    );
    pages.push({
      shown: items
        .map(({ str = '' }) => str)
        .join(' ')
        .trim(),
      notes: notes.join(' '),
    });
  }
  return {
    text: pages.map(({ shown, notes }) => `${shown}\n${notes}`).join('\n'),
    pictures: pages.some(({ shown }) => shown === ''),
  };
}
