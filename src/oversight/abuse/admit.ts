import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { createBuckets, levelOf, type Rate } from './bucket.ts';
import { holds } from './proof.ts';
import { type Asked, extraBits, type Kind, newPuzzle, readPuzzle } from './puzzle.ts';
import { createTaken } from './taken.ts';
import { waited, waitMark } from './wait.ts';

/** What somebody sends, and where. */
export interface Sent {
  kind: Kind;
  /** The institution; `-` for a mailbox, of which nobody knows yet whose it is. */
  channel: string;
  /** An id that can be stored once only. */
  subject: string;
}

/** bits: asked of everybody while half of the bucket is left, and when it is empty. */
const RATES: Record<Kind, Rate & { bits: readonly [number, number] }> = {
  report: { size: 120, refillMs: 2000, bits: [16, 23] },
  reply: { size: 120, refillMs: 2000, bits: [16, 23] },
  box: { size: 400, refillMs: 50, bits: [13, 19] },
};
/** Without script: seconds to wait while half is left, and at most. */
const WAITS: Record<Kind, Rate & { seconds: readonly number[] }> = {
  report: { size: 30, refillMs: 6000, seconds: [3, 15, 30, 60, 120, 300, 600] },
  reply: { size: 30, refillMs: 6000, seconds: [3, 15, 30, 60, 120, 300, 600] },
  box: { size: 60, refillMs: 1000, seconds: [1, 3, 5, 10, 20, 30, 60] },
};
/** So long what was let in without a proof is remembered: as long as its mark is good. */
const KEPT_MS = 24 * 3_600_000;
/** A puzzle that was a little easier than what is asked by now is taken all the same. */
const TOLERANCE = 1;
/** So many parts of a file count as one thing sent. */
const PARTS_FOR_ONE = 8;
/** So often the same may be sent again; of a file, each part. */
const MOST_AGAIN = 16;

/** What is asked of whoever wants to send this now. */
export function puzzleFor(platform: Platform, kind: Kind, channel: string, weight: number): Asked {
  const [key, now] = [platform.secret('abuse'), platform.now()];
  return newPuzzle(key, { kind, channel, weight, bits: bitsNow(platform, kind, channel), now });
}

/**
 * Takes what was sent with a proof; the same proof again is the same thing again, and costs the channel nothing.
 * @returns the weight that was proved @throws Refusal abuse.noProof, abuse.stale, abuse.harder, abuse.again
 */
export function admitProof(
  platform: Platform,
  { kind, channel, subject }: Sent,
  header: string | undefined,
): number {
  const [token = '', nonces = ''] = (header ?? '').slice(0, 400).split(' ');
  const asked = readPuzzle(platform.secret('abuse'), token);
  if (asked?.kind !== kind || asked.channel !== channel) throw new Refusal('abuse.noProof', 403);
  const now = platform.now();
  if (asked.until < now.getTime()) throw new Refusal('abuse.stale', 429);
  if (!holds(asked, subject, nonces)) throw new Refusal('abuse.noProof', 403);
  const { taken, proved } = gateOf(platform);
  const again = taken.again(token);
  if (again > MOST_AGAIN * asked.weight) throw new Refusal('abuse.again', 429);
  if (again > 0) return asked.weight;
  const easier = bitsNow(platform, kind, channel) - asked.bits + extraBits(asked.weight);
  if (easier > TOLERANCE) throw new Refusal('abuse.harder', 429);
  proved[kind].take(channel, now, Math.ceil(asked.weight / PARTS_FOR_ONE));
  taken.add(token, asked.until, now);
  return asked.weight;
}

/** For the hidden field of a form without script. */
export function waitToken(platform: Platform, sent: Sent): string {
  return waitMark(platform.secret('abuse'), aboutOf(sent), platform.now());
}

/**
 * Seconds that are still to wait, 0 where it was let in. Who began earlier goes first: where much is sent the wait that is
 * asked grows, and a form that was opened long ago has it behind itself.
 * @throws Refusal abuse.noProof where the token is not of this form, abuse.again
 */
export function admitWait(platform: Platform, sent: Sent, token: string): number {
  const now = platform.now();
  const age = waited(platform.secret('abuse'), aboutOf(sent), token, now);
  if (age === null) throw new Refusal('abuse.noProof', 403);
  const { taken, unproved } = gateOf(platform);
  const again = taken.again(token);
  if (again > MOST_AGAIN) throw new Refusal('abuse.again', 429);
  if (again > 0) return 0;
  const { size, seconds, refillMs } = WAITS[sent.kind];
  const left = unproved[sent.kind].left(sent.channel, now);
  const asked = seconds[levelOf(left, size, seconds.length - 1)] as number;
  const missing = Math.ceil(asked - age / 1000);
  if (missing > 0) return missing;
  if (left < 1) return Math.ceil(((1 - left) * refillMs) / 1000);
  unproved[sent.kind].take(sent.channel, now, 1);
  taken.add(token, now.getTime() + KEPT_MS, now);
  return 0;
}

function bitsNow(platform: Platform, kind: Kind, channel: string): number {
  const { size, bits } = RATES[kind];
  const left = gateOf(platform).proved[kind].left(channel, platform.now());
  return bits[0] + levelOf(left, size, bits[1] - bits[0]);
}

const aboutOf = ({ kind, channel, subject }: Sent) => [kind, channel, subject].join('\n');

/** One for each process: buckets of both paths, and what was let in. */
const gates = new WeakMap<Platform, ReturnType<typeof newGate>>();

function gateOf(platform: Platform) {
  const gate = gates.get(platform) ?? newGate();
  gates.set(platform, gate);
  return gate;
}

function newGate() {
  const both = (rates: Record<Kind, Rate>) => ({
    report: createBuckets(rates.report),
    reply: createBuckets(rates.reply),
    box: createBuckets(rates.box),
  });
  return { proved: both(RATES), unproved: both(WAITS), taken: createTaken() };
}
