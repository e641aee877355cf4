import { type BlockList, isIP, isIPv4 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Ctx } from './visit.ts';

/** Where tries are counted: who sent the request, by the word of the proxies that were named (IKRAR_PROXY) and no other. */
export function addressOf(c: Ctx): string {
  const peer = peerOf(c);
  const proxies = c.get('proxies');
  if (!proxies || !isAmong(proxies, peer)) return placeOf(peer ?? 'unknown');
  return placeOf(lastStranger(proxies, c.req.header('x-forwarded-for') ?? '') ?? (peer as string));
}

/** Attacker: whoever has one IPv6 address has 2^64 of them. The network of 64 bits counts as one place. */
export function placeOf(address: string): string {
  const plain = withoutMapping(address);
  if (isIP(plain) !== 6) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = (text: string) => text.split(':').filter(Boolean);
  const [left, right] = [groups(head), groups(tail ?? '')];
  const between = Array(Math.max(0, 8 - left.length - right.length)).fill('0');
  const network = [...left, ...(tail === undefined ? [] : between), ...right].slice(0, 4);
  return network.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}

/**
 * Each proxy appends whom it heard from: read from the right, the first that is none of ours. Attacker: a visitor who sends
 * the header with other people's addresses, which then stand further left.
 */
export function lastStranger(proxies: BlockList, forwarded: string): string | undefined {
  const heard = forwarded.split(',').map((text) => text.trim());
  const stranger = heard.reverse().find((address) => !isAmong(proxies, address));
  return stranger !== undefined && isIP(stranger) ? stranger : undefined;
}

/** The other end of the connection. */
export function peerOf(c: Ctx): string | undefined {
  const hasSocket = Boolean((c.env as { incoming?: unknown } | undefined)?.incoming);
  return hasSocket ? getConnInfo(c).remote.address : undefined;
}

function isAmong(proxies: BlockList, address: string | undefined): boolean {
  const plain = withoutMapping(address ?? '');
  return isIP(plain) !== 0 && proxies.check(plain, isIPv4(plain) ? 'ipv4' : 'ipv6');
}

/** An IPv4 address as a socket for both families writes it. */
function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
