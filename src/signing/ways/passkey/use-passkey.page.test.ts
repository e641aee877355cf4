import { describe, expect, it } from 'vitest';
import { SIGNING_DAY } from '../../../../test/signing-world.ts';
import { addText, draftTexts, withdrawText } from '../../../campaigns/index.ts';
import { checkHere } from '../../../evidence/index.ts';
import { transaction } from '../../../platform/db/index.ts';
import { setWays } from '../way-setting.ts';
import {
  agencyId,
  campaignId,
  created,
  get,
  hidden,
  nextCampaign,
  optionsIn,
  passkeySite,
  path,
  pathOf,
  post,
  records,
  signedForm,
  site,
  subjectOf,
  text,
} from './test-passkey.ts';

passkeySite();

const DIFFERS = 'tidak cocok dengan teks, nama, atau formulir ini';
const GONE = 'tidak terdaftar untuk Anda atau sudah dihapus';

describe('signing with a passkey', () => {
  it('offers it first where there is one', async () => {
    const key = await created();
    const html = await text(path);
    expect(html).toContain('/aset/passkey.js');
    expect(html).toContain('Tanda tangani dengan kunci sandi');
    const options = optionsIn(html);
    expect(options).toMatchObject({
      rpId: 'localhost',
      userVerification: 'required',
      allowCredentials: [{ type: 'public-key', id: key.credentialId }],
    });
    expect(html).toContain('sama-sama sah; kekuatan pembuktiannya berbeda');
  });

  it('seals the assertion, which the public check finds good', async () => {
    const key = await created();
    const answer = await post(path, await signedForm(key));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, path]);
    const [record] = await records();
    expect(record?.act).toMatchObject({
      ...{ method: 'passkey', strength: 'uncertified', typedName: "Ma'ruf Contoh" },
      evidence: { kind: 'passkey', credentialId: key.credentialId },
    });
    await site.publish();
    const pdf = new Uint8Array(await (await get(`${path}/pakta.pdf`)).arrayBuffer());
    const report = await checkHere(site.platform, site.key, pdf);
    expect(report.checks).toContainEqual({ code: 'act-evidence', verdict: 'pass' });
    expect(report.verdict).toBe('valid');
    const receipt = await text(path);
    expect(receipt).toContain('Tanda tangan elektronik tidak tersertifikasi');
    expect(receipt).toContain('unci sandi');
  });

  it('with one form sent five times at once is one signature', async () => {
    const form = await signedForm(await created(path, { counter: 1 }), { counter: 7 });
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => post(path, form)));
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual(Array(5).fill(path));
    expect(await records()).toHaveLength(1);
  });

  it('says what is missing before it looks at the key, and keeps the form', async () => {
    const form = await signedForm(await created());
    const answer = await post(path, { ...form, point: [] });
    const html = await answer.text();
    expect(html).toContain('Masih ada butir yang belum dicentang');
    expect(hidden(html, 'key')).toBe(form.key);
    expect((await post(path, form)).status).toBe(303);
  });

  it('refuses an assertion for another person, campaign, form or address', async () => {
    const key = await created();
    const other = campaignId;
    const otherPerson = await subjectOf(campaignId, site.world.people.seksi);
    await nextCampaign();
    await refusedWith(await signedForm(key, {}, await subjectOf(other)), DIFFERS);
    await refusedWith(await signedForm(key, {}, otherPerson), DIFFERS);
    await refusedWith(await signedForm(key, { origin: 'https://lain.example' }), DIFFERS);
    await refusedWith(await signedForm(key, { flags: 0x01 }), DIFFERS);
    await refusedWith(await signedForm(key, { clientData: { type: 'webauthn.create' } }), DIFFERS);
    const replayed = await signedForm(key);
    await refusedWith({ ...replayed, key: hidden(await text(path), 'key') }, DIFFERS);
    const passkeys = [
      'x',
      'a.b.c.d',
      `${replayed.passkey}.x`,
      'A'.repeat(9000),
      replayed.passkey.slice(0, -4),
    ];
    for (const passkey of passkeys) expect((await post(path, { ...replayed, passkey })).status).toBe(422);
    expect(await records()).toEqual([]);
    expect((await post(path, replayed)).status).toBe(303);
  });

  it('refuses an assertion for a text that was withdrawn since', async () => {
    const form = await signedForm(await created());
    await transaction(site.db.pool, async (client) => {
      const one = { agencyId, campaignId, kind: 'pact', by: 'system' } as const;
      await withdrawText(client, { ...one, version: 1, reason: 'Salah ketik.' }, SIGNING_DAY);
      const pact = { ...draftTexts('pilkada', 'asn-non-asn').pact, title: 'Pakta yang baru' };
      await addText(client, { ...one, text: pact, draft: true, source: 'Uji' }, SIGNING_DAY);
    });
    await refusedWith(form, 'Teks pakta berubah');
    await refusedWith({ ...form, digest: hidden(await text(path), 'digest') }, DIFFERS);
  });

  it('refuses a key that was removed, is somebody else’s, or whose way is off', async () => {
    const key = await created();
    const form = await signedForm(key);
    const theirs = await created(await pathOf(site.world.people.seksi));
    await refusedWith(await signedForm(theirs), GONE);
    await transaction(site.db.pool, (client) =>
      setWays(
        client,
        { agencyId, campaignId, on: { passkey: false, code: true, bsre: false, ink: false }, by: 'system' },
        SIGNING_DAY,
      ),
    );
    await refusedWith(form, 'tidak memakai cara tanda tangan itu');
    expect(await text(path)).not.toContain('kunci');
    expect((await get(`${path}/kunci`)).status).toBe(409);
    await transaction(site.db.pool, (client) =>
      setWays(
        client,
        { agencyId, campaignId, on: { passkey: true, code: true, bsre: false, ink: false }, by: 'system' },
        new Date(SIGNING_DAY.getTime() + 1),
      ),
    );
    await post(`${path}/kunci`, { remove: key.credentialId });
    await refusedWith(form, GONE);
  });

  it('refuses a counting key that did not count on', async () => {
    const key = await created(path, { counter: 3 });
    await refusedWith(await signedForm(key, { counter: 3 }), 'Hitungan kunci sandi itu mundur');
    expect((await post(path, await signedForm(key, { counter: 4 }))).status).toBe(303);
    await nextCampaign();
    await refusedWith(await signedForm(key, { counter: 4 }), 'Hitungan kunci sandi itu mundur');
    await refusedWith(await signedForm(key, { counter: 0 }), 'Hitungan kunci sandi itu mundur');
    expect((await post(path, await signedForm(key, { counter: 5 }))).status).toBe(303);
  });
});

async function refusedWith(form: Record<string, string | string[]>, message: string): Promise<void> {
  const answer = await post(path, form);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain(message);
  expect(site.faults).toEqual([]);
  expect(await records()).toEqual([]);
}
