// Where a request comes from, and where it may be sent on to.

import type { Request } from 'express';
import { isLocalPath } from './reader';

/** Only ever to a page of ours. */
export function localPath(to: unknown): string {
  return typeof to === 'string' && isLocalPath(to) ? to : '/cases';
}

/** A household's network: of an IPv6 address the half that one line is given. */
export function networkOf({ ip = '' }: Request): string {
  return ip.includes(':') && !ip.includes('.') ? ip.split(':').slice(0, 4).join(':') : ip;
}
