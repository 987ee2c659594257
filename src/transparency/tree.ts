// The tree of a day (hashes as in RFC 6962): leaves in groups of 256, groups padded with empty leaves to a power of two.
// It always looks as if there were at least 1,024 cases: how many there really are is nobody's business.

import { createHash } from 'node:crypto';

/** Leaves of a group; the tree of a group is eight levels high. */
export const GROUP = 256;
const FEWEST_GROUPS = 4;
const HEX = 64;

const sha256 = (...parts: (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/** What a leaf says: which case, as a hash, how many entries, and the hash of the last. */
export const leafOf = (ref: string, version: number, head: string): string =>
  sha256(LEAF, `${sha256(ref)} ${version} ${head}`);

const EMPTY = sha256(LEAF);

const nodeOf = (left: string, right: string): string =>
  sha256(NODE, Buffer.from(left, 'hex'), Buffer.from(right, 'hex'));

/** Every level of a full tree, the leaves first. */
function levelsOf(leaves: string[]): string[][] {
  const levels = [leaves];
  for (let below = leaves; below.length > 1; levels.push(below)) {
    const above: string[] = [];
    for (let n = 0; n < below.length; n += 2) above.push(nodeOf(below[n] as string, below[n + 1] as string));
    below = above;
  }
  return levels;
}

const padded = (nodes: readonly string[], size: number, empty: string): string[] => [
  ...nodes,
  ...Array.from({ length: size - nodes.length }, () => empty),
];

const rootOf = (leaves: string[]): string => (levelsOf(leaves).at(-1) as string[])[0] as string;

/** @param leaves of one group, in order of position; those that are missing at its end are empty */
export const groupRoot = (leaves: readonly string[]): string => rootOf(padded(leaves, GROUP, EMPTY));

const EMPTY_GROUP = groupRoot([]);

const fullRow = (groups: readonly string[]): string[] => {
  let size = FEWEST_GROUPS;
  while (size < groups.length) size *= 2;
  return padded(groups, size, EMPTY_GROUP);
};

export const rootOfGroups = (groups: readonly string[]): string => rootOf(fullRow(groups));

/** The siblings on the way from a leaf to the root, lowest first: with its position they lead to the root. */
export function pathOf(position: number, leaves: readonly string[], groups: readonly string[]): string[] {
  return [
    ...siblings(position % GROUP, levelsOf(padded(leaves, GROUP, EMPTY))),
    ...siblings(Math.floor(position / GROUP), levelsOf(fullRow(groups))),
  ];
}

const siblings = (index: number, levels: string[][]): string[] =>
  levels.slice(0, -1).map((level, height) => level[(index >> height) ^ 1] as string);

/** Each day's head covers the head before it. */
export const headOf = (previous: string, day: string, root: string): string =>
  sha256(`${previous} ${day} ${root}`);

export const splitGroups = (groups: string): string[] =>
  Array.from({ length: groups.length / HEX }, (_, n) => groups.slice(n * HEX, (n + 1) * HEX));
