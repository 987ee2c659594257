// Where words that must not be seen stand in a text: whatever their case and accents, and across spaces and line ends.

export type Range = [from: number, to: number];

/** From so many letters and digits on, what stands between them does not matter; shorter words must stand as typed. */
const ENOUGH = 5;

/** Letters and digits alone: a line break, a comma, an accent or a capital hides nothing. */
export const squeezed = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** In order, none overlapping another. */
export function rangesOf(text: string, words: string[]): Range[] {
  const wanted = words.map((word) => word.trim()).filter((word) => word !== '');
  if (wanted.length === 0) return [];
  const { letters, from, to } = lettersOf(text);
  const found = wanted.flatMap((word): Range[] => {
    const bare = squeezed(word);
    return bare.length < ENOUGH
      ? asTyped(text, word)
      : placesOf(letters, bare).map((at) => [from[at] as number, to[at + bare.length - 1] as number]);
  });
  return merged(found);
}

/** Every letter and digit, and where in the text it stands. */
function lettersOf(text: string): { letters: string; from: number[]; to: number[] } {
  let letters = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const bare = squeezed(character);
    // A mark belongs to the letter before it.
    if (bare === '' && /^\p{M}$/u.test(character) && to.length > 0) to[to.length - 1] = end;
    for (let n = 0; n < bare.length; n += 1) {
      from.push(at);
      to.push(end);
    }
    letters += bare;
    at = end;
  }
  return { letters, from, to };
}

function placesOf(text: string, wanted: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) places.push(at);
  return places;
}

function asTyped(text: string, word: string): Range[] {
  const pattern = word
    .normalize('NFC')
    .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
  return [...text.matchAll(new RegExp(pattern, 'giu'))].map((match) => [
    match.index,
    match.index + match[0].length,
  ]);
}

function merged(ranges: Range[]): Range[] {
  const sorted = ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const kept: Range[] = [];
  for (const [from, to] of sorted) {
    const last = kept.at(-1);
    if (last && from < last[1]) last[1] = Math.max(last[1], to);
    else kept.push([from, to]);
  }
  return kept;
}
