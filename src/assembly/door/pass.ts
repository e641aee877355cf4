/**
 * The rotating code at a site's door, see docs/formats/door.md. Made by the screen in the yard, which may have no
 * network, and by the server that accepts it: nothing here needs more than an HMAC-SHA256 of either.
 */
export type Hmac = (key: Uint8Array, message: Uint8Array) => Promise<Uint8Array>;

/** A door that was opened: eight characters by which the server finds it, and the 32 bytes its codes come from. */
export interface DoorKey {
  code: string;
  key: Uint8Array;
}

export interface Pass {
  /** Of the door, in capitals. */
  code: string;
  mac: string;
}

export const SLOT_MS = 30_000;
/** How many slots before and after the present one are accepted: a phone needs a while, and clocks differ. */
const SLOTS_AROUND = 2;

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The pass of the slot in which this moment lies: 16 characters, fit for a QR code's alphanumeric mode. */
export async function passAt(hmac: Hmac, door: DoorKey, at: Date): Promise<string> {
  return door.code + (await macOf(hmac, door.key, slotOf(at)));
}

/** Reads what stands in the address, in any case; null where it cannot be a pass. */
export function readPass(text: string): Pass | null {
  const letters = text.toUpperCase();
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(letters)
    ? { code: letters.slice(0, 8), mac: letters.slice(8) }
    : null;
}

/** Whether the pass is of a slot around this moment. Looks at all of them, so that time tells nothing. */
export async function passHolds(hmac: Hmac, door: DoorKey, pass: Pass, at: Date): Promise<boolean> {
  let held = 0;
  for (let away = -SLOTS_AROUND; away <= SLOTS_AROUND; away += 1) {
    held |= Number(same(await macOf(hmac, door.key, slotOf(at) + away), pass.mac));
  }
  return held === 1 && pass.code === door.code;
}

function slotOf(at: Date): number {
  return Math.floor(at.getTime() / SLOT_MS);
}

/** Forty bits of the HMAC: the low five of each of its first eight bytes. */
async function macOf(hmac: Hmac, key: Uint8Array, slot: number): Promise<string> {
  const mac = await hmac(key, new TextEncoder().encode(`ikrar/pass/v1\n${slot}`));
  return Array.from(mac.subarray(0, 8), (byte) => CROCKFORD[byte & 31]).join('');
}

function same(one: string, other: string): boolean {
  let differ = one.length ^ other.length;
  for (let i = 0; i < one.length; i += 1) differ |= one.charCodeAt(i) ^ other.charCodeAt(i);
  return differ === 0;
}
