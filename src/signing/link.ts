import { createHmac, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { type Client, exec, maybe } from '../platform/db/index.ts';
import { codeOf } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { codeHash, type SlipHolder, sql } from './slip.ts';

export type LinkChannel = 'mail' | 'hook';

const Newest = z.object({ serial: z.number(), boundTo: z.instanceof(Buffer) });

/**
 * The code of the person's link on this channel: the same one as long as it goes to the same address, a new one, which
 * ends the older, once it goes elsewhere. Derived like a slip's, not stored. Attacker: whoever reads that mailbox; a
 * signature by it says `link` and proves no more. Crash point: kept before it is sent; a lost one is the same again.
 */
export async function linkCode(
  client: Client,
  platform: Platform,
  holder: SlipHolder,
  sentTo: { channel: LinkChannel; address: string },
): Promise<string> {
  const { channel, address } = sentTo;
  const secret = platform.secret('slip');
  const boundTo = bound(secret, channel, address);
  const newest = await maybe(client, sql.newestLink, { ...holder, channel }, Newest);
  if (newest?.boundTo.equals(boundTo)) return codeFor(secret, holder, channel, newest.serial, boundTo);
  const serial = (newest?.serial ?? 0) + 1;
  const code = codeFor(secret, holder, channel, serial, boundTo);
  const row = { ...holder, channel, serial, boundTo, codeHash: codeHash(secret, code), now: platform.now() };
  await exec(client, sql.addLink, row);
  return code;
}

function codeFor(
  secret: KeyObject,
  holder: SlipHolder,
  channel: LinkChannel,
  serial: number,
  boundTo: Buffer,
): string {
  const { agencyId, campaignId, personId } = holder;
  const parts = ['ikrar/link/v1', agencyId, campaignId, personId, channel, serial, boundTo.toString('hex')];
  return codeOf(createHmac('sha256', secret).update(parts.join('\n')).digest());
}

/** Keyed: addresses could be guessed in a copy of the database. */
function bound(secret: KeyObject, channel: LinkChannel, address: string): Buffer {
  const text = `ikrar/link-bound/v1\n${channel}\n${address.toLowerCase()}`;
  return createHmac('sha256', secret).update(text).digest();
}
