// Words taken out of a paper before it is drawn: they are not covered, they are not there.

import type { BarGroup, Block, Paper, Run } from './paper';
import { rangesOf } from './words';

const REMOVED = '[removed]';

/** The text with what must not be seen taken out. */
export function textWithout(text: string, words: string[]): string {
  const said = text.normalize('NFC');
  let at = 0;
  let left = '';
  for (const [from, to] of rangesOf(said, words)) {
    left += said.slice(at, from) + REMOVED;
    at = to;
  }
  return left + said.slice(at);
}

/** Also where a word changes its weight in the middle. */
export function withoutWords(paper: Paper, words: string[]): Paper {
  if (words.every((word) => word.trim() === '')) return paper;
  const text = (said: string): string => textWithout(said, words);
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
