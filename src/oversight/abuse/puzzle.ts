import { createHmac, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';
import { base32 } from '../../platform/ids.ts';
import type { Puzzle } from './proof.ts';

export { PROOF_HEADER } from './proof.ts';

export const KINDS = ['report', 'reply', 'box'] as const;
export type Kind = (typeof KINDS)[number];

/** So long a puzzle may be worked at. */
const MINUTES = 10;
export const MAX_WEIGHT = 64;

export interface Asked extends Puzzle {
  kind: Kind;
  channel: string;
  /** Of a file: its parts. */
  weight: number;
  until: number;
}

/** A puzzle that this installation vouches for and keeps nothing of. @param bits before the weight */
export function newPuzzle(
  key: KeyObject,
  {
    kind,
    channel,
    weight,
    bits,
    now,
  }: { kind: Kind; channel: string; weight: number; bits: number; now: Date },
): Asked {
  const until = now.getTime() + MINUTES * 60_000;
  const whole = bits + extraBits(weight);
  const salt = base32(randomBytes(10));
  const text = [kind, channel, whole, weight, until.toString(36), salt].join('~');
  return { kind, channel, weight, bits: whole, until, token: `${text}~${macOf(key, text)}` };
}

/** What is heavier takes as many more tries. */
export function extraBits(weight: number): number {
  return Math.ceil(Math.log2(weight));
}

/** The puzzle of a token; null where it is not ours. */
export function readPuzzle(key: KeyObject, token: string): Asked | null {
  const [, text = '', kind, channel, bits, weight, until = '', mac = ''] =
    /^((report|reply|box)~([\w.-]{1,100})~(\d{1,2})~(\d{1,2})~([0-9a-z]{1,12})~[0-9a-z]{16})~([0-9a-z]{32})$/.exec(
      token,
    ) ?? [];
  if (!text || !isSame(mac, macOf(key, text))) return null;
  const asked = {
    kind: kind as Kind,
    channel: channel as string,
    bits: Number(bits),
    weight: Number(weight),
  };
  return { ...asked, until: Number.parseInt(until, 36), token };
}

function macOf(key: KeyObject, text: string): string {
  return base32(createHmac('sha256', key).update(`ikrar/puzzle/v1\n${text}`).digest().subarray(0, 20));
}

function isSame(given: string, made: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(made)];
  return a.length === b.length && timingSafeEqual(a, b);
}
