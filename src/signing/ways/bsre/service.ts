import type { BsreConfig } from '../../../platform/config/bsre.ts';
import { isLoopback } from '../../../platform/loopback.ts';
import { v1 } from './v1.ts';
import { v2 } from './v2.ts';

/** Who signs there. Held by the request that brought it, and by nothing else. */
export interface Signer {
  nik: string;
  passphrase: string;
}

export interface ToCertify extends Signer {
  pdf: Uint8Array;
  /** Shown by readers beside the signature. */
  reason: string;
  location: string | null;
}

/** What the service itself says of a signed file. */
export type ServiceVerdict = 'valid' | 'invalid' | 'unknown';

/** One version of the provider's interface. @throws Refusal bsre.* alone, which quotes nothing of what was sent */
export interface Api {
  /** @throws Refusal where this person cannot sign there */
  requireReady(nik: string, until: AbortSignal): Promise<void>;
  sign(document: ToCertify, until: AbortSignal): Promise<Uint8Array>;
  verify(pdf: Uint8Array, until: AbortSignal): Promise<ServiceVerdict>;
}

export interface Service extends Api {
  readonly api: 'v1' | 'v2';
  readonly host: string;
  /** On this machine or under a name reserved for trying (RFC 2606): nothing there is certified. */
  readonly trial: boolean;
  /** Ends what takes too long, from now on. */
  deadline(): AbortSignal;
}

const PATIENCE = 30_000;

export function openService(config: BsreConfig, patience = PATIENCE): Service {
  const { host, hostname } = new URL(config.url);
  const api = config.version === 'v1' ? v1(config) : v2(config);
  const trial = isLoopback(hostname) || /(^|\.)(test|example|invalid|localhost)$/.test(hostname);
  return { ...api, api: config.version, host, trial, deadline: () => AbortSignal.timeout(patience) };
}
