import { verify } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import { FormatError } from './format-error.ts';
import { fromBase64url, readP256 } from './p256.ts';
import type { SealedRecord } from './record.ts';

/** What the record of an act holds that was kept on a device until there was a network. `docs/formats/offline.md` */
export interface OfflineAct {
  /** The device's clock when it was saved, and when it was sent; `act.at` is the server's when it was recorded. */
  at: string;
  sentAt: string;
  /** Its number on that device, from 1. */
  seq: number;
  /** The shared tablet; null for a person's own phone. */
  device: string | null;
  /** SubjectPublicKeyInfo, DER; P-256. */
  publicKey: string;
  /** The institution knew this key beforehand. */
  enrolled: boolean;
  /** ECDSA, 64 bytes (r ‖ s). */
  signature: string;
}

/** What the device signed; a whole record is one of these. */
export interface OfflineSubject {
  agency: Pick<SealedRecord['agency'], 'id'>;
  campaign: Pick<SealedRecord['campaign'], 'id'>;
  text: Pick<SealedRecord['text'], 'digest'>;
  person: Pick<SealedRecord['person'], 'name'>;
  act: Pick<SealedRecord['act'], 'typedName' | 'drawing'>;
}

/** The bytes that the device signed. @throws FormatError as `canonicalJson` does */
export function offlineStatement(
  { agency, campaign, text, person, act }: OfflineSubject,
  { at, seq, device }: Pick<OfflineAct, 'at' | 'seq' | 'device'>,
): Uint8Array {
  const { typedName, drawing } = act;
  return canonicalJson({
    ...{ format: 'ikrar/offline-act/v1', agency: agency.id, campaign: campaign.id, text: text.digest },
    ...{ name: person.name, typedName, drawing, at, seq, device },
  });
}

/** Server and public checker both come here. @throws FormatError `offline-key`, `offline-signature`, `not-canonical` */
export function requireOfflineAct(subject: OfflineSubject, offline: OfflineAct): void {
  const key = readP256(fromBase64url(offline.publicKey));
  if (!key) throw new FormatError('offline-key');
  const signature = fromBase64url(offline.signature);
  const given = { key, dsaEncoding: 'ieee-p1363' as const };
  const holds =
    signature.length === 64 && verify('sha256', offlineStatement(subject, offline), given, signature);
  if (!holds) throw new FormatError('offline-signature');
}

/** How far a device's clock may be from the server's while it sends, and nobody doubts it. */
const toleranceMs = 120_000;
/** A tablet is open for a day at most, and its queue is taken for a week after that. */
const longestMs = 8 * 86_400_000;

/**
 * By how many minutes the device's clock is in doubt, or null. It was when it sent, by the server's; it must not have
 * saved anything later than it sent it, nor so long before that it was empty or set back meanwhile.
 */
export function clockDoubt(
  recordedAt: string,
  { at, sentAt }: Pick<OfflineAct, 'at' | 'sentAt'>,
): number | null {
  const off = Math.abs(Date.parse(recordedAt) - Date.parse(sentAt));
  const back = Date.parse(at) - Date.parse(sentAt);
  const doubt = Math.max(off > toleranceMs ? off : 0, back, -back - longestMs);
  return doubt > 0 ? Math.max(1, Math.round(doubt / 60_000)) : null;
}

/** @throws FormatError `offline-clock`, which is a doubt and no failure */
export function requireClock({ act }: Pick<SealedRecord, 'act'>, offline: OfflineAct): void {
  const minutes = clockDoubt(act.at, offline);
  if (minutes !== null) throw new FormatError('offline-clock', { minutes: String(minutes) });
}
