// A document that somebody added, as a part of a bundle: a text becomes a paper of ours, a PDF or a photo is shown as it is.

import type { PlainDate } from '../../workflows/calendar';
import { paragraph, type BundlePart } from '../papers';
import type { UploadView } from '../uploads';

export function addedPart(
  ref: string,
  { name, kind, by, addedAt }: UploadView,
  dated: PlainDate,
  content: Buffer,
): BundlePart {
  if (kind !== 'txt') return { title: name, dated, kind: kind === 'pdf' ? 'pdf' : 'picture', content };
  const blocks = content
    .toString('utf8')
    .split(/\r?\n\s*\r?\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => paragraph(part.trim()));
  const issuer = `Added by ${by === 'The family' ? 'the family' : by}`;
  const paper = { title: name, reference: ref, issuer, dated, asAt: addedAt, blocks };
  return { title: name, dated, paper };
}
