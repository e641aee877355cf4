import { X509Certificate } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSigningWorld, SIGNING_DAY, type SigningWorld, signAs } from '../../../test/signing-world.ts';
import { askApproval, decideApproval } from '../../access/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { exampleMinutes, examplePhotos } from '../../verify/fixtures/minutes.ts';
import { minutesContent } from '../../verify/index.ts';
import { makeRoot, makeSeal } from '../certificates.ts';
import { checkHere } from '../check-here.ts';
import { sealOf, trustedRoots } from '../keys.ts';
import { minutesFile, sealMinutes } from '../minutes/index.ts';
import { pactFile } from '../pact-file.ts';
import { recordByReceipt, type StoredRecord } from '../store.ts';
import { allAgree, judgedOutside, missingJudges } from './fixtures/outside.ts';
import { type SealService, startSealService } from './fixtures/seal-service.ts';
import { makeSoftToken, noSoftToken, type SoftToken } from './fixtures/soft-token.ts';
import { type NewSeal, replaceSeal } from './replace.ts';

const agencyId = 'fakfak';
const DAY = 24 * 60 * 60 * 1000;
let site: SigningWorld;
let campaignId: string;
let token: SoftToken;
let service: SealService;
beforeAll(async () => {
  site = await openSigningWorld();
  if (!noSoftToken) token = makeSoftToken();
  const key = await makeRoot({ name: 'kunci', ...years(0) });
  service = await startSealService(key.keyPem);
  writeFileSync(path('token'), service.token);
});
beforeEach(async () => {
  site.setClock(SIGNING_DAY);
  service.fault = 'none';
  campaignId = await site.openedCampaign();
});
afterAll(async () => {
  await service?.close();
  token?.drop();
  await site?.close();
});

const path = (name: string) => join(site.platform.config.dataDir, name);
const years = (begins: number) => ({
  notBefore: new Date(SIGNING_DAY.getTime() + begins * DAY),
  notAfter: new Date('2039-01-01T00:00:00Z'),
  serial: Buffer.alloc(16, 9),
});
const replace = (key: NewSeal['key'], certificatePem: string | null = null) =>
  replaceSeal(site.platform, agencyId, { key, certificatePem });
const signed = async (who: 'dinas' | 'kecamatan' | 'seksi') => {
  const { receipt } = await signAs(site, campaignId, site.world.people[who]);
  return recordByReceipt(site.db.pool, agencyId, receipt);
};
const file = async (stored: StoredRecord) => (await pactFile(site.platform, stored)).bytes;
/** Of the campaign; their file is not asked for. */
const sealedMinutes = async () => {
  const example = exampleMinutes();
  const record = {
    ...{ ...example, text: null, at: SIGNING_DAY.toISOString() },
    agency: { ...example.agency, id: agencyId },
    campaign: { ...example.campaign, id: campaignId },
  };
  const whole = { ...record, content: minutesContent(record) };
  return (
    await transaction(site.db.pool, (client) => sealMinutes(client, site.platform, whole, examplePhotos))
  ).receipt;
};
const judged = async (bytes: Uint8Array) => {
  await site.publish();
  const { verdict, checks } = await checkHere(site.platform, site.key, bytes);
  return (
    checks
      .filter((check) => check.verdict !== 'pass')
      .map(({ code, reason }) => `${code} ${reason}`)
      .join() || verdict
  );
};
const roots = async () => (await trustedRoots(site.platform.config, SIGNING_DAY)).join('\n');
const events = async () =>
  (
    await site.db.pool.query(
      `select subject, data from platform.event where kind = 'seal.replaced' order by id`,
    )
  ).rows;

describe('another seal', () => {
  it('seals from now on, and what was sealed before stays as it was', async () => {
    const [before, after] = [await signed('dinas'), await signed('kecamatan')];
    const earlier = await file(before);
    const old = await sealOf(site.platform, agencyId);
    const done = await replace({ kind: 'new', rsa: false });
    const seal = await sealOf(site.platform, agencyId);
    expect(seal.certificateId).toBe(done.certificateId);
    expect(seal.keyId).not.toBe(old.keyId);
    expect(Buffer.from(await file(before))).toEqual(Buffer.from(earlier));
    expect(await judged(earlier)).toBe('valid');
    expect(await judged(await file(after))).toBe('valid');
    expect((await events()).at(-1)).toMatchObject({
      subject: done.certificateId,
      data: { keyHeldIn: 'file' },
    });
  });

  it('may have an RSA key', async () => {
    const stored = await signed('dinas');
    expect((await replace({ kind: 'new', rsa: true })).algorithm).toBe('rsa-pkcs1-sha256');
    expect((await sealOf(site.platform, agencyId)).isP256).toBe(false);
    expect(await judged(await file(stored))).toBe('valid');
    await replace({ kind: 'new', rsa: false });
  });

  it('is a file of its owner alone, and nothing of it is left beside', async () => {
    await replace({ kind: 'new', rsa: false });
    expect(statSync(path(`keys/seal-${agencyId}.json`)).mode & 0o777).toBe(0o600);
    expect(readdirSync(path('keys')).filter((name) => /json\./.test(name))).toEqual([]);
  });

  it('is not taken, and nothing changes, when its key cannot sign', async () => {
    const before = readFileSync(path(`keys/seal-${agencyId}.json`));
    const trail = (await events()).length;
    service.fault = 'always-503';
    const remote = { kind: 'remote', url: service.url, tokenFile: path('token') } as const;
    await expect(replace(remote)).rejects.toThrow('answered 503');
    await expect(replace({ ...remote, tokenFile: '/tiada' })).rejects.toThrow('cannot read the token');
    expect(readFileSync(path(`keys/seal-${agencyId}.json`))).toEqual(before);
    expect(await events()).toHaveLength(trail);
  });

  it('of a real institution that has one takes two people, once', async () => {
    const real = (yes: boolean) =>
      site.db.pool.query('update agencies.agency set is_example = $2 where id = $1', [agencyId, !yes]);
    await sealOf(site.platform, agencyId);
    await real(true);
    const key = { kind: 'new', rsa: false } as const;
    const by = (approval?: string) =>
      replaceSeal(site.platform, agencyId, { key, certificatePem: null, approval });
    const refused = { code: 'access.twoPersons' };
    const asked = {
      agencyId,
      kind: 'key.change',
      subject: 'seal',
      reason: 'Uji.',
      by: 'account:ani',
    } as const;
    const id = await transaction(site.db.pool, (client) => askApproval(client, asked, SIGNING_DAY));
    await expect(by()).rejects.toMatchObject(refused);
    await expect(by(id)).rejects.toMatchObject(refused);
    const yes = { agencyId, id, decision: 'approved', note: '', by: 'account:budi' } as const;
    await transaction(site.db.pool, (client) => decideApproval(client, yes, SIGNING_DAY));
    const before = readFileSync(path(`keys/seal-${agencyId}.json`), 'utf8');
    await by(id);
    expect(readFileSync(path(`keys/seal-${agencyId}.json`), 'utf8')).not.toBe(before);
    await expect(by(id)).rejects.toMatchObject(refused);
    await real(false);
  });

  it('of an institution that is not there is refused', async () => {
    const wanted: NewSeal = { key: { kind: 'new', rsa: false }, certificatePem: null };
    await expect(replaceSeal(site.platform, 'tiada', wanted)).rejects.toMatchObject({
      code: 'agencies.unknown',
    });
    expect(existsSync(path('keys/seal-tiada.json'))).toBe(false);
  });
});

describe('a seal with a certificate of another authority', () => {
  it('seals first, with the old key, what was signed before it begins; both stay valid', async () => {
    const root = await makeRoot({ name: 'Otoritas Contoh', ...years(-400) });
    const early = await signed('dinas');
    const minutes = await sealedMinutes();
    site.setClock(new Date(SIGNING_DAY.getTime() + 2 * DAY));
    const given = await makeSeal({ agencyName: 'Instansi Contoh', root, ...years(1) });
    const done = await replace(
      { kind: 'file', keyPem: given.keyPem },
      given.certificatePem + root.certificatePem,
    );
    expect(done.sealedBefore).toBeGreaterThan(0);
    expect(await judged(await minutesFile(site.platform, agencyId, minutes))).toBe('valid');
    const late = await signed('kecamatan');
    for (const stored of [early, late]) expect(await judged(await file(stored))).toBe('valid');
    expect(new X509Certificate((await sealOf(site.platform, agencyId)).signer.certificate).issuer).toBe(
      'CN=Otoritas Contoh',
    );
    expect(await trustedRoots(site.platform.config, SIGNING_DAY)).toHaveLength(2);
  });

  it.each([
    ['for another key', 'the certificate is for another key'],
    ['without its root', 'do not lead to a trusted root. The file must end with the root certificate.'],
    ['not yet valid', 'not valid at the time'],
    ['that is an authority itself', 'may not be used for this'],
  ])('is refused %s', async (what, says) => {
    const root = await makeRoot({ name: `Otoritas ${what}`, ...years(-400) });
    const begins = what === 'not yet valid' ? 5 : -5;
    const given = await makeSeal({ agencyName: 'Instansi Contoh', root, ...years(begins) });
    const other = await makeSeal({ agencyName: 'Instansi Contoh', root, ...years(-5) });
    const keyPem = what === 'for another key' ? other.keyPem : given.keyPem;
    const chain = what === 'without its root' ? '' : root.certificatePem;
    const [key, pem] =
      what === 'that is an authority itself'
        ? [root.keyPem, root.certificatePem.repeat(2)]
        : [keyPem, given.certificatePem + chain];
    await expect(replace({ kind: 'file', keyPem: key }, pem)).rejects.toThrow(says);
  });
});

describe.skipIf(missingJudges.length > 0)(
  'outside judges find valid, trusted and whole a pact sealed',
  () => {
    it('behind a seal service', async () => {
      await replace({ kind: 'remote', url: service.url, tokenFile: path('token') });
      const bytes = await file(await signed('dinas'));
      expect(await judged(bytes)).toBe('valid');
      expect(judgedOutside(bytes, await roots())).toEqual(allAgree);
    });

    it.skipIf(noSoftToken).each(['p256', 'rsa'])('with a %s key in a device', async (label) => {
      await replace({ kind: 'pkcs11', ...token.where(label) });
      const stored = await signed('dinas');
      const bytes = await file(stored);
      expect(await judged(bytes)).toBe('valid');
      expect(judgedOutside(bytes, await roots())).toEqual(allAgree);
      expect((await events()).some(({ data }) => data.keyHeldIn === 'pkcs11')).toBe(true);
    });
  },
);

describe.skipIf(noSoftToken)('while the device is away', () => {
  it('people sign, a document says it comes later, and comes when the device is back', async () => {
    await replace({ kind: 'pkcs11', ...token.where('p256') });
    const sealed = await signed('dinas');
    const bytes = await file(sealed);
    token.away();
    const stored = await signed('kecamatan');
    await expect(pactFile(site.platform, stored)).rejects.toMatchObject({
      code: 'evidence.sealUnavailable',
      status: 503,
      cause: { name: 'SealFault' },
    });
    expect(Buffer.from(await file(sealed))).toEqual(Buffer.from(bytes));
    token.back();
    expect(await judged(await file(stored))).toBe('valid');
  });
});
