import { z } from 'zod';
import { textsOf } from '../campaigns/index.ts';
import { forAll, maybe, narrowTo } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';
import {
  attachmentNames,
  checkPact,
  FormatError,
  kindOfRecord,
  type PactReport,
  parseSealed,
  readPdf,
} from '../verify/index.ts';
import { sealsOf } from './check-qr-here.ts';
import { type LogKey, trustedRoots, vkeyLine } from './keys.ts';
import { minutesFile } from './minutes/index.ts';
import { pactFile } from './pact-file.ts';
import { proofOf } from './proof.ts';
import { recordByReceipt, StoredRecord, sql } from './store.ts';
import { timestampRoots } from './timestamp/authority.ts';
import { witnessPolicy } from './witness/policy-file.ts';

/**
 * Checks a PDF against this installation: its root, the seals of the institution, its log keys, its published texts, its
 * policy of witnesses and time-stamping authorities or those given, and the proof given, or
 * else the newest one for the receipt that the document names.
 */
export async function checkHere(
  platform: Platform,
  key: LogKey,
  pdf: Uint8Array,
  given?: string,
  policy = witnessPolicy(platform.config)?.text,
  stampRoots = timestampRoots(platform.config),
): Promise<PactReport> {
  const { pool, config, now } = platform;
  const stored = await forAll(() => storedFor(platform, pdf));
  if (stored) narrowTo(stored.agencyId);
  const proof = given ?? (stored && (await proofOf(pool, stored, witnessPolicy(config))));
  const published = stored && (await publishedText(platform, stored));
  return checkPact({
    pdf,
    roots: await trustedRoots(config, now()),
    ...(stored ? { seals: await sealsOf(platform, stored.agencyId) } : {}),
    timestampRoots: stampRoots,
    logKeys: [vkeyLine(key), ...(stored ? [vkeyLine(key, stored.origin)] : [])],
    ...(proof ? { proof } : {}),
    ...(policy === undefined ? {} : { policy }),
    ...(published ? { knownText: published } : {}),
  });
}

/** The same, starting from a receipt: the document is made again and then checked like anybody's copy. */
export async function checkReceipt(
  platform: Platform,
  key: LogKey,
  agencyId: string,
  receipt: string,
): Promise<PactReport> {
  const stored = await recordByReceipt(platform.pool, agencyId, receipt);
  const isMinutes = kindOfRecord(stored.record) === 'minutes';
  const bytes = isMinutes
    ? await minutesFile(platform, agencyId, receipt)
    : (await pactFile(platform, stored)).bytes;
  return checkHere(platform, key, bytes);
}

/** The institution that holds a receipt, or null. */
export async function agencyOfReceipt({ pool }: Platform, receipt: string): Promise<string | null> {
  const find = () => maybe(pool, sql.findReceipt, { receipt }, z.object({ agencyId: z.string() }));
  const row = await forAll(find);
  return row?.agencyId ?? null;
}

async function storedFor({ pool }: Platform, pdf: Uint8Array): Promise<StoredRecord | null> {
  try {
    const attached = readPdf(pdf).attachments.get(attachmentNames.record);
    const record = parseSealed(attached ?? new Uint8Array());
    return await maybe(
      pool,
      sql.recordByReceipt,
      { agencyId: record.agency.id, receipt: record.receipt },
      StoredRecord,
    );
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return null;
  }
}

async function publishedText({ pool }: Platform, stored: StoredRecord) {
  const { text } = parseSealed(stored.record);
  if (text === null) return undefined;
  const texts = await textsOf(pool, stored.agencyId, stored.campaignId);
  // Everybody signs the pact; what was read aloud at a ceremony may be the shorter pledge.
  const kind = text.id.endsWith(':pledge') ? 'pledge' : 'pact';
  const published = texts.find((one) => one.kind === kind && one.version === text.version);
  return (id: string, version: number) =>
    id === text.id && version === text.version ? published?.digest : undefined;
}
