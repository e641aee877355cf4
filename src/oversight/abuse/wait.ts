import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { base32 } from '../../platform/ids.ts';

/** Who writes without script may take a day. */
const HOURS = 24;

/** When the form was first shown, for this one thing to be sent; vouched for, and kept by nobody. */
export function waitMark(key: KeyObject, about: string, now: Date): string {
  const at = now.getTime().toString(36);
  return `${at}.${macOf(key, about, at)}`;
}

/** Milliseconds since it was shown; null where the mark is not ours, is for something else, or is a day old. */
export function waited(key: KeyObject, about: string, mark: string, now: Date): number | null {
  const [, at = '', mac = ''] = /^([0-9a-z]{1,12})\.([0-9a-z]{32})$/.exec(mark) ?? [];
  const [given, made] = [Buffer.from(mac), Buffer.from(macOf(key, about, at))];
  if (given.length !== made.length || !timingSafeEqual(given, made)) return null;
  const age = now.getTime() - Number.parseInt(at, 36);
  return age >= 0 && age < HOURS * 3_600_000 ? age : null;
}

function macOf(key: KeyObject, about: string, at: string): string {
  return base32(createHmac('sha256', key).update(`ikrar/wait/v1\n${about}\n${at}`).digest().subarray(0, 20));
}
