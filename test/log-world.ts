import { createHash, randomBytes } from 'node:crypto';
import { append, openLog, type SignatureCheck, toSeal } from '../src/evidence/index.ts';
import { sampleRecord } from '../src/evidence/pdf/fixtures/sample-record.ts';
import { transaction } from '../src/platform/db/index.ts';
import type { Platform } from '../src/platform/platform.ts';
import { encodeEntry, formatReceipt, leafHash, rootOf, tileWidth } from '../src/verify/index.ts';
import type { TestDatabase } from './database.ts';

/** The `i`-th entry of a log without records: a commitment to nothing, another for each number. */
export function entryAt(i: number): Uint8Array {
  return encodeEntry({ kind: 'pact', commitment: createHash('sha256').update(`entri ${i}`).digest() });
}

/** Appends entries `from` to `to`, as signing does but without people. */
export async function growLog(
  db: TestDatabase,
  agencyId: string,
  campaignId: string,
  from: number,
  to: number,
) {
  const sealed = Array.from({ length: to - from }, (_, i) => ({
    ...{ personId: `p${from + i}`, receipt: `${campaignId}-${from + i}`, record: Buffer.from('{}') },
    ...{ salt: Buffer.alloc(32), entry: entryAt(from + i), verifyUrl: 'http://localhost/v' },
  }));
  await transaction(db.pool, async (client) => {
    await openLog(client, agencyId, campaignId);
    if (sealed.length > 0) await append(client, agencyId, campaignId, sealed);
  });
}

/** Appends records of invented people, as signing does but without signatures; `from` is the size so far. */
export async function growSealed(
  platform: Pick<Platform, 'pool' | 'config' | 'now'>,
  { agencyId, campaignId }: { agencyId: string; campaignId: string },
  from: number,
  to: number,
): Promise<void> {
  const sample = sampleRecord();
  const sealed = Array.from({ length: to - from }, (_, i) => {
    const record = sampleRecord({
      receipt: formatReceipt(randomBytes(10)),
      agency: { ...sample.agency, id: agencyId },
      campaign: { ...sample.campaign, id: campaignId },
      example: false,
      act: { ...sample.act, at: platform.now().toISOString() },
    });
    return toSeal(platform.config, `p${from + i}`, record, randomBytes(32));
  });
  await transaction(platform.pool, async (client) => {
    await openLog(client, agencyId, campaignId);
    await append(client, agencyId, campaignId, sealed);
  });
}

/** Where records were made without signatures, there is nothing to compare them with. */
export const withoutSignatures: SignatureCheck = {
  compare: async () => null,
  leftOver: async () => null,
};

/** Every tile of a tree of `size` entries, straight from the definition, by `level/n`; and the root. */
export function treeOf(size: number): { tiles: Map<string, Buffer>; root: Uint8Array } {
  const leaves = Array.from({ length: size }, (_, i) => leafHash(entryAt(i)));
  const tiles = new Map<string, Buffer>();
  let hashes: Uint8Array[] = leaves;
  for (let level = 0; hashes.length > 0; level += 1) {
    const above: Uint8Array[] = [];
    for (let n = 0; n * tileWidth < hashes.length; n += 1) {
      const part = hashes.slice(n * tileWidth, (n + 1) * tileWidth);
      tiles.set(`${level}/${n}`, Buffer.concat(part));
      if (part.length === tileWidth) above.push(rootOf(part));
    }
    hashes = above;
  }
  return { tiles, root: rootOf(leaves) };
}
