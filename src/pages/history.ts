// The history of a case by kinds: somebody may want to see only what was missed, or only who has read it.

import type { TimelineEntry } from '../engine';
import { Refusal } from '../platform';

const KINDS = {
  done: 'What people did',
  missed: 'Dates that were missed',
  notices: 'Notices that did not arrive',
  opened: 'Who opened the case',
} as const;

export type HistoryKind = keyof typeof KINDS;

/** @throws Refusal for a word that is none of ours. */
export function readHistoryKind(text: string | undefined): HistoryKind | undefined {
  if (!text) return undefined;
  if (Object.hasOwn(KINDS, text)) return text as HistoryKind;
  throw new Refusal('bad-request', 'show must be done, missed, notices or opened.');
}

interface History<E, N, R> {
  entries: E[];
  notices: N[];
  reads: R[];
}

const nothing = { entries: [], notices: [], reads: [] };

const only: Record<HistoryKind, <E extends TimelineEntry, N, R>(all: History<E, N, R>) => History<E, N, R>> =
  {
    // What the service wrote down by itself, such as a missed date, is nobody's act.
    done: ({ entries }) => ({ ...nothing, entries: entries.filter(({ party }) => party !== 'Recourse') }),
    missed: ({ entries }) => ({
      ...nothing,
      entries: entries.filter(({ type }) => type.startsWith('missed.')),
    }),
    notices: ({ notices }) => ({ ...nothing, notices }),
    opened: ({ reads }) => ({ ...nothing, reads }),
  };

/** What is shown of a history, and the ways to its other kinds with how much there is of each. */
export function historyPage<E extends TimelineEntry, N, R>(
  ref: string,
  all: History<E, N, R>,
  kind: HistoryKind | undefined,
) {
  const size = ({ entries, notices, reads }: History<E, N, R>) =>
    entries.length + notices.length + reads.length;
  const shown = kind ? only[kind](all) : all;
  const path = `/cases/${ref}/history`;
  const ways = (Object.keys(KINDS) as HistoryKind[]).map((each) => ({
    text: KINDS[each],
    count: size(only[each](all)),
    href: `${path}?show=${each}`,
    current: each === kind,
  }));
  return {
    ...shown,
    // A kind of which there is nothing is offered only to whoever has asked for it.
    ways: [
      { text: 'Everything', count: size(all), href: path, current: kind === undefined },
      ...ways.filter(({ count, current }) => count > 0 || current),
    ],
    empty: kind && size(shown) === 0 ? `${KINDS[kind]}: nothing so far.` : undefined,
  };
}
