import { type KeyObject, verify } from 'node:crypto';
import { sameBytes } from './bytes.ts';
import { type Certificate, readPem } from './certificate.ts';
import { requireChain } from './chain.ts';
import { type Claims, claimsMessage, claimsOf, encodeClaims, sealKeyId } from './claims.ts';
import { FormatError } from './format-error.ts';
import { parseQrText, type QrContent } from './qr-text.ts';
import type { SealedRecord } from './record.ts';
import { type Check, Steps } from './steps.ts';

export interface QrCheckInput {
  text: string;
  /** Certificates of seals, PEM; in each the seal's own comes first, then those above it but the root. */
  seals: readonly string[];
  /** Trusted root certificates, PEM. */
  roots: readonly string[];
  /** What the log holds for a receipt. Asked only if given, and adds `qr-record` and `qr-published`. */
  logged?: (receipt: string) => LoggedRecord | undefined;
}

export interface LoggedRecord {
  /** Null where what is kept can no longer be read. */
  record: SealedRecord | null;
  index: number;
  /** 32 bytes. */
  commitment: Uint8Array;
  /** Size in the newest published tree head. */
  published: number;
}

export interface QrReport {
  checks: Check[];
  /** Present if readable; to be believed only as far as the checks say. */
  claims?: Claims;
  verdict: 'valid' | 'invalid' | 'incomplete';
}

/**
 * Checks the text of a QR code, without a network. Whatever the text is, the answer is a list of checks; only seals
 * or roots that cannot be read are thrown, as a `FormatError`, since they are the caller's own.
 */
export function checkQr(input: QrCheckInput): QrReport {
  const seals = input.seals.map(readPem);
  const roots = input.roots.flatMap(readPem);
  const steps = new Steps();

  const qr = steps.make('qr-readable', [], () => parseQrText(input.text));
  const seal = steps.make(
    'qr-key',
    [qr],
    (content) => sealOf(content, seals),
    ([signer]) => ({ subject: signer?.name ?? '' }),
  );
  steps.make('qr-signature', [qr, seal], requireSigned);
  steps.make('seal-certificate', [qr, seal], ({ claims }, chain) => {
    if (roots.length === 0) throw new FormatError('no-roots');
    requireChain(chain[0] as Certificate, chain, roots, new Date(claims.at * 1000));
  });
  if (input.logged !== undefined) {
    const { logged } = input;
    const held = steps.make('qr-record', [qr], (content) =>
      requireSame(content, logged(content.claims.receipt)),
    );
    steps.make('qr-published', [held], ({ index, published }) => {
      if (index >= published) throw new FormatError('not-yet-published');
    });
  }
  return { checks: steps.checks, verdict: steps.verdict(), ...(qr.value && { claims: qr.value.claims }) };
}

/** Two keys may share the short id, so that of the right signature is taken, if there is one. */
function sealOf(content: QrContent, seals: readonly Certificate[][]): Certificate[] {
  if (seals.length === 0) throw new FormatError('no-seals');
  const key = content.claims.keyId;
  const named = seals.filter(([signer]) => signer !== undefined && idOf(signer.publicKey) === key);
  const found = named.find(([signer]) => isSigned(content, (signer as Certificate).publicKey)) ?? named[0];
  if (found === undefined) throw new FormatError('seal-not-known', { key });
  return found;
}

function requireSigned(content: QrContent, [signer]: Certificate[]): void {
  const { publicKey } = signer as Certificate;
  if (publicKey?.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new FormatError('seal-not-p256');
  if (!isSigned(content, publicKey)) throw new FormatError('signature-mismatch');
}

function isSigned({ claimsBytes, signature }: QrContent, key: KeyObject | null): boolean {
  if (key?.asymmetricKeyType !== 'ec') return false;
  return verify('sha256', claimsMessage(claimsBytes), { key, dsaEncoding: 'ieee-p1363' }, signature);
}

function requireSame({ claims, claimsBytes }: QrContent, held: LoggedRecord | undefined): LoggedRecord {
  if (held === undefined) throw new FormatError('record-not-known');
  if (held.record === null) throw new FormatError('claims-mismatch');
  const ours = claimsOf(held.record, held.index, held.commitment, claims.keyId);
  if (!sameBytes(encodeClaims(ours), claimsBytes)) throw new FormatError('claims-mismatch');
  return held;
}

function idOf(key: KeyObject | null): string {
  return key === null ? '' : sealKeyId(key.export({ type: 'spki', format: 'der' }));
}
