// Documents as people really have them, with what they say about their makers in them. Made here, not kept as files.

import { strToU8, zipSync } from 'fflate';
import { PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';

/** What must be found in no document that is handed on. */
export const POISON = 'ZZMAKER';

const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#5694ca' } });

/** A photo as a telephone takes it: with the place, and the owner's name. */
export const photoWithPlace = (): Promise<Buffer> =>
  canvas(640, 480)
    .withExif({
      IFD0: { Artist: POISON, Make: 'Telephone', ImageDescription: POISON },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '51/1 30/1 3/1',
        GPSLongitudeRef: 'W',
        GPSLongitude: '0/1 7/1 4/1',
      },
    })
    .jpeg()
    .toBuffer();

export const screenshot = (): Promise<Buffer> =>
  canvas(40, 40)
    .withExif({ IFD0: { Artist: POISON } })
    .png()
    .toBuffer();

/** A picture of almost a thousand million pixels in a few kilobytes. */
export function pixelFlood(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30, 8, 2, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', Buffer.alloc(64)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Everything a PDF can say beside its pages: author, XMP, a script that runs on opening, an attached file, a note. */
export async function letter(text: string): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.setAuthor(POISON);
  pdf.setTitle(`${POISON} title`);
  pdf.setProducer(POISON);
  const page = pdf.addPage([595, 842]);
  page.drawText(text, { x: 50, y: 700, size: 12, font: await pdf.embedFont(StandardFonts.Helvetica) });
  page.drawImage(await pdf.embedJpg(await photoWithPlace()), { x: 50, y: 300, width: 100, height: 75 });
  pdf.addJavaScript('greet', `app.alert("${POISON}")`);
  await pdf.attach(Buffer.from(POISON), `${POISON}.txt`);
  const xmp = pdf.context.stream(`<x:xmpmeta><dc:creator>${POISON}</dc:creator></x:xmpmeta>`);
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(xmp));
  page.node.set(
    PDFName.of('Annots'),
    pdf.context.obj([
      pdf.context.obj({
        Type: 'Annot',
        Subtype: 'Text',
        Rect: [10, 10, 30, 30],
        T: PDFString.of(POISON),
        Contents: PDFHexString.fromText('Please read this'),
      }),
    ]),
  );
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}

/** A form that somebody filled in. */
export async function filledForm(answer: string): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const field = pdf.getForm().createTextField('answer');
  field.setText(answer);
  field.addToPage(pdf.addPage([400, 400]), { x: 50, y: 300, width: 250, height: 30 });
  return Buffer.from(await pdf.save());
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

export async function wordFile(
  text: string,
  more: Record<string, Uint8Array> = {},
  type = TYPE,
): Promise<Buffer> {
  const [start, end] = [text.slice(0, 6), text.slice(6)];
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
      ),
      '_rels/.rels': strToU8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
      ),
      'word/_rels/document.xml.rels': strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://${POISON}.example/t.dotm" TargetMode="External"/></Relationships>`,
      ),
      // Word cuts a sentence into pieces wherever somebody stopped typing.
      'word/document.xml': strToU8(
        `<w:document ${W}><w:body><w:p><w:ins w:id="1" w:author="${POISON}" w:date="2026-01-01T00:00:00Z"><w:r><w:t>${start}</w:t></w:r><w:r><w:t xml:space="preserve">${end}</w:t></w:r></w:ins></w:p></w:body></w:document>`,
      ),
      'docProps/core.xml': strToU8(
        `<cp:coreProperties><dc:creator>${POISON}</dc:creator></cp:coreProperties>`,
      ),
      'word/media/image1.jpg': await photoWithPlace(),
      ...more,
    }),
  );
}

export const macroFile = (): Promise<Buffer> =>
  wordFile('With a macro', { 'word/vbaProject.bin': strToU8('x') });

/** Twelve megabytes of nothing in twelve kilobytes. */
export const bomb = (): Promise<Buffer> =>
  wordFile('A bomb', { 'word/large.xml': new Uint8Array(12 * 1024 * 1024) });

/** A picture for one program and an archive for another. */
export const polyglot = async (): Promise<Buffer> =>
  Buffer.concat([await photoWithPlace(), zipSync({ [`${POISON}.html`]: strToU8('<script>1</script>') })]);

/** The standard test of virus scanners: harmless, and known to every one of them. */
export const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('-'),
);
