import { many } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { sealPacts } from '../pact-file.ts';
import { StoredRecord, sql } from '../store.ts';
import { writePact } from './write-pact.ts';

/** Records of one log, from place `from` to before `end`. */
export interface Range {
  readonly agencyId: string;
  readonly campaignId: string;
  readonly from: number;
  readonly end: number;
}

/** Writes the PDFs of these records into the folder. @returns how many there are */
export async function exportRange(
  platform: Platform,
  folder: string,
  { agencyId, campaignId, from, end }: Range,
): Promise<number> {
  const params = { agencyId, campaignId, after: from - 1, limit: end - from };
  const found = await many(platform.pool, sql.recordsFrom, params, StoredRecord);
  const stored = found.filter(({ idx }) => idx < end);
  for (const pact of await sealPacts(platform, stored)) writePact(folder, pact);
  return stored.length;
}
