import { type LookupAddress, lookup } from 'node:dns';
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { isLoopback } from './loopback.ts';

/** Why something was not sent, or that it was: a status of HTTP, or a word. */
export type Sent =
  | { ok: boolean; status: number }
  | { ok: false; fault: 'refusedAddress' | 'timeout' | 'unreachable' };

export interface Outbound {
  address: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** Addresses of an internal network are allowed, and http to this very machine (IKRAR_HOOKS_PRIVATE=yes). */
  allowPrivate: boolean;
  timeoutMs?: number;
  /** Ends it before its time. */
  ending?: AbortSignal;
}

/**
 * Posts to an address that somebody gave us. Attacker: who gave it, or who answers for its name. The connection goes
 * only to an address that was looked at (what a name means is asked once, for the connection itself), follows no
 * redirect, reads no answer beyond its status, and ends in time.
 */
export function postOut(outbound: Outbound): Promise<Sent> {
  const { address, headers, body, allowPrivate, timeoutMs = 10_000, ending } = outbound;
  if (whyNotOutbound(address, allowPrivate) !== null)
    return Promise.resolve({ ok: false, fault: 'refusedAddress' });
  const url = new URL(address);
  const send = url.protocol === 'https:' ? tlsRequest : plainRequest;
  return new Promise((resolve) => {
    const late = AbortSignal.timeout(timeoutMs);
    const signal = ending ? AbortSignal.any([late, ending]) : late;
    const asked = send(url, {
      method: 'POST',
      headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)) },
      agent: false,
      lookup: guardedLookup(allowPrivate),
      signal,
    });
    asked.once('response', (answer: IncomingMessage) => {
      const status = answer.statusCode ?? 0;
      resolve({ ok: status >= 200 && status < 300, status });
      answer.destroy();
    });
    asked.on('error', (error) => resolve({ ok: false, fault: faultOf(error, late) }));
    asked.end(body);
  });
}

/** What is wrong with an address before anything is looked up, or null. */
export function whyNotOutbound(address: string, allowPrivate: boolean): 'form' | 'private' | null {
  if (!URL.canParse(address)) return 'form';
  const { protocol, hostname, username, password } = new URL(address);
  const secure = protocol === 'https:' || (protocol === 'http:' && allowPrivate && isLoopback(hostname));
  if (!secure || username !== '' || password !== '') return 'form';
  if (allowPrivate) return null;
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0) return isPublic(literal) ? null : 'private';
  return hostname.includes('.') && !isLoopback(hostname) ? null : 'private';
}

function faultOf(error: Error, late: AbortSignal): 'refusedAddress' | 'timeout' | 'unreachable' {
  if (error instanceof RefusedAddress) return 'refusedAddress';
  return late.aborted ? 'timeout' : 'unreachable';
}

class RefusedAddress extends Error {}

/** The resolver of one connection: every address of the name must be public, or there is no connection. */
export function guardedLookup(allowPrivate: boolean): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return done(error, '');
      if (!allowPrivate && !found.every(({ address }) => isPublic(address)))
        return done(new RefusedAddress(`${hostname} is not a public address`), '');
      if (options.all) return done(null, found);
      const [first] = found;
      return first ? done(null, first.address, first.family) : done(new Error('no address'), '');
    });
  };
}

/** Reached over the internet: none of the blocks of IANA's special-purpose registries (RFC 6890 and its successors). */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !SPECIAL_4.check(address, 'ipv4');
  if (isIP(address) !== 6) return false;
  return GLOBAL_6.check(address, 'ipv6') && !SPECIAL_6.check(address, 'ipv6');
}

const SPECIAL_4 = blocks('ipv4', [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24'],
  ...['192.168.0.0/16', '192.175.48.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
]);
/** Global unicast alone; within it what stands for IPv4 (6to4, Teredo) or for examples. Mapped addresses are outside it. */
const GLOBAL_6 = blocks('ipv6', ['2000::/3']);
const SPECIAL_6 = blocks('ipv6', ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']);

function blocks(family: 'ipv4' | 'ipv6', nets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const net of nets) {
    const [address = '', prefix] = net.split('/');
    list.addSubnet(address, Number(prefix), family);
  }
  return list;
}
