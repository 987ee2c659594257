// Where a webhook may go: public addresses over HTTPS and nowhere else. An address that somebody typed must not reach
// what only this machine or its network can see.

import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Refusal } from '../platform';

const LONGEST = 500;
/** The rest of the port numbers belongs to services that were never meant to read HTTP. */
const PORTS = new Set(['', '443', '8443']);
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');

/** Every address of a name. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

export const resolveAll: Resolve = (hostname) => lookup(hostname, { all: true, verbatim: true });

/** Reachable from anywhere: not private, not loopback, not a way around in the clothes of IPv6. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  // Written "::1.2.3.4" or in old site-local form, it says "unicast" and leads to who knows where.
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_IPV6);
}

const isLoopback = (address: string): boolean =>
  isIP(address) !== 0 && ipaddr.process(address).range() === 'loopback';

/** What was typed, made canonical. @throws Refusal that says what is wrong with it. */
export function checkedUrl(typed: string, allowLocal: boolean): URL {
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  if (!url || typed.length > LONGEST)
    throw wrong('Write the whole address, like https://example.org/recourse');
  const host = bare(url.hostname);
  if (allowLocal && (isLoopback(host) || host === 'localhost')) return url;
  if (url.protocol !== 'https:') throw wrong('The address must begin with https://');
  if (url.username || url.password) throw wrong('Leave name and password out of the address');
  if (url.hash) throw wrong('Leave out the part from # on');
  if (!PORTS.has(url.port)) throw wrong('Use port 443 or 8443');
  if (isIP(host) ? !isPublic(host) : !isPublicName(host))
    throw wrong('The address must be one that can be reached from the internet');
  return url;
}

/** One address to connect to, now; the connection goes there whatever the name says a moment later. */
export async function pinnedAddress(url: URL, allowLocal: boolean, resolve: Resolve): Promise<LookupAddress> {
  checkedUrl(url.href, allowLocal);
  const host = bare(url.hostname);
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await resolve(host);
  const allowed = ({ address }: LookupAddress) => isPublic(address) || (allowLocal && isLoopback(address));
  // One bad address among several is enough: a name that has both is one that somebody plays with.
  const [first] = found;
  if (!first || !found.every(allowed))
    throw wrong('The address must be one that can be reached from the internet');
  return first;
}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

/** Names that belong to no public zone. */
const isPublicName = (name: string): boolean =>
  name.includes('.') && !/(^|\.)(localhost|local|internal|lan|home|corp|intranet|arpa)$/i.test(name);

const wrong = (detail: string): Refusal => new Refusal('invalid-data', detail, [{ pointer: '/url', detail }]);
