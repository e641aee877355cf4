import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SealFault } from '../fault.ts';
import type { DeviceKey } from '../seal-file.ts';
import { login, objectOf, openSession, slotOf } from './calls.ts';
import { CKO_PRIVATE_KEY, CKR } from './codes.ts';
import { type Call, CryptokiFault, type Library, openLibrary } from './library.ts';

/** A session does one thing at a time; its place is the end of its own line. */
export interface Session {
  handle: bigint;
  free: Promise<unknown>;
}

export interface OpenToken {
  call: Call;
  key: bigint;
  sessions: readonly Session[];
  close(): Promise<void>;
}

/** Each call holds one of the four threads that Node also reads files with, so two sessions and no more. */
const SESSIONS = 2;
/** PINs that a token has refused, by digest: each further try would bring it nearer to locking itself. */
const refusedPins = new Set<string>();

/** Sessions on the token, logged in, and the private key of the seal. @throws SealFault */
export async function openToken(where: DeviceKey): Promise<OpenToken> {
  const pin = pinOf(where);
  const library = await openLibrary(where.module);
  const { call, slot } = await find(library, where.token);
  const sessions: Session[] = [];
  const close = async () => {
    inUse.set(library, (inUse.get(library) ?? 1) - 1);
    for (const { handle, free } of sessions) {
      await free;
      await call('C_CloseSession', handle).catch(() => {});
    }
  };
  inUse.set(library, (inUse.get(library) ?? 0) + 1);
  try {
    for (let i = 0; i < SESSIONS; i += 1)
      sessions.push({ handle: await openSession(call, slot), free: Promise.resolve() });
    const { handle } = sessions[0]!;
    await login(call, handle, pin).catch((error) => loginFailed(where, pin, error));
    const key = await objectOf(call, handle, CKO_PRIVATE_KEY, where.label);
    return { call, key, sessions, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const RESTART_EVERY_MS = 30_000;
/** Tokens open in a module, and when it last began anew. */
const inUse = new Map<Library, number>();
const restarted = new Map<Library, number>();

/**
 * Some modules see a token that comes later only after a new beginning. That ends the sessions of other tokens, which
 * are then opened again; so it is not done all the time where there are any.
 */
async function find(library: Library, token: string): Promise<{ call: Call; slot: bigint }> {
  const call = library.begin();
  const slot = await slotOf(call, token).catch(notBegun);
  if (slot !== null) return { call, slot };
  const lately = performance.now() - (restarted.get(library) ?? Number.NEGATIVE_INFINITY) < RESTART_EVERY_MS;
  if ((inUse.get(library) ?? 0) === 0 || !lately) {
    restarted.set(library, performance.now());
    await library.restart();
    const again = library.begin();
    const found = await slotOf(again, token);
    if (found !== null) return { call: again, slot: found };
  }
  throw new SealFault(`there is no token with the label ${token}`);
}

/** A restart that failed, because the module could not find its place, left it so. */
function notBegun(error: unknown): null {
  if (error instanceof CryptokiFault && error.code === CKR.CRYPTOKI_NOT_INITIALIZED) return null;
  throw error;
}

function pinOf(where: DeviceKey): string {
  let pin: string;
  try {
    pin = readFileSync(where.pinFile, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    throw new SealFault(`cannot read the PIN: ${(error as Error).message}`);
  }
  if (refusedPins.has(pinKey(where, pin)))
    throw new SealFault(
      `the token refused the PIN in ${where.pinFile}; it is not tried again until the file changes`,
    );
  return pin;
}

function loginFailed(where: DeviceKey, pin: string, error: unknown): never {
  if (error instanceof CryptokiFault && error.code === CKR.PIN_INCORRECT) {
    refusedPins.add(pinKey(where, pin));
    throw new SealFault(`the token refused the PIN in ${where.pinFile}`);
  }
  if (error instanceof CryptokiFault && error.code === CKR.PIN_LOCKED)
    throw new SealFault('the token is locked after too many wrong PINs');
  throw error;
}

function pinKey({ module, token }: DeviceKey, pin: string): string {
  return createHash('sha256')
    .update(JSON.stringify([module, token, pin]))
    .digest('hex');
}
