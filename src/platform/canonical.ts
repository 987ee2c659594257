// JSON written in one way only (RFC 8785), so that the same content always has the same hash.

import { hash } from 'node:crypto';

/** Text that JSON quotes as it stands. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** The same names come again and again. */
const known = new Map<string, string>();
const MOST = 1_000;

/** @throws TypeError for a number that JSON cannot write */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`JSON has no ${value}`);
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (typeof (value as Date).toJSON === 'function') return canonical((value as Date).toJSON());
  let inside = '';
  if (Array.isArray(value)) {
    for (const item of value) inside += `${inside === '' ? '' : ','}${canonical(item)}`;
    return `[${inside}]`;
  }
  for (const name of inOrder(Object.keys(value))) {
    const member = (value as Record<string, unknown>)[name];
    if (member !== undefined) inside += (inside === '' ? '' : ',') + beginning(name) + canonical(member);
  }
  return `{${inside}}`;
}

function beginning(name: string): string {
  let text = known.get(name);
  if (text === undefined) {
    text = `${JSON.stringify(name)}:`;
    if (known.size < MOST) known.set(name, text);
  }
  return text;
}

/** By their UTF-16 units. Where they are few, putting each in its place is quicker than the general way. */
function inOrder(names: string[]): string[] {
  if (names.length > 50) return names.sort();
  for (let n = 1; n < names.length; n += 1) {
    const name = names[n] as string;
    let before = n - 1;
    for (; before >= 0 && (names[before] as string) > name; before -= 1)
      names[before + 1] = names[before] as string;
    names[before + 1] = name;
  }
  return names;
}

export const sha256 = (text: string): string => hash('sha256', text, 'hex');
