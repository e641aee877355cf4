import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { TsaConfig } from '../../platform/config/tsa.ts';
import type { Config } from '../../platform/config.ts';
import { boundedBody } from '../../platform/http/bounded.ts';
import {
  FormatError,
  parseTimestamp,
  readPem,
  requireAuthority,
  requireTimestamp,
  type Timestamp,
  timestampToken,
} from '../../verify/index.ts';
import { timestampRequest } from './request.ts';

/** The time-stamping authority did not answer, refused, or gave something that is not a time stamp of ours. */
export class TimestampFault extends Error {
  override name = 'TimestampFault';
}

export interface Stamped {
  token: Buffer;
  stamp: Timestamp;
  /** The authority leads to a configured root; false: none is configured. */
  verified: boolean;
}

const TIME_OUT_MS = 15_000;
const LARGEST = 64 * 1024;

/** Asks for a time stamp over these bytes and believes nothing of the answer unchecked. @throws TimestampFault */
export function stampOf(tsa: TsaConfig, bytes: Uint8Array): Promise<Stamped> {
  return stampDigest(tsa, createHash('sha256').update(bytes).digest());
}

/** The same from the SHA-256 of the bytes. @throws TimestampFault */
export async function stampDigest(tsa: TsaConfig, digest: Uint8Array): Promise<Stamped> {
  const nonce = randomBytes(8);
  nonce[0] = (nonce[0]! & 0x7f) | 0x40;
  const roots = timestampRoots({ tsa }).flatMap(readPem);
  const response = await ask(tsa, timestampRequest(digest, nonce, tsa.policy));
  try {
    const token = Buffer.from(timestampToken(response));
    const stamp = parseTimestamp(token);
    requireTimestamp(stamp, digest);
    if (!stamp.nonce || !nonce.equals(stamp.nonce))
      throw new TimestampFault('the time stamp is not for this request');
    if (tsa.policy && stamp.policy !== tsa.policy)
      throw new TimestampFault(`the time stamp is of policy ${stamp.policy}, not of ${tsa.policy}`);
    if (roots.length > 0) requireAuthority(stamp, roots);
    return { token, stamp, verified: roots.length > 0 };
  } catch (error) {
    throw error instanceof FormatError ? new TimestampFault(error.message) : error;
  }
}

/** The configured roots of time-stamping authorities, PEM; none where the setting is absent. @throws TimestampFault */
export function timestampRoots({ tsa }: Pick<Config, 'tsa'>): string[] {
  if (tsa?.roots === undefined) return [];
  try {
    const pem = readFileSync(tsa.roots, 'utf8');
    readPem(pem);
    return [pem];
  } catch (error) {
    throw new TimestampFault(`cannot read IKRAR_TSA_ROOTS: ${(error as Error).message}`);
  }
}

async function ask({ url }: TsaConfig, request: Uint8Array): Promise<Uint8Array> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/timestamp-query', Accept: 'application/timestamp-reply' },
      body: new Uint8Array(request),
      redirect: 'error',
      signal: AbortSignal.timeout(TIME_OUT_MS),
    });
    if (response.status === 200) {
      const answer = await boundedBody(response, LARGEST);
      if (!answer) throw new TimestampFault('the answer is larger than a time stamp can be');
      return answer;
    }
    await response.body?.cancel();
    throw new TimestampFault(`${url} answered ${response.status}`);
  } catch (error) {
    if (error instanceof TimestampFault) throw error;
    const { name, message, cause } = error as Error;
    const why = name === 'TimeoutError' ? 'time-out' : ((cause as Error | undefined)?.message ?? message);
    throw new TimestampFault(`${url} did not answer: ${why}`);
  }
}
