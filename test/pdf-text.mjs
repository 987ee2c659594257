// Reads text and bookmarks of a PDF in a thread: the library comes as a module of the new kind, which test files are not.

import { parentPort, workerData } from 'node:worker_threads';
import { getDocument } from 'pdfjs/legacy/build/pdf.mjs';

const document = await getDocument({
  data: new Uint8Array(workerData),
  isEvalSupported: false,
  useSystemFonts: false,
  disableFontFace: true,
  verbosity: 0,
}).promise;
const text = [];
for (let n = 1; n <= document.numPages; n += 1) {
  const { items } = await (await document.getPage(n)).getTextContent();
  text.push(items.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join(''));
}
const outline = ((await document.getOutline()) ?? []).map(({ title }) => title);
parentPort.postMessage({ text, outline });
await document.destroy();
