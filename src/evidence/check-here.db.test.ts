import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSigningWorld, SIGNING_DAY, type SigningWorld, signAs } from '../../test/signing-world.ts';
import { makePdf, pactOptions } from '../verify/fixtures/pdf.ts';
import type { SealKeys } from '../verify/fixtures/seal.ts';
import { parseRecord, readPem } from '../verify/index.ts';
import { makeSeal } from './certificates.ts';
import { checkHere } from './check-here.ts';
import { rootOf, sealOf } from './keys.ts';
import { readSealFile, sealPath } from './seals/seal-file.ts';
import { recordByReceipt, type StoredRecord } from './store.ts';

let site: SigningWorld;
let stored: StoredRecord;
beforeAll(async () => {
  site = await openSigningWorld();
  const { receipt } = await signAs(site, await site.openedCampaign(), site.world.people.dinas);
  await site.publish();
  stored = await recordByReceipt(site.db.pool, site.world.agencyId, receipt);
});
afterAll(() => site.close());

/** Another file around the genuine record, sealed with this key: what it shows need not be what the record says. */
async function failuresOf({ keyPem, certificatePem }: { keyPem: string; certificatePem: string }) {
  const chain = readPem(certificatePem).map(({ der }) => der);
  const keys: SealKeys = { rootPem: '', chain, keyPem };
  const { idx: index, origin, salt, verifyUrl } = stored;
  const seal = { index, origin, salt: new Uint8Array(salt), verifyUrl };
  const pdf = makePdf(keys, pactOptions(parseRecord(stored.record), seal));
  const { checks } = await checkHere(site.platform, site.key, pdf);
  return checks.flatMap(({ code, verdict, reason }) => (verdict === 'pass' ? [] : [`${code}: ${reason}`]));
}

it('the seal of another institution of the same root does not seal for this one', async () => {
  const [from, until] = [-1, 1].map((days) => new Date(SIGNING_DAY.getTime() + days * 86_400_000));
  const other = await makeSeal({
    ...{ agencyName: 'Instansi Lain', root: await rootOf(site.platform.config, SIGNING_DAY) },
    ...{ notBefore: from as Date, notAfter: until as Date, serial: randomBytes(16) },
  });
  expect(await failuresOf(other)).toEqual(['seal-certificate: seal-of-another']);
  await sealOf(site.platform, site.world.agencyId);
  const own = readSealFile(sealPath(site.platform.config, site.world.agencyId));
  if (own.kind !== 'file') throw new Error('no key file');
  expect(await failuresOf(own)).toEqual([]);
});
