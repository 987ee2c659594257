// A Word document made anew from its parts: without its properties, the names of who changed it, programs, and
// whatever it would fetch from elsewhere.

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { bareJpeg, barePng } from './picture-segments.mjs';
import { Refused } from './refused.mjs';

const MOST_PARTS = 1500;
const MOST_BYTES = 150 * 1024 * 1024;
/** A bomb of zeros packs a thousand to one; the text of a document about ten to one. */
const MOST_RATIO = 200;
const FROM = 100 * 1024;

const PROGRAM = /vbaProject|vbaData|activeX|macro|\.(bin|exe|js|vbs|dll)$|embeddings\//i;
const PROPERTIES = /^(docProps|customXml|customUI)\//;
const NAMED = /(?:w|w15|w16cid):(?:author|initials|userId|providerId)="[^"]*"/g;

export function clean(bytes) {
  const parts = unpacked(bytes);
  const types = parts['[Content_Types].xml'];
  if (!types || !parts['word/document.xml']) throw new Refused('broken');
  if (/macroEnabled|vnd\.ms-office\.vba/i.test(strFromU8(types))) throw new Refused('program');
  const kept = {};
  for (const [name, part] of Object.entries(parts)) {
    if (name.endsWith('/') || PROPERTIES.test(name) || name === 'word/people.xml') continue;
    kept[name] = bare(name, part);
  }
  const content = zipSync(kept, { level: 6, mtime: '1980-01-02T00:00:00' });
  const pictures = Object.keys(kept).some((name) => name.startsWith('word/media/'));
  return { content, text: textOf(kept), pictures };
}

function unpacked(bytes) {
  let parts = 0;
  let total = 0;
  return unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      parts += 1;
      total += originalSize;
      const ratio = originalSize > FROM ? originalSize / Math.max(size, 1) : 0;
      if (parts > MOST_PARTS || total > MOST_BYTES || ratio > MOST_RATIO) throw new Refused('bomb');
      if (PROGRAM.test(name)) throw new Refused('program');
      if (/^[/\\]|\.\.[/\\]/.test(name)) throw new Refused('broken');
      return true;
    },
  });
}

function bare(name, part) {
  if (/\.jpe?g$/i.test(name)) return bareJpeg(part);
  if (/\.png$/i.test(name)) return barePng(part);
  if (name === '[Content_Types].xml')
    return edited(part, (xml) =>
      xml.replace(/<Override\b[^>]*PartName="\/(?:docProps|customXml|word\/people)[^>]*\/>/g, ''),
    );
  if (name.endsWith('.rels'))
    return edited(part, (xml) => xml.replace(/<Relationship\b[^>]*\/>/g, keptRelation));
  if (name.endsWith('.xml'))
    return edited(part, (xml) => xml.replace(NAMED, (found) => found.replace(/"[^"]*"/, '""')));
  return part;
}

/** Links that a reader follows stay; what would be fetched by itself, and what was left out, goes. */
function keptRelation(relation) {
  const outside = /TargetMode="External"/.test(relation) && !/\/hyperlink"/.test(relation);
  return outside || /Target="[^"]*(?:docProps|customXml|people\.xml)/.test(relation) ? '' : relation;
}

const edited = (part, change) => strToU8(change(strFromU8(part)));

function textOf(parts) {
  return Object.entries(parts)
    .filter(([name]) => /^word\/.*\.(xml|rels)$/.test(name))
    .map(([, part]) =>
      strFromU8(part)
        .replace(/<\/w:p>/g, '\n')
        .replace(/ (?:Target|descr|title)="([^"]*)"/g, '>$1<')
        .replace(/<[^>]*>/g, '')
        .replace(
          /&(amp|lt|gt|quot|apos);/g,
          (_, entity) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[entity],
        ),
    )
    .join('\n');
}
