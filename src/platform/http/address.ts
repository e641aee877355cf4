import { type BlockList, isIP, isIPv4 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Ctx } from './visit.ts';

/** Where tries are counted: who sent the request, by the word of the proxies that were named (IKRAR_PROXY) and no other. */
export function addressOf(c: Ctx): string {
  const peer = peerOf(c);
  const proxies = c.get('proxies');
  if (!proxies || !isAmong(proxies, peer)) return peer ?? 'unknown';
  return lastStranger(proxies, c.req.header('x-forwarded-for') ?? '') ?? (peer as string);
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
  const plain = address?.replace(/^::ffff:(?=\d+\.)/, '') ?? '';
  return isIP(plain) !== 0 && proxies.check(plain, isIPv4(plain) ? 'ipv4' : 'ipv6');
}
