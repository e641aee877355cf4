import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addStaff,
  codesOf,
  goodSubmission,
  openSigningWorld,
  SIGNING_DAY,
  type SigningWorld,
  signAs,
} from '../../../test/signing-world.ts';
import { transaction } from '../../platform/db/index.ts';
import { createApp } from '../../platform/http/app.tsx';
import { createSigner, linkCode, signPages } from '../index.ts';

const ORIGIN = 'http://localhost';
const NIP = '198503122010011777';
const NAME = 'Mawar Contoh Sekali';
let site: SigningWorld;
let campaignId: string;
let withNumber: string;
let without: string;
let code: string;
beforeAll(async () => {
  site = await openSigningWorld();
  [withNumber = '', without = ''] = await addStaff(site, [
    { name: NAME, idNumber: NIP },
    { name: 'Melati Contoh Sekali', idKind: 'local', idNumber: null, category: 'non-asn' },
  ]);
  signPages(site.app, site.platform, site.signer);
});
beforeEach(async () => {
  site.setClock(SIGNING_DAY);
  campaignId = await site.openedCampaign();
  code = (await codesOf(site, campaignId)).get(withNumber) as string;
});
afterAll(() => site.close());

const get = (where: string, cookie = '') => site.app.request(ORIGIN + where, { headers: { cookie } });
const post = (where: string, body: URLSearchParams, headers: Record<string, string> = {}) =>
  site.app.request(ORIGIN + where, { method: 'POST', headers: { origin: ORIGIN, ...headers }, body });
const answering = (digits: string, to = code) => post(`/s/${to}/buka`, new URLSearchParams({ digits }));
const cookieOf = (answer: Response) => (answer.headers.get('set-cookie') ?? '').split(';')[0] as string;
const later = (minutes: number) => site.setClock(new Date(SIGNING_DAY.getTime() + minutes * 60_000));

/** The form that this person's page would send. */
async function formOf(personId: string, key: string): Promise<URLSearchParams> {
  const holder = { agencyId: 'fakfak', campaignId, personId };
  const { typedName, ticked, textDigest } = await goodSubmission(site, holder);
  const form = new URLSearchParams({ key, digest: textDigest, typedName });
  for (const point of ticked) form.append('point', String(point));
  return form;
}

const secretsOf = async () => {
  const asked = 'select receipt from signing.signature where campaign_id = $1';
  const { rows } = await site.db.pool.query(asked, [campaignId]);
  return [NAME, NIP, 'Melati', 'Kabupaten', ...rows.map(({ receipt }) => receipt as string)];
};

async function expectNothing(of = code, cookie = ''): Promise<void> {
  const secrets = await secretsOf();
  const page = await get(`/s/${of}`, cookie);
  const html = await page.text();
  expect([page.status, html.includes('Kode ini sudah dipakai')]).toEqual([200, true]);
  expect(html).toContain('18 September 2024 09.15 WIT');
  for (const secret of secrets) expect(html).not.toContain(secret);
  for (const file of [
    'pakta.pdf',
    'pakta-bercap-waktu.pdf',
    'bukti.tlog-proof',
    'tersertifikasi.pdf',
    'paham',
  ]) {
    const answer = await get(`/s/${of}/${file}`, cookie);
    expect([file, answer.status, answer.headers.get('location')]).toEqual([file, 303, `/s/${of}`]);
  }
}

describe('the code of somebody who has signed', () => {
  it('shows a stranger that it was used and when, and nothing of the person', async () => {
    await signAs(site, campaignId, withNumber);
    await expectNothing();
    const english = await (await get(`/s/${code}`, 'bahasa=en')).text();
    expect(english).toContain('This code has been used');
  });

  it('tells no receipt to whoever sends another form, as a program or as a browser', async () => {
    await signAs(site, campaignId, withNumber);
    const form = await formOf(withNumber, 'kunci-orang-asing-yang-lain');
    const asProgram = await post(`/s/${code}`, form, { accept: 'application/json' });
    expect([asProgram.status, (await asProgram.json()).code]).toEqual([409, 'signing.used']);
    const asBrowser = await post(`/s/${code}`, form);
    expect([asBrowser.status, asBrowser.headers.get('set-cookie')]).toEqual([303, null]);
  });

  it('goes on showing the receipt for a day in the browser that signed, on every server', async () => {
    const signed = await post(`/s/${code}`, await formOf(withNumber, 'kunci-ponsel-sendiri'));
    expect(signed.headers.get('set-cookie')).toMatch(
      new RegExp(`^ikrar_tanda=.*; Max-Age=86400; Path=/s/${code}; HttpOnly; SameSite=Lax$`),
    );
    const cookie = cookieOf(signed);
    const other = createApp(site.platform.config, (line) => site.faults.push(line));
    signPages(other, site.platform, createSigner(site.platform, { soon: () => {} }));
    for (const app of [site.app, other]) {
      const html = await (await app.request(`${ORIGIN}/s/${code}`, { headers: { cookie } })).text();
      expect(html).toContain(NAME);
    }
    expect((await get(`/s/${code}/pakta.pdf`, cookie)).status).toBe(200);
    const form = await formOf(withNumber, 'kunci-kedua-orang-yang-sama');
    const again = await post(`/s/${code}`, form, { cookie, accept: 'application/json' });
    expect([again.status, (await again.json()).again]).toEqual([200, true]);
    later(24 * 60 + 1);
    await expectNothing(code, cookie);
  });

  it('opens by the key of the form that signed, however late it is sent again', async () => {
    const form = await formOf(withNumber, 'kunci-ponsel-sendiri');
    await post(`/s/${code}`, form);
    const resent = await post(`/s/${code}`, form);
    expect(await (await get(`/s/${code}`, cookieOf(resent))).text()).toContain(NAME);
  });

  it('is not opened by the cookie of another person, of another kind, or for longer than it says', async () => {
    const seksi = site.world.people.seksi;
    await signAs(site, campaignId, withNumber);
    const theirs = (await codesOf(site, campaignId)).get(seksi) as string;
    const other = cookieOf(await post(`/s/${theirs}`, await formOf(seksi, 'kunci-ponsel-seksi')));
    await expectNothing(code, other);
    const mine = cookieOf(await answering(NIP.slice(-4)));
    const [until = '', mac = ''] = mine.split('=')[1]?.split('.') ?? [];
    await expectNothing(code, `ikrar_tanda=${until}.${mac}`);
    await expectNothing(code, `ikrar_data=${Number(until) + 1}.${mac}`);
  });

  it('opens everywhere for a quarter of an hour by the last four digits of the number', async () => {
    await signAs(site, campaignId, withNumber);
    const wrong = await answering('0000');
    expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([422, null]);
    expect(await wrong.text()).toContain('tidak sama dengan nomor di daftar');
    const right = await answering(NIP.slice(-4));
    expect([right.status, right.headers.get('location')]).toEqual([303, `/s/${code}`]);
    const cookie = cookieOf(right);
    expect(await (await get(`/s/${code}`, cookie)).text()).toContain(NAME);
    expect((await get(`/s/${code}/pakta.pdf`, cookie)).status).toBe(200);
    later(16);
    await expectNothing(code, cookie);
  });

  it('is tried five times, then once a minute, and twenty times in all', async () => {
    await signAs(site, campaignId, withNumber);
    const statuses: number[] = [];
    for (let tried = 0; tried < 30; tried += 1) {
      later(1 + tried * 1.5);
      statuses.push((await answering('0000')).status);
    }
    expect([new Set(statuses.slice(0, 20)), statuses.slice(-5)]).toEqual([
      new Set([422]),
      Array(5).fill(429),
    ]);
    const answer = await answering(NIP.slice(-4));
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([429, null]);
    expect(await answer.text()).toContain('Coba lagi besok');
  });

  it('asks who has no number for the end of the receipt', async () => {
    const own = (await codesOf(site, campaignId)).get(without) as string;
    const { receipt } = await signAs(site, campaignId, without);
    await expectNothing(own);
    expect(await (await get(`/s/${own}`)).text()).toContain('nomor tanda terima');
    expect((await answering('', own)).headers.get('set-cookie')).toBeNull();
    const right = await answering(receipt.slice(-4).toLowerCase(), own);
    expect(await (await get(`/s/${own}`, cookieOf(right))).text()).toContain('Melati Contoh Sekali');
  });
});

describe('a personal link', () => {
  it('is as useless after use as the slip, whichever of the two signed', async () => {
    const holder = { agencyId: 'fakfak', campaignId, personId: withNumber };
    const sentTo = { channel: 'mail', address: 'mawar@contoh.example' } as const;
    const link = await transaction(site.db.pool, (client) => linkCode(client, site.platform, holder, sentTo));
    await post(`/s/${link}`, await formOf(withNumber, 'kunci-dari-tautan-surel'));
    for (const one of [link, code]) await expectNothing(one);
  });
});
