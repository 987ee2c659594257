// Words taken out of a paper before it is drawn: they are not covered, they are not there.

import type { BarGroup, Block, Paper, Run } from './paper';

export const REMOVED = '[removed]';

/** Whatever their case, and across changes of weight. */
export function withoutWords(paper: Paper, words: string[]): Paper {
  const wanted = words.map((word) => word.trim()).filter((word) => word !== '');
  if (wanted.length === 0) return paper;
  // The longest first: a street goes as a whole before its house number does.
  const sorted = [...new Set(wanted)].sort((a, b) => b.length - a.length);
  return without(
    paper,
    new RegExp(sorted.map((word) => escaped(word).replace(/\s+/g, '\\s+')).join('|'), 'giu'),
  );
}

/** Letters and digits alone count: a line break, a comma or a capital hides nothing. Nothing where there is nothing to find. */
export function patternOf(lines: string[]): RegExp | undefined {
  const found = lines
    .map((line) => [...line.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '')].join('[^\\p{L}\\p{N}]*'))
    .filter((line) => line !== '')
    .sort((a, b) => b.length - a.length);
  return found.length === 0 ? undefined : new RegExp(found.join('|'), 'giu');
}

/** The same paper, in which nothing is left that the pattern finds. */
export function without(paper: Paper, pattern: RegExp): Paper {
  const text = (said: string): string => said.normalize('NFC').replace(pattern, REMOVED);
  const runs = (all: Run[]): Run[] => {
    const whole = all.map((run) => run.text).join('');
    return text(whole) === whole.normalize('NFC') ? all : [{ text: text(whole) }];
  };
  const group = ({ title, bars }: BarGroup): BarGroup => ({
    title: text(title),
    bars: bars.map((bar) => ({ ...bar, label: text(bar.label), shown: text(bar.shown) })),
  });
  const block = (each: Block): Block => {
    switch (each.kind) {
      case 'heading':
        return { ...each, text: text(each.text) };
      case 'paragraph':
      case 'notice':
        return { ...each, runs: runs(each.runs) };
      case 'list':
        return { ...each, items: each.items.map(runs) };
      case 'table':
        return {
          ...each,
          caption: text(each.caption),
          header: each.header.map(text),
          rows: each.rows.map((row) => row.map(text)),
        };
      case 'rows':
        return {
          ...each,
          caption: text(each.caption),
          rows: each.rows.map(([label, value]): [string, string] => [text(label), text(value)]),
        };
      case 'blank':
        return { ...each, label: text(each.label) };
      case 'chart':
        return {
          ...each,
          title: text(each.title),
          summary: text(each.summary),
          groups: each.groups.map(group),
        };
    }
  };
  return {
    ...paper,
    title: text(paper.title),
    ...(paper.issuer === undefined ? {} : { issuer: text(paper.issuer) }),
    blocks: paper.blocks.map(block),
  };
}

/** A hyphen means itself here, and may not be escaped. */
const escaped = (word: string): string => word.normalize('NFC').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
