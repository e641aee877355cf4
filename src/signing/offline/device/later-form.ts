import { makeDeviceKey } from './keys.ts';
import type { LaterGiven } from './later.ts';
import { openText, seal } from './seal.ts';
import { signStatement } from './sign.ts';
import { asked, ended } from './store.ts';

/** A form of a person's own phone as it waits there. Its key can be used by this browser and read by nobody. */
export interface KeptForm {
  path: string;
  key: CryptoKey;
  sealed: string;
}

/** What the form sends, and what the phone says about it. */
interface Waiting {
  fields: [string, string][];
  offline: { at: string; seq: 1; publicKey: string; signature: string };
}

const [NAME, BOUND] = ['ikrar-ponsel', 'ikrar/phone-form/v1\n'];

/** Saves it once: a second tap finds the first. @throws where there is no room */
export async function keepForm(path: string, form: HTMLFormElement, given: LaterGiven): Promise<KeptForm> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const waiting = await waitingOf(form, given, new Date());
  const kept = { path, key, sealed: await seal(key, BOUND + path, JSON.stringify(waiting)) };
  const db = await open();
  try {
    const work = db.transaction('forms', 'readwrite', { durability: 'strict' });
    const forms = work.objectStore('forms');
    const before = (await asked(forms.get(path))) as KeptForm | undefined;
    if (!before) forms.add(kept);
    await ended(work);
    return before ?? kept;
  } finally {
    db.close();
  }
}

export async function keptForm(path: string): Promise<KeptForm | undefined> {
  const db = await open();
  return asked(db.transaction('forms').objectStore('forms').get(path)).finally(() => db.close());
}

export async function dropForm(path: string): Promise<void> {
  const db = await open();
  const work = db.transaction('forms', 'readwrite');
  work.objectStore('forms').delete(path);
  await ended(work).finally(() => db.close());
}

export async function openKept({ path, key, sealed }: KeptForm): Promise<Waiting> {
  return JSON.parse(await openText(key, BOUND + path, sealed));
}

export function sendingOf({ fields, offline }: Waiting, sentAt: Date): URLSearchParams {
  const told = JSON.stringify({ ...offline, sentAt: sentAt.toISOString() });
  return new URLSearchParams([...fields, ['offline', told]]);
}

async function waitingOf(form: HTMLFormElement, given: LaterGiven, now: Date): Promise<Waiting> {
  const { agency, campaign, name } = given;
  const data = new FormData(form);
  const field = (key: string) => String(data.get(key) ?? '');
  const typedName = field('typedName').normalize('NFC').replace(/\s+/g, ' ').trim();
  data.set('typedName', typedName);
  const drawing = /L/.test(field('drawing')) ? field('drawing') : null;
  // Dots alone are no signature: what is sent is what is signed.
  data.set('drawing', drawing ?? '');
  const { privateKey, publicKey } = await makeDeviceKey();
  const at = now.toISOString();
  const said = {
    agency,
    at,
    campaign,
    device: null,
    drawing,
    name,
    seq: 1,
    text: field('digest'),
    typedName,
  };
  return {
    fields: [...data].map(([key, value]) => [key, String(value)]),
    offline: { at, seq: 1, publicKey, signature: await signStatement(privateKey, said) },
  };
}

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('forms', { keyPath: 'path' });
  return asked(opening);
}
