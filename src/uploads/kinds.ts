// What may be added, told by its content and never by its name or by what the browser says.

import { fromBuffer } from 'file-type';
import { Refusal } from '../platform';

export type Kind = 'pdf' | 'jpg' | 'png' | 'docx' | 'txt';

export const typeOf: Record<Kind, string> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
};

export const LARGEST_MB = 20;
export const LARGEST = LARGEST_MB * 1024 * 1024;

export const notTaken = (detail: string): Refusal =>
  new Refusal('invalid-data', detail, [{ pointer: '/file', detail }]);

/** @throws Refusal for anything that is none of these. */
export async function kindOf(content: Buffer): Promise<Kind> {
  if (content.length === 0) throw notTaken('The file is empty. Choose another one.');
  const found = await fromBuffer(content);
  if (found && Object.hasOwn(typeOf, found.ext)) return found.ext as Kind;
  if (!found && isPlainText(content)) return 'txt';
  throw notTaken('Choose a PDF, a photo (JPEG or PNG), a Word document (DOCX) or a text file.');
}

function isPlainText(content: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return !/[\x00-\x08\x0b\x0e-\x1f\x7f]/.test(text);
  } catch {
    return false;
  }
}

/** The name without folders, control or direction marks, and with the ending that its content has. */
export function safeName(given: string, kind: Kind): string {
  const bare = given
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/["<>:|?*;%]/g, ' ')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/\s+/g, ' ')
    .slice(0, 200);
  const plain = withoutDots(bare).slice(0, 100);
  return `${plain === '' ? 'document' : plain}.${kind}`;
}

/** Dots and spaces at either end would hide a file, or the kind that it says it is. */
function withoutDots(name: string): string {
  let [from, to] = [0, name.length];
  while (from < to && '. '.includes(name.charAt(from))) from += 1;
  while (to > from && '. '.includes(name.charAt(to - 1))) to -= 1;
  return name.slice(from, to);
}
