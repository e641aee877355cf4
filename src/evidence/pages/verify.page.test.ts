import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSigningWorld, type SigningWorld, signAs } from '../../../test/signing-world.ts';
import { pactFile, recordByReceipt, verifyPages } from '../index.ts';

const agencyId = 'fakfak';
const ORIGIN = 'http://localhost';
let site: SigningWorld;
let receipt: string;
let pdf: Uint8Array;
beforeAll(async () => {
  site = await openSigningWorld();
  verifyPages(site.app, site.platform, site.key);
  const campaignId = await site.openedCampaign();
  ({ receipt } = await signAs(site, campaignId, site.world.people.dinas));
  await site.publish();
  pdf = (await pactFile(site.platform, await recordByReceipt(site.db.pool, agencyId, receipt))).bytes;
});
afterAll(() => site.close());

const get = (path: string) => site.app.request(ORIGIN + path);
const post = (body: BodyInit, headers = {}) =>
  site.app.request(`${ORIGIN}/v`, { method: 'POST', headers: { origin: ORIGIN, ...headers }, body });
const upload = (bytes: Uint8Array | string) => {
  const form = new FormData();
  form.set('pdf', new File([bytes as BlobPart], 'pakta.pdf'));
  return post(form);
};
const verdicts = (html: string) =>
  [...html.matchAll(/<li class="(pass|fail|unknown)">/g)].map(([, one]) => one);

describe('the public check', () => {
  it('of an upload names each check', async () => {
    const answer = await upload(pdf);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(new Set(verdicts(html))).toEqual(new Set(['pass']));
    expect(verdicts(html).length).toBeGreaterThan(8);
    expect(html).toContain(receipt);
  });

  it('of a changed upload says which check failed', async () => {
    const damaged = Buffer.from(pdf);
    const at = damaged.indexOf('/Producer') + 3;
    damaged[at] = damaged[at]! ^ 1;
    const html = await (await upload(damaged)).text();
    expect(verdicts(html)).toContain('fail');
    expect(html).toContain('class="notice bad"');
  });

  it('by the address of the QR code asks to compare, and tells no number of the person', async () => {
    const html = await (await get(`/v/${agencyId}/${receipt}`)).text();
    expect(new Set(verdicts(html))).toEqual(new Set(['pass']));
    expect(html).toContain('Dinas Contoh');
    expect(html).not.toMatch(/\d{18}/);
    expect((await get(`/v/${agencyId}/${receipt.toLowerCase().replaceAll('-', '')}`)).status).toBe(200);
  });

  it('by a typed receipt leads to that address', async () => {
    const answer = await get(`/v?nomor=${receipt.toLowerCase().replaceAll('-', '+')}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/v/${agencyId}/${receipt}`]);
    for (const nomor of ['', 'AAAA-AAAA-AAAA-AAAA', 'x'.repeat(300)])
      expect((await get(`/v?nomor=${nomor}`)).status, nomor).toBe(422);
  });

  it('of nothing, of no PDF and of no form says what to do', async () => {
    expect((await post(new FormData())).status).toBe(422);
    expect((await upload('')).status).toBe(422);
    expect((await post('x', { 'content-type': 'multipart/form-data; boundary=-' })).status).toBe(422);
    expect(await (await upload('bukan pdf')).text()).toContain('class="notice bad"');
    for (const path of [`/v/lain/${receipt}`, `/v/${agencyId}/AAAA-AAAA-AAAA-AAAA`, `/v/${agencyId}/x`])
      expect((await get(path)).status, path).toBe(404);
    expect(site.faults).toEqual([]);
  });

  it('is not for a flood', async () => {
    const answers = [];
    for (let i = 0; i < 210; i += 1) answers.push((await get(`/v/${agencyId}/${'A'.repeat(16)}`)).status);
    expect(new Set(answers)).toEqual(new Set([404, 503]));
  });
});
