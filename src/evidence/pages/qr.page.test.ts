import { generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSigningWorld, type SigningWorld, signAs } from '../../../test/signing-world.ts';
import {
  type Claims,
  claimsMessage,
  claimsOf,
  commitment,
  encodeClaims,
  parseRecord,
  qrText,
} from '../../verify/index.ts';
import { type AgencySeal, recordByReceipt, type StoredRecord, sealOf, verifyPages } from '../index.ts';
import { pactQr, signClaims } from '../pact-qr.ts';

const ORIGIN = 'http://localhost';
const agencyId = 'fakfak';
let site: SigningWorld;
let seal: AgencySeal;
let stored: StoredRecord;
let claims: Claims;
beforeAll(async () => {
  site = await openSigningWorld();
  verifyPages(site.app, site.platform, site.key);
  const campaignId = await site.openedCampaign();
  const { receipt } = await signAs(site, campaignId, site.world.people.dinas);
  stored = await recordByReceipt(site.db.pool, agencyId, receipt);
  seal = await sealOf(site.platform, agencyId);
  const entry = commitment(stored.salt, stored.record);
  claims = claimsOf(parseRecord(stored.record), stored.idx, entry, seal.keyId);
});
afterAll(() => site.close());

/** The code of the institution's own seal over these claims. */
async function code(change: Partial<Claims> = {}): Promise<string> {
  const bytes = encodeClaims({ ...claims, ...change });
  const [signature] = await signClaims(seal, [bytes]);
  return pactQr(stored.verifyUrl, bytes, signature as Buffer);
}

/** As a browser opens it. */
async function open(text: string, lang = 'id') {
  const answer = await site.app.request(ORIGIN + new URL(text).pathname, {
    headers: { cookie: `bahasa=${lang}` },
  });
  const html = await answer.text();
  const found = [...html.matchAll(/<li class="(pass|fail|unknown)">.*?<strong>(.*?)<\/strong>/gs)].map(
    ([, verdict, name]) => `${verdict} ${name}`,
  );
  return { status: answer.status, html, found };
}

describe('the page that a code opens', () => {
  it('says what cannot be checked while the log has not published it', async () => {
    const { status, html, found } = await open(await code());
    expect(status).toBe(200);
    expect(html).toContain('class="notice warn"');
    expect(found.filter((line) => !line.startsWith('pass'))).toEqual([
      'unknown Catatan itu sudah diterbitkan dalam buku catatan umum',
    ]);
    await site.publish();
  });

  it('shows name, strength and named checks, in both languages, and no number', async () => {
    const { html, found } = await open(await code());
    expect(found).toHaveLength(6);
    expect(found.every((line) => line.startsWith('pass'))).toBe(true);
    expect(html).toContain('Kode QR ini asli');
    expect(html).toContain(claims.name);
    expect(html).toContain('tidak tersertifikasi');
    expect(html).toContain(`/v/${agencyId}/${claims.receipt}`);
    expect(html).toContain(parseRecord(stored.record).agency.name);
    expect(html).not.toMatch(/\d{18}/);
    expect((await open(await code(), 'en')).html).toContain('This QR code is genuine');
  });

  it('finds a code over which the seal signed something else than the log holds', async () => {
    const other = await open(await code({ name: 'Orang Lain' }));
    expect(other.html).toContain('class="notice bad"');
    expect(other.found).toContain('fail Isi kode QR sama dengan catatan yang tersimpan');
    expect(other.html).not.toContain(`/v/${agencyId}/`);
    const unknown = await open(await code({ receipt: 'AAAA-AAAA-AAAA-AAAA' }));
    expect(unknown.html).toContain('Tidak ada catatan dengan nomor tanda terima itu di sini.');
    expect((await open(await code({ agencyId: 'lain' }))).html).toContain('class="notice bad"');
  });

  it('finds a record that somebody spoiled, as one that no longer says what the code says', async () => {
    const spoil = (record: Buffer) =>
      site.db.pool.query('update evidence.record set record = $1 where receipt = $2', [
        record,
        claims.receipt,
      ]);
    const { rows } = await site.db.pool.query('select record from evidence.record where receipt = $1', [
      claims.receipt,
    ]);
    await spoil(Buffer.from('{'));
    const { status, found } = await open(await code());
    await spoil(rows[0].record);
    expect([status, site.faults]).toEqual([200, []]);
    expect(found).toContain('fail Isi kode QR sama dengan catatan yang tersimpan');
  });

  it('finds a code of another key, and says which roots it knows', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const forged = (change: Partial<Claims>) => {
      const bytes = encodeClaims({ ...claims, ...change });
      const key = { key: privateKey, dsaEncoding: 'ieee-p1363' as const };
      return qrText('http://localhost', bytes, sign('sha256', claimsMessage(bytes), key));
    };
    const claimed = await open(forged({}));
    expect(claimed.found).toContain('fail Isi kode QR ditandatangani dengan kunci segel itu');
    const named = await open(forged({ keyId: '00000000' }));
    expect(named.html).toContain('class="notice warn"');
    expect(named.html).toContain('Akar segel yang dikenal di sini');
    expect(named.html).toMatch(/<code>[0-9a-f]{64}<\/code>/);
  });

  it('refuses what is no code', async () => {
    const text = await code();
    for (const odd of [
      `${text.slice(0, -3)}`,
      `${text}000`,
      text.replace('/Q/', '/Q/%3Cb%3E'),
      `${ORIGIN}/Q/x`,
    ]) {
      const { status, html } = await open(odd);
      expect(status, odd).toBe(422);
      expect(html).not.toContain('<b>');
    }
    expect(site.faults).toEqual([]);
  });

  it('is not for a flood', async () => {
    const text = await code();
    const answers = [];
    for (let i = 0; i < 220; i += 1) answers.push((await open(text)).status);
    expect(new Set(answers)).toEqual(new Set([200, 503]));
  });
});
