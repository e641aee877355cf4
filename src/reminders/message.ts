import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { exec, maybe, transaction } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';
import { linkCode } from '../signing/index.ts';
import type { Asked, Channel, Due, Level } from './due.ts';
import { sql } from './plan.ts';

/** One message to one person or account, under our lease. */
export interface Message {
  agencyId: string;
  campaignId: string;
  level: Level;
  target: string;
  channel: Channel;
  seq: number;
}

export interface Claimed extends Message {
  /** What a double, and a delivery report, is known by; the same for every try. */
  token: string;
  attempts: number;
  /** Of the personal link; null where there is none. */
  code: string | null;
}

/** Longer than any try may take. */
const LEASE_MS = 3 * 60_000;
/** Then it has failed. */
const MOST_ATTEMPTS = 6;

/**
 * Takes one message under a lease; null where somebody else has it, it is sent, or the person has signed meanwhile.
 * Crash point: whoever dies behind this leaves a lease that runs out; the message is then sent once more, under the same
 * token, because nobody can know whether the server had taken it. At least once, and a double is known for one.
 */
export function claim(
  platform: Platform,
  asked: Asked,
  due: Pick<Due, 'target' | 'seq' | 'waiting'> & { level: Level; channel: Channel; address: string },
): Promise<Claimed | null> {
  const { agencyId, campaignId, plan } = asked;
  const { level, target, channel, address } = due;
  const seq = due.waiting ? due.seq : due.seq + 1;
  const message: Message = { agencyId, campaignId, level, target, channel, seq };
  const token = tokenOf(platform, message);
  const now = platform.now();
  const row = {
    ...message,
    ...{ token, now, addressHash: addressHash(platform, address), version: plan.version },
    leaseUntil: new Date(now.getTime() + LEASE_MS),
  };
  return transaction(platform.pool, async (client) => {
    const held = await maybe(client, sql.claim, row, z.object({ attempts: z.number() }));
    if (!held) return null;
    const holder = { agencyId, campaignId, personId: target };
    const link = level === 'person' && plan.withLink;
    const code = link ? await linkCode(client, platform, holder, { channel, address }) : null;
    return { ...message, token, attempts: held.attempts, code };
  });
}

/** What became of a try. `why` names nobody. */
export type Outcome = { ok: true } | { ok: false; fault: 'refused' | 'later' | 'server'; why: string };

/** Writes down what became of it. A message that fails for now waits: 5 minutes, then twice as long each time. */
export async function settle(platform: Platform, claimed: Claimed, outcome: Outcome): Promise<void> {
  const { token: _, attempts, code: __, ...message } = claimed;
  const now = platform.now();
  const bare = { ...message, now, sentAt: null, failedAt: null, retryAt: null };
  const over = !outcome.ok && (outcome.fault === 'refused' || attempts >= MOST_ATTEMPTS);
  const row = outcome.ok
    ? { ...bare, sentAt: now, why: null }
    : over
      ? { ...bare, failedAt: now, why: `${outcome.fault}:${outcome.why}` }
      : { ...bare, retryAt: retryAt(now, attempts), why: `${outcome.fault}:${outcome.why}` };
  await exec(platform.pool, sql.settle, row);
}

function retryAt(now: Date, attempts: number): Date {
  return new Date(now.getTime() + 5 * 60_000 * 2 ** (attempts - 1));
}

/** Keyed, so that nobody but who received it can forge a report about it. */
function tokenOf(platform: Platform, message: Message): string {
  const { agencyId, campaignId, level, target, channel, seq } = message;
  const parts = ['ikrar/reminder/v1', agencyId, campaignId, level, target, channel, seq];
  return mac(platform, parts.join('\n')).subarray(0, 16).toString('hex');
}

/** By which an address that refused is known again, without keeping it. */
export function addressHash(platform: Platform, address: string): Buffer {
  return mac(platform, `ikrar/reminder-address/v1\n${address.toLowerCase()}`);
}

function mac(platform: Platform, text: string): Buffer {
  return createHmac('sha256', platform.secret('reminder')).update(text).digest();
}
