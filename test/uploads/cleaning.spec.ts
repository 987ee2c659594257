// T2, T15: what is handed on was made anew: it shows what it showed and says nothing about who made it, where and with what.

import { inflateSync } from 'node:zlib';
import exifr from 'exifr';
import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { cleaned } from '../../src/uploads/cleaning/cleaned';
import { kindOf, safeName } from '../../src/uploads/kinds';
import {
  bomb,
  EICAR,
  filledForm,
  letter,
  macroFile,
  photoWithPlace,
  pixelFlood,
  POISON,
  polyglot,
  screenshot,
  wordFile,
} from './samples';

/** Every byte of a PDF, and of its streams unpacked; texts also as hexadecimal and UTF-16. */
function everythingIn(pdf: Buffer): string {
  const raw = pdf.toString('latin1');
  const streams = [...raw.matchAll(/stream\r?\n/g)].map(({ index, 0: mark }) => {
    try {
      return inflateSync(pdf.subarray(index + mark.length), { finishFlush: 2 }).toString('latin1');
    } catch {
      return '';
    }
  });
  const all = [raw, ...streams].join('\n');
  const hex = [...all.matchAll(/<([0-9A-Fa-f\s]{8,})>/g)].map(([, digits]) =>
    Buffer.from((digits as string).replace(/\s/g, ''), 'hex')
      .toString('latin1')
      .replace(/\0/g, ''),
  );
  return [all, ...hex].join('\n');
}

const refusal = (words: RegExp) => ({ type: 'invalid-data', detail: expect.stringMatching(words) });

describe('A document that is handed on', () => {
  it('T2 a photo has no place, no owner and no telephone in it any more', async () => {
    const photo = await photoWithPlace();
    expect(await exifr.gps(photo)).toMatchObject({ latitude: expect.closeTo(51.5, 1) });
    const { content, pictures } = await cleaned('jpg', photo);
    expect(await exifr.parse(content, true)).toBeUndefined();
    expect(content.toString('latin1')).not.toMatch(/ZZMAKER|Exif|http:\/\/ns\.adobe/);
    expect([pictures, (await sharp(content).metadata()).width]).toEqual([true, 640]);
    const { content: png } = await cleaned('png', await screenshot());
    expect(png.toString('latin1')).not.toContain(POISON);
  });

  it('T2 a PDF shows its pages and has no author, script, attachment or note-maker', async () => {
    const source = await letter('Speech therapy is needed');
    expect(everythingIn(source).match(/ZZMAKER/g)?.length).toBeGreaterThan(6);
    expect(everythingIn(source)).toMatch(/JavaScript/);
    const { content, text, pictures } = await cleaned('pdf', source);
    const all = everythingIn(content);
    expect(all).not.toMatch(/ZZMAKER|JavaScript|EmbeddedFile|OpenAction|xmpmeta|Exif/);
    expect(text).toContain('Speech therapy is needed');
    expect(text).toContain('Please read this');
    expect(pictures).toBe(false);
  });

  it('keeps what somebody filled into a form', async () => {
    const { text } = await cleaned('pdf', await filledForm('My answer is no'));
    expect(text).toContain('My answer is no');
  });

  it('T2 a Word document has no author, no remote template and no photo’s place', async () => {
    const { content, text } = await cleaned('docx', await wordFile('Speech therapy is needed'));
    const parts = unzipSync(content);
    const all = Object.entries(parts).map(([name, part]) => name + strFromU8(part, true));
    expect(all.join('\n')).not.toMatch(/ZZMAKER|docProps|Exif|attachedTemplate/);
    expect(await exifr.gps(Buffer.from(parts['word/media/image1.jpg'] as Uint8Array))).toBeUndefined();
    expect(text).toContain('Speech therapy is needed');
    expect(await kindOf(content)).toBe('docx');
  });

  it('T15 is no polyglot: what hung behind the picture is gone', async () => {
    const source = await polyglot();
    expect(source.toString('latin1')).toContain(POISON);
    expect((await cleaned('jpg', source)).content.toString('latin1')).not.toMatch(/ZZMAKER|PK\x03\x04/);
  });

  it('T15 is refused when it is a bomb, has macros, or has more pixels than any photo', async () => {
    await expect(cleaned('docx', await bomb())).rejects.toMatchObject(refusal(/far larger inside/));
    await expect(cleaned('docx', await macroFile())).rejects.toMatchObject(refusal(/macro/));
    await expect(cleaned('png', pixelFlood())).rejects.toMatchObject(refusal(/far too large/));
    await expect(cleaned('pdf', Buffer.from('%PDF-1.7\nnothing'))).rejects.toMatchObject(
      refusal(/cannot be opened/),
    );
  });
});

describe('What may be added', () => {
  it('T15 is told by content, never by name', async () => {
    expect(await kindOf(await photoWithPlace())).toBe('jpg');
    expect(await kindOf(await letter('x'))).toBe('pdf');
    expect(await kindOf(await wordFile('Some text'))).toBe('docx');
    expect(await kindOf(Buffer.from('Notes of a call – 3 May\r\n'))).toBe('txt');
    expect(await kindOf(EICAR)).toBe('txt');
    for (const other of [
      Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'),
      Buffer.from('GIF89a\x01\0\x01\0', 'latin1'),
      Buffer.from('PK\x05\x06' + '\0'.repeat(18), 'latin1'),
      Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"></svg>'),
      Buffer.from('%!PS-Adobe-3.0'),
      Buffer.from([0xff, 0xfe, 0x41, 0x00]),
      Buffer.alloc(0),
    ])
      await expect(kindOf(other)).rejects.toMatchObject({ status: 422 });
  });

  it('T11 has a name without folders, lines, marks or a foreign ending', () => {
    expect(safeName('..\\..\\x\r\n.html', 'pdf')).toBe('x.pdf');
    expect(safeName('../../etc/passwd', 'txt')).toBe('passwd.txt');
    expect(safeName('invoice\u202Efdp.exe', 'docx')).toBe('invoicefdp.docx');
    expect(safeName('Bericht für Zoë.PDF', 'pdf')).toBe('Bericht für Zoë.pdf');
    expect(safeName('<script>"x".js', 'jpg')).toBe('script x.jpg');
    expect(safeName('.pdf', 'pdf')).toBe('document.pdf');
  });
});
