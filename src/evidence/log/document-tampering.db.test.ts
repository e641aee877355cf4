import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addStaff, openSigningWorld, type SigningWorld, signAs } from '../../../test/signing-world.ts';
import { checkHere } from '../check-here.ts';
import { pactFile } from '../pact-file.ts';
import { proofOf } from '../proof.ts';
import { recordByReceipt } from '../store.ts';

let site: SigningWorld;
let campaignId: string;
let other: string;
beforeAll(async () => {
  site = await openSigningWorld();
  const people = await addStaff(
    site,
    Array.from({ length: 25 }, () => ({})),
  );
  campaignId = await site.openedCampaign();
  other = await site.openedCampaign();
  for (const one of [campaignId, other])
    await Promise.all(people.map((personId) => signAs(site, one, personId)));
  await site.publish();
});
afterAll(() => site.close());

describe('a document tampered with', () => {
  const told = async (pdf: Uint8Array, proof?: string) =>
    (await checkHere(site.platform, site.key, pdf, proof)).checks
      .filter(({ verdict }) => verdict === 'fail')
      .map(({ code, reason }) => `${code}: ${reason}`);
  const documentAt = async (idx: number) => {
    const { rows } = await site.db.pool.query(
      'select agency_id, receipt from evidence.record where campaign_id = $1 and idx = $2',
      [campaignId, idx],
    );
    const stored = await recordByReceipt(site.db.pool, rows[0].agency_id, rows[0].receipt);
    return { stored, bytes: Buffer.from((await pactFile(site.platform, stored)).bytes) };
  };

  it.each([
    ['its first line', '%PDF-1.', 5, 'pdf-readable'],
    ['its page', '/MediaBox', 2, 'document-unchanged'],
    ['its fonts', '/FontDescriptor', 3, 'document-unchanged'],
    ['the record', '"receipt":"', 12, 'document-unchanged'],
    ['the place in the log', '"index":', 8, 'document-unchanged'],
    ['the range of the seal', '/ByteRange', 14, 'document-whole'],
    ['the seal', '/Contents <', 400, 'seal-'],
    ['its end', '%%EOF', 1, 'pdf-readable: pdf-structure'],
  ])('in %s is invalid by the right check', async (_, mark, off, code) => {
    const { bytes } = await documentAt(20);
    expect(await told(bytes)).toEqual([]);
    const at = bytes.lastIndexOf(mark) + off;
    expect(at, mark).toBeGreaterThan(off - 1);
    bytes[at] = (bytes[at] as number) ^ 1;
    expect((await told(bytes)).join()).toContain(code);
  });

  it('by bytes after its end is invalid', async () => {
    const { bytes } = await documentAt(20);
    expect((await told(Buffer.concat([bytes, Buffer.from('x')]))).join()).toContain('changed-after-signing');
  });

  it('by the proof for another record, another log or an altered one is invalid', async () => {
    const { stored, bytes } = await documentAt(20);
    const proof = (await proofOf(site.db.pool, stored, null)) as string;
    const next = (await proofOf(site.db.pool, { ...stored, idx: 21 }, null)) as string;
    const elsewhere = (await proofOf(site.db.pool, { ...stored, campaignId: other, idx: 2 }, null)) as string;
    expect(await told(bytes, proof)).toEqual([]);
    expect(await told(bytes, next)).toContain('log-entry: entry-index-mismatch');
    expect(await told(bytes, next.replace('index 21', 'index 20'))).toContain(
      'log-inclusion: inclusion-mismatch',
    );
    expect((await told(bytes, elsewhere)).length).toBeGreaterThan(0);
    expect(await told(bytes, proof.replace('\n25\n', '\n26\n'))).toContain('log-head: note-bad-signature');
  });
});
