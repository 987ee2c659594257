// Reads pages that were made elsewhere, and draws a page as a picture with words painted over: what is under the paint is
// not in the picture any more.

import { createCanvas } from '@napi-rs/canvas';
import { dirname, join, sep } from 'node:path';
import { createRequire } from 'node:module';
import { AnnotationMode, getDocument, OPS } from 'pdfjs/legacy/build/pdf.mjs';
import sharp from 'sharp';

const POINTS_AN_INCH = 72;
const DOTS_AN_INCH = 170;
/** Longer than this, a side of a page or photo is drawn smaller. */
const LONGEST_SIDE = 2400;
const QUALITY = 82;
/** What stands beyond its box of letters: accents above, tails below, and a little to each side. */
const [ABOVE, BELOW, BESIDE] = [1.05, 0.32, 0.15];

const folder = join(dirname(createRequire(import.meta.url).resolve('pdfjs/package.json')), sep);

export const pageReader = {
  async open(pdf) {
    const document = await getDocument({
      data: new Uint8Array(pdf),
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      standardFontDataUrl: join(folder, 'standard_fonts', sep),
      cMapUrl: join(folder, 'cmaps', sep),
      cMapPacked: true,
      verbosity: 0,
    }).promise;
    return {
      page: async (number) => pageOf(await document.getPage(number)),
      close: () => document.destroy(),
    };
  },

  async photo(content) {
    const { data, info } = await sharp(content)
      .autoOrient()
      .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .jpeg({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true });
    const points = POINTS_AN_INCH / DOTS_AN_INCH;
    return { jpeg: data, width: info.width * points, height: info.height * points };
  },
};

/** What lies over a page without being drawn on it: a copy of the page alone would not show it. */
const NOT_SHOWN = ['Link', 'Popup', 'Text'];

async function pageOf(page) {
  const { items } = await page.getTextContent();
  const over = (await page.getAnnotations()).filter(({ subtype }) => !NOT_SHOWN.includes(subtype));
  let text = '';
  const add = (str, ends, cornersOf) => {
    const from = text.length;
    text += str + (ends ? '\n' : '');
    return { from, to: from + str.length, cornersOf };
  };
  const placed = [
    ...items
      .filter(({ str }) => typeof str === 'string')
      .map((item) => add(item.str, item.hasEOL, (...part) => cornersOf(item, ...part))),
    ...over.map(({ contentsObj, fieldValue, rect: [left, bottom, right, top] }) =>
      add(`\n${contentsObj?.str ?? ''} ${fieldValue ?? ''}`, true, () => [
        [left, bottom],
        [right, bottom],
        [right, top],
        [left, top],
      ]),
    ),
  ];
  return {
    text: text.trim() === '' ? '' : text,
    showsMore: over.length > 0,
    picture: (hidden) => pictureOf(page, placed, hidden),
  };
}

async function pictureOf(page, placed, hidden) {
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(DOTS_AN_INCH / POINTS_AN_INCH, LONGEST_SIDE / Math.max(width, height));
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = canvas.getContext('2d');
  const annotationMode = AnnotationMode.ENABLE;
  await page.render({ canvasContext: context, viewport, background: 'white', annotationMode }).promise;
  const widths = hidden.length > 0 ? await widthsOf(page) : new Map();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = 'black';
  for (const [from, to] of hidden)
    for (const each of placed.filter((one) => one.from < to && one.to > from)) {
      context.beginPath();
      each.cornersOf(Math.max(0, from - each.from), to - each.from, widths).forEach(([x, y], n) => {
        const [left, top] = viewport.convertToViewportPoint(x, y);
        if (n === 0) context.moveTo(left, top);
        else context.lineTo(left, top);
      });
      context.closePath();
      context.fill();
    }
  return { jpeg: await canvas.encode('jpeg', QUALITY), width, height };
}

/** How wide each letter of each font is, as the page itself says when it sets them. */
async function widthsOf(page) {
  const { fnArray, argsArray } = await page.getOperatorList();
  const fonts = new Map();
  let font = '';
  fnArray.forEach((fn, n) => {
    if (fn === OPS.setFont) [font] = argsArray[n];
    if (fn !== OPS.showText) return;
    if (!fonts.has(font)) fonts.set(font, new Map());
    for (const glyph of argsArray[n][0])
      if (typeof glyph === 'object' && glyph !== null) fonts.get(font).set(glyph.unicode, glyph.width);
  });
  return fonts;
}

/** The box around some letters of a piece of text; around all of it where their places cannot be told. */
function cornersOf({ str, transform, width, height, fontName, dir }, from, to, fonts) {
  const [a, b, c, d, x, y] = transform;
  const [across, size] = [Math.hypot(a, b) || 1, Math.hypot(c, d) || 1];
  const at = (length, rise) => [
    x + (a / across) * length + (c / size) * rise,
    y + (b / across) * length + (d / size) * rise,
  ];
  // Set from top to bottom.
  if (dir === 'ttb' || width === 0)
    return [at(-size, size), at(size, size), at(size, -height - size), at(-size, -height - size)];
  const span =
    dir === 'ltr' ? spanOf(str, width / across, fonts.get(fontName) ?? new Map(), from, to) : undefined;
  const [begins, ends] = (span ?? [0, width / across]).map((ems) => ems * across);
  const [left, right] = [begins - size * BESIDE, ends + size * BESIDE];
  return [at(left, -size * BELOW), at(right, -size * BELOW), at(right, size * ABOVE), at(left, size * ABOVE)];
}

/** From where to where these letters go, in heights of a letter; nothing where the page does not say how wide each is. */
function spanOf(str, width, letters, from, to) {
  const own = [...str].map((letter) => ({ letter, wide: letters.get(letter) }));
  const gaps = own.filter(({ wide }) => wide === undefined);
  if (gaps.some(({ letter }) => letter.trim() !== '')) return undefined;
  const set = own.reduce((sum, { wide = 0 }) => sum + wide, 0) / 1000;
  // Where the page moves on instead of setting a space, the gaps share what the letters leave.
  if (gaps.length > 0 && width < set) return undefined;
  const gap = gaps.length > 0 ? (width - set) / gaps.length : 0;
  const stretch = gaps.length > 0 || set === 0 ? 1 : width / set;
  let [at, along, begins, ends] = [0, 0, 0, width];
  for (const { letter, wide } of own) {
    if (at <= from) begins = along;
    along += wide === undefined ? gap : (wide / 1000) * stretch;
    at += letter.length;
    if (at >= to) {
      ends = along;
      break;
    }
  }
  return [begins, ends];
}
