// A chart of bars with their words, of the same numbers as the table beside it.

import type { Published } from '../reporting';

export interface Bar {
  /** Part of the full width, of 80: the number follows the bar. */
  width: number;
  shown: string;
  /** Whether the text stands at the end of the bar, and not under it. */
  beside: boolean;
  y: number;
  textY: number;
  /** England beside an area. */
  other?: true;
}

export interface Chart {
  id: string;
  title: string;
  groups: { title: string; y: number; bars: Bar[] }[];
  height: number;
  summary: string;
}

const FULL_WIDTH = 80;
const LONGEST_LABEL = 46;
const TITLE_HEIGHT = 24;

export const said = (value: Published | undefined, unit = ''): string =>
  value === undefined ? 'none' : value === '*' ? 'too few' : `${value}${unit}`;

interface Given {
  label: string;
  value: number;
  shown: string;
  other?: boolean;
}

/** Bars with their words; `largest`: the value of a full bar. */
export function chartOf(
  id: string,
  title: string,
  given: { title: string; bars: Given[] }[],
  largest = Math.max(1, ...given.flatMap(({ bars }) => bars.map(({ value }) => value))),
): Chart {
  let y = 0;
  const groups = given.map((group) => {
    const top = (y += TITLE_HEIGHT);
    const bars = group.bars.map(({ label, value, shown, other }) => {
      const width = Math.round((value / largest) * FULL_WIDTH * 10) / 10;
      // The name stands under its bar; where there is no bar, nothing is left empty for one.
      const bar = {
        width,
        shown: label ? `${short(label)}: ${shown}` : shown,
        beside: !label,
        y,
        textY: y + (width > 0 && label ? 34 : 15),
        ...(other ? { other: true as const } : {}),
      };
      y += width > 0 && label ? 48 : 28;
      return bar;
    });
    return { title: short(group.title), y: top - 8, bars };
  });
  const summary = given
    .map(
      (group) =>
        `${group.title}: ${group.bars.map((b) => [b.label, b.shown].filter(Boolean).join(' ')).join(', ')}`,
    )
    .join('. ');
  return { id, title, groups, height: y, summary };
}

const short = (label: string): string =>
  label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1)}…`;
