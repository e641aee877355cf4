import { z } from 'zod';
import { many, maybe, narrowTo } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';
import {
  type Claims,
  checkQr,
  commitment,
  FormatError,
  type LoggedRecord,
  parseQrText,
  parseRecord,
  type QrReport,
  type SealedRecord,
} from '../verify/index.ts';
import { trustedRoots } from './keys.ts';
import { StoredRecord, sql } from './store.ts';
import { witnessPolicy } from './witness/policy-file.ts';
import { servedHead } from './witness/served-head.ts';

export interface QrHere {
  report: QrReport;
  /** What the log holds for the receipt in the code, whether or not it agrees with the code. */
  stored: StoredRecord | null;
  /** PEM. */
  roots: readonly string[];
}

/** Checks a code against the seals, the root and the log of this installation. */
export async function checkQrHere(platform: Platform, text: string): Promise<QrHere> {
  const { pool, config, now } = platform;
  const claims = claimsIn(text);
  if (claims) narrowTo(claims.agencyId);
  const stored = claims && (await maybe(pool, sql.recordByReceipt, keyOf(claims), StoredRecord));
  const seals = claims === null ? [] : await sealsOf(platform, claims.agencyId);
  const held = stored && (await loggedAs(platform, stored));
  const roots = await trustedRoots(config, now());
  const report = checkQr({ text, seals, roots, logged: () => held ?? undefined });
  return { report, stored, roots };
}

/** Certificates of one institution's seals, each with its chain, the oldest first. */
export async function sealsOf({ pool }: Platform, agencyId: string): Promise<string[]> {
  const rows = await many(pool, sql.certificates, { agencyId }, z.object({ pem: z.string() }));
  return rows.map(({ pem }) => pem);
}

function claimsIn(text: string): Claims | null {
  try {
    return parseQrText(text).claims;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return null;
  }
}

function keyOf({ agencyId, receipt }: Claims) {
  return { agencyId, receipt };
}

async function loggedAs({ pool, config }: Platform, stored: StoredRecord): Promise<LoggedRecord> {
  // Published is what enough witnesses have seen, where witnesses are asked for.
  const head = await servedHead(pool, stored, witnessPolicy(config));
  return {
    record: readable(stored.record),
    index: stored.idx,
    commitment: commitment(stored.salt, stored.record),
    published: head?.size ?? 0,
  };
}

function readable(record: Uint8Array): SealedRecord | null {
  try {
    return parseRecord(record);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return null;
  }
}
