// The one source of chance: row ids, case references, codes and secrets.

import { randomBytes, randomInt, randomUUID } from 'node:crypto';

/** Crockford base 32: no I, L, O or U, so that a reference can be read over the telephone. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export abstract class Ids {
  /** A row id. */
  abstract id(): string;

  protected abstract symbols(count: number): string;

  /** A six-digit one-time code. */
  abstract code(): string;

  /** A secret of 256 bits, base64url. */
  abstract secret(): string;

  /** An opaque case reference: ten random symbols and one check symbol, e.g. `RC-7F3K-Q2MW-9XC`. */
  caseRef(): string {
    const body = this.symbols(10);
    const all = body + checkSymbol(body);
    return `RC-${all.slice(0, 4)}-${all.slice(4, 8)}-${all.slice(8)}`;
  }
}

export class RandomIds extends Ids {
  id(): string {
    return randomUUID();
  }

  code(): string {
    return String(randomInt(0, 1_000_000)).padStart(6, '0');
  }

  secret(): string {
    return randomBytes(32).toString('base64url');
  }

  protected symbols(count: number): string {
    return Array.from({ length: count }, () => SYMBOLS[randomInt(0, SYMBOLS.length)]).join('');
  }
}

/** One symbol that catches a mistyped or swapped symbol: the number read in base 32, modulo the prime 31. */
function checkSymbol(body: string): string {
  let value = 0;
  for (const symbol of body) value = (value * 32 + SYMBOLS.indexOf(symbol)) % 31;
  return SYMBOLS[value] as string;
}

/** What a person typed, made canonical: lower case, O for 0, I or L for 1 and missing dashes are forgiven. */
export function readCaseRef(typed: string): string | undefined {
  const bare = typed
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/^RC/, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (bare.length !== 11 || checkSymbol(bare.slice(0, 10)) !== bare[10]) return undefined;
  return `RC-${bare.slice(0, 4)}-${bare.slice(4, 8)}-${bare.slice(8)}`;
}
