import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { boundedBody } from '../../platform/http/bounded.ts';
import { isLoopback } from '../../platform/loopback.ts';
import type { SealCertificate } from '../pdf/index.ts';
import type { SignDigests } from './checked-signer.ts';
import { SealFault } from './fault.ts';
import type { ServiceKey } from './seal-file.ts';

/** `docs/formats/remote-seal.md` */
const AT_ONCE = 500;
const LARGEST_ANSWER = 1024 * 1024;
const TIME_OUT_MS = 15_000;
const WAITS_MS = [250, 1000];

const Signatures = z.object({ signatures: z.array(z.base64().max(1400)).max(AT_ONCE) });
const PublicKey = z.object({ publicKey: z.base64().max(2000) });

/** A seal key behind a batch service. Asking again is harmless: a digest may be signed twice. */
export function remoteSigner(key: ServiceKey, algorithm: SealCertificate['algorithm']): SignDigests {
  return async (batch) => {
    const signatures: Uint8Array[] = [];
    for (let from = 0; from < batch.length; from += AT_ONCE) {
      const digests = batch.slice(from, from + AT_ONCE).map(({ digest }) => base64(digest));
      const answer = await ask(key, Signatures, { algorithm, digests });
      if (answer.signatures.length !== digests.length)
        throw new SealFault(
          `the seal service was asked for ${digests.length} signatures and gave another number`,
        );
      signatures.push(...answer.signatures.map((one) => Buffer.from(one, 'base64')));
    }
    return signatures;
  };
}

/** The public key behind a service. @throws SealFault */
export async function remotePublicKey(key: ServiceKey): Promise<KeyObject> {
  const { publicKey } = await ask(key, PublicKey);
  try {
    return createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  } catch {
    throw new SealFault('the seal service gave a public key that cannot be read');
  }
}

/** @throws SealFault unless it is https, or a service on this machine */
export function requireSafeUrl(text: string): void {
  const url = URL.canParse(text) ? new URL(text) : null;
  const here = url?.protocol === 'http:' && isLoopback(url.hostname);
  const safe = url && (url.protocol === 'https:' || here) && url.username === '' && url.hash === '';
  if (!safe) throw new SealFault(`${text} is not an https address without a user name`);
}

async function ask<S extends z.ZodType>(key: ServiceKey, schema: S, body?: unknown): Promise<z.output<S>> {
  requireSafeUrl(key.url);
  for (let attempt = 0; ; attempt += 1) {
    const answer = await once(key, body);
    if (answer.text !== undefined) return understood(answer.text, schema);
    const wait = WAITS_MS[attempt];
    if (!answer.again || wait === undefined) throw new SealFault(`the seal service ${key.url} ${answer.why}`);
    await pause(wait);
  }
}

type Answer = { text: string } | { text?: undefined; why: string; again: boolean };

/** No redirect is followed: the token is for this address alone. */
async function once({ url, tokenFile }: ServiceKey, body: unknown): Promise<Answer> {
  const headers = { Authorization: `Bearer ${tokenOf(tokenFile)}`, 'Content-Type': 'application/json' };
  const post = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  try {
    const signal = AbortSignal.timeout(TIME_OUT_MS);
    const response = await fetch(url, { headers, ...post, redirect: 'error', signal });
    if (response.status === 200) {
      const answer = await boundedBody(response, LARGEST_ANSWER);
      if (!answer) throw new SealFault('the seal service answered with more than 1 MB');
      return { text: answer.toString('utf8') };
    }
    await response.body?.cancel();
    const again = response.status >= 500 || response.status === 429;
    return { why: `answered ${response.status}`, again };
  } catch (error) {
    if (error instanceof SealFault) throw error;
    return { why: `did not answer: ${reasonOf(error as Error)}`, again: true };
  }
}

function understood<S extends z.ZodType>(text: string, schema: S): z.output<S> {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new SealFault('the seal service gave an answer that is not of the format');
  }
}

function tokenOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new SealFault(`cannot read the token of the seal service: ${(error as Error).message}`);
  }
}

function reasonOf(error: Error): string {
  return error.name === 'TimeoutError'
    ? 'time-out'
    : ((error.cause as Error | undefined)?.message ?? error.message);
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
