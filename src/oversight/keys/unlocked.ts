import { type StaffKey, staffKey } from '../seal/index.ts';
import { keyData } from './browser/data.ts';
import { closedForTab, openedForTab } from './browser/tab.ts';

/** In browsers alone: the opened key of who is signed in, for as long as this tab uses it and half an hour more. */
export interface Unlocked {
  agencyId: string;
  keyId: string;
  key: StaffKey;
  until: Date;
}

const HALF_AN_HOUR = 30 * 60_000;
const EVENT = 'ikrar-key';

/** Null where the key is locked, the half hour is over, or the session is another than the one that opened it. */
export async function unlocked(agencyId: string): Promise<Unlocked | null> {
  const [keyId, until, closed] = (sessionStorage.getItem(place(agencyId)) ?? '').split(' ');
  if (!keyId || !closed) return null;
  if (Number(until) <= Date.now()) return forget(agencyId);
  try {
    const { tab } = await keyData(agencyId);
    return await keepUnlocked(agencyId, keyId, openedForTab(tab, `${agencyId} ${keyId}`, closed));
  } catch {
    return forget(agencyId);
  }
}

/** Runs now where the key is open, and each time that it is opened on this page. */
export function whenUnlocked(agencyId: string, work: (open: Unlocked) => void): void {
  document.addEventListener(EVENT, async () => {
    const open = await unlocked(agencyId);
    if (open) work(open);
  });
  void unlocked(agencyId).then((open) => open && work(open));
}

/** Runs when the key is locked on this page: what was opened with it leaves the screen. */
export function whenLocked(agencyId: string, work: () => void): void {
  document.addEventListener(EVENT, () => {
    if (!sessionStorage.getItem(place(agencyId))) work();
  });
}

export async function unlock(agencyId: string, keyId: string, seed: Uint8Array): Promise<Unlocked> {
  const open = await keepUnlocked(agencyId, keyId, seed);
  document.dispatchEvent(new Event(EVENT));
  return open;
}

export function lock(agencyId: string): void {
  forget(agencyId);
  document.dispatchEvent(new Event(EVENT));
}

async function keepUnlocked(agencyId: string, keyId: string, seed: Uint8Array): Promise<Unlocked> {
  const until = Date.now() + HALF_AN_HOUR;
  const { tab } = await keyData(agencyId);
  const closed = closedForTab(tab, `${agencyId} ${keyId}`, seed);
  sessionStorage.setItem(place(agencyId), [keyId, until, closed].join(' '));
  return { agencyId, keyId, key: await staffKey(seed), until: new Date(until) };
}

function forget(agencyId: string): null {
  sessionStorage.removeItem(place(agencyId));
  return null;
}

function place(agencyId: string): string {
  return `ikrar.kunci.${agencyId}`;
}
