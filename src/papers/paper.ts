// What a paper says, apart from how it is drawn: one description becomes a tagged PDF, a page for print, or a file to edit.

import type { PlainDate } from '../../workflows/calendar';

export interface Run {
  text: string;
  strong?: true;
}

export interface BarGroup {
  title: string;
  bars: { label: string; value: number; shown: string; other?: true }[];
}

export type Block =
  | { kind: 'heading'; level: 2 | 3; text: string }
  /** `small`: where it comes from, for who checks it. */
  | { kind: 'paragraph'; runs: Run[]; small?: true }
  | { kind: 'list'; ordered: boolean; items: Run[][] }
  /** The first cell of each row names the row. `numeric`: columns set to the right. */
  | { kind: 'table'; caption: string; header: string[]; rows: string[][]; numeric?: number[] }
  /** Label and value, one under the other. */
  | { kind: 'rows'; caption: string; rows: [label: string, value: string][] }
  /** The one thing to see. */
  | { kind: 'notice'; runs: Run[] }
  /** A line to fill in by hand. */
  | { kind: 'blank'; label: string }
  /** Bars of numbers that a table of the same paper gives as well. `largest`: the value of a full bar. */
  | { kind: 'chart'; title: string; summary: string; groups: BarGroup[]; largest: number };

export interface Paper {
  title: string;
  /** Stands in the footer of every page. */
  reference: string;
  /** Whose paper it is; nothing where it is the service's own. */
  issuer?: string;
  dated: PlainDate;
  /** The instant it speaks of, ISO 8601 UTC: also the only time in the file. */
  asAt: string;
  blocks: Block[];
}

export const paragraph = (...runs: (string | Run)[]): Block => ({
  kind: 'paragraph',
  runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
});

export const heading = (text: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', level, text });

export const strong = (text: string): Run => ({ text, strong: true });

export const bullets = (...items: string[]): Block => ({
  kind: 'list',
  ordered: false,
  items: items.map((text) => [{ text }]),
});

/** No level of headings is skipped, whatever a wording puts before them: who listens to a paper moves by its headings. */
export function inLevels(blocks: Block[]): Block[] {
  let second = false;
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    const level = second ? block.level : 2;
    second = true;
    return { ...block, level };
  });
}
