// A paper as a tagged PDF (PDF/UA-1). The same paper gives the same bytes: no time and no chance goes in that is not in the
// paper itself.

import PDFDocument from 'pdfkit';
import type { Paper } from './paper';
import { FOOTER, MARGIN, Sheet } from './sheet';

export function pdfOf(paper: Paper): Promise<Buffer> {
  return filed(paper, (sheet) => sheet.draw(paper));
}

/** A tagged file with what `draw` puts on its sheets. */
export function filed(
  { title, reference, issuer, asAt }: Omit<Paper, 'blocks' | 'dated'>,
  draw: (sheet: Sheet) => void,
): Promise<Buffer> {
  const at = new Date(asAt);
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, bottom: FOOTER, left: MARGIN, right: MARGIN },
    pdfVersion: '1.7',
    // The types do not know it yet.
    subset: 'PDF/UA' as never,
    tagged: true,
    displayTitle: true,
    lang: 'en-GB',
    bufferPages: true,
    info: {
      Title: title,
      Subject: reference,
      Author: issuer ?? 'Recourse',
      Creator: 'Recourse',
      Producer: 'Recourse',
      CreationDate: at,
      ModDate: at,
    },
  });
  const parts: Uint8Array[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (part: Uint8Array) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
  const sheet = new Sheet(doc);
  draw(sheet);
  sheet.end(reference, title);
  doc.end();
  return done;
}
