// Checks a proof from Recourse without Recourse: node check-proof.mjs proof.json roots.json [older-proof.json]
// 1. Each entry has the hash it says, and that hash covers the entry before it.
// 2. The reference, the number of entries and the last hash make a leaf; with its siblings it leads to the root of a day.
// 3. The root is in the published list, in which each day covers the day before.
// 4. What an older proof of the same case held is still there.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
const node = (left, right) => sha256(Buffer.from([1]), Buffer.from(left, 'hex'), Buffer.from(right, 'hex'));
const none = '0'.repeat(64);

/** JSON in the one form that is hashed (RFC 8785): names in order, no spaces. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

function check({ ref, head, entries, inclusion }, { days }, older) {
  let last = none;
  for (const [n, { hash, ...content }] of entries.entries()) {
    if (content.seq !== n + 1) return `entry ${n + 1} is missing`;
    if (content.prevHash !== last) return `entry ${n + 1} does not follow from the one before`;
    if (sha256(canonical(content)) !== hash) return `entry ${n + 1} is not what was recorded`;
    last = hash;
  }
  if (last !== head) return 'the last entry is missing';
  if (older && older.entries.some(({ hash }, n) => hash !== entries[n]?.hash)) return 'it lost what it once had';
  if (!inclusion) return 'no root was published since the case was opened: ask again tomorrow';
  let { version, position, path, root, day } = inclusion;
  let found = sha256(Buffer.from([0]), `${sha256(ref)} ${version} ${entries[version - 1]?.hash}`);
  path.forEach((other, n) => (found = (position >> n) & 1 ? node(other, found) : node(found, other)));
  if (found !== root) return 'it does not lead to the root of the day';
  if (days.find((each) => each.day === day)?.root !== root) return 'that root was not published';
  for (const [n, each] of days.entries()) {
    if (sha256(`${each.previous} ${each.day} ${each.root}`) !== each.head) return `the list is wrong at ${each.day}`;
    if (each.previous !== (days[n + 1]?.head ?? none)) return `the list is broken before ${each.day}`;
  }
}

const [proof, roots, older] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const fault = check(proof, roots, older);
console.log(fault ? `DOES NOT FIT: ${fault}` : `FITS: ${proof.inclusion.version} entries in the root of ${proof.inclusion.day}`);
process.exit(fault ? 1 : 0);
