// The letters of papers: Atkinson Hyperlegible, made for readers with low vision, and DejaVu for what it does not have.

import { create, type Font } from 'fontkit';
import { readFileSync } from 'node:fs';
import type { Run } from './paper';

export type FontName = 'regular' | 'bold' | 'other' | 'other-bold';

const files: Record<FontName, string> = {
  regular: '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  bold: '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
  other: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'other-bold': 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
};

const read = new Map<FontName, Font>();

/** Read once: what a font learns about its letters serves every paper after it. */
export function fontNamed(name: FontName): Font {
  let font = read.get(name);
  if (!font) read.set(name, (font = create(readFileSync(require.resolve(files[name]))) as Font));
  return font;
}

const has = (name: FontName, character: string): boolean =>
  fontNamed(name).hasGlyphForCodePoint(character.codePointAt(0) ?? 0);

/** Text in pieces that one font can set each, as few as can be: lines are broken only within a piece. */
export function piecesOf(runs: Run[]): { font: FontName; text: string }[] {
  const pieces: { font: FontName; text: string }[] = [];
  for (const { text, strong } of runs) {
    const [own, other]: [FontName, FontName] = strong ? ['bold', 'other-bold'] : ['regular', 'other'];
    let first = true;
    for (const character of cleaned(text)) {
      const last: { font: FontName; text: string } | undefined = pieces.at(-1);
      // A stop or a bracket stays with the word before it, in whatever weight that has.
      const closes: boolean = first && last !== undefined && /[.,;:!?)\]]/.test(character);
      first = first && closes;
      const font: FontName =
        closes && last ? last.font : /\s/.test(character) || has(own, character) ? own : other;
      // What neither font has is shown as a replacement, never left out in silence.
      const shown = font === other && !/\s/.test(character) && !has(other, character) ? '\uFFFD' : character;
      if (last?.font === font) last.text += shown;
      else pieces.push({ font, text: shown });
    }
  }
  return pieces;
}

/** Without what is no text: control characters, and marks that only steer the direction of others. */
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const cleaned = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(CONTROL, '').normalize('NFC');
