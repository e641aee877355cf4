import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { madeFor } from '../../../../test/passkeys.ts';
import { codesOf, openSigningWorld, SIGNING_DAY, type SigningWorld } from '../../../../test/signing-world.ts';
import { addText, draftTexts, withdrawText } from '../../../campaigns/index.ts';
import { checkHere } from '../../../evidence/index.ts';
import { openPool, transaction } from '../../../platform/db/index.ts';
import { workAsApplication } from '../../../platform/opened.ts';
import { type SoftPasskey, type Use, useOf } from '../../../verify/fixtures/passkey.ts';
import { type PasskeySubject, parseRecord, type SealedRecord } from '../../../verify/index.ts';
import { pactRecord, signatoryOf, signPages } from '../../index.ts';
import { setWays } from '../way-setting.ts';
import { nonceFor } from './passkey.ts';

const agencyId = 'fakfak';
const ORIGIN = 'http://localhost';
/** The public address of an installation that says nothing else: what browsers and seals name. */
const ADDRESS = 'http://localhost:3000';
let site: SigningWorld;
let campaignId: string;
let path: string;
let personId: string;
/** With the rights that the server has. */
let application: Pool;
beforeAll(async () => {
  site = await openSigningWorld();
  application = await openPool(site.db.url, () => {});
  await workAsApplication(site.db.pool, application, () => {});
  signPages(site.app, { ...site.platform, pool: application }, site.signer);
  personId = site.world.people.dinas;
});
beforeEach(async () => {
  site.setClock(SIGNING_DAY);
  await site.db.pool.query('delete from signing.passkey_removal');
  await site.db.pool.query('delete from signing.passkey');
  campaignId = await site.openedCampaign();
  path = await pathOf(personId);
});
afterAll(async () => {
  await application.end();
  await site.close();
});

const pathOf = async (person: string) => `/s/${(await codesOf(site, campaignId)).get(person)}`;
const get = (where: string) => site.app.request(ORIGIN + where);
const text = async (where: string) => (await get(where)).text();
const post = (where: string, body: Record<string, string | string[]>) => {
  const sent = new URLSearchParams();
  for (const [name, value] of Object.entries(body)) for (const one of [value].flat()) sent.append(name, one);
  return site.app.request(ORIGIN + where, { method: 'POST', headers: { origin: ORIGIN }, body: sent });
};
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const optionsIn = (html: string) =>
  JSON.parse((/data-options="([^"]*)"/.exec(html)?.[1] ?? 'null').replaceAll('&quot;', '"'));
const count = async (table: string) =>
  Number((await site.db.pool.query(`select count(*) from signing.${table}`)).rows[0].count);
const records = async (): Promise<SealedRecord[]> => {
  const asked = 'select record from evidence.sealed_record where campaign_id = $1';
  return (await site.db.pool.query(asked, [campaignId])).rows.map(({ record }) => parseRecord(record));
};

async function subjectOf(campaign = campaignId, person = personId): Promise<PasskeySubject> {
  const signatory = await signatoryOf(site.db.pool, { agencyId, campaignId: campaign, personId: person });
  const act = { method: 'passkey', typedName: signatory.person.name, drawing: null, ceremony: null } as const;
  const { pact } = signatory.campaign;
  if (!pact) throw new Error('no pact');
  return pactRecord({ ...signatory, pact }, act, SIGNING_DAY);
}

/** A passkey made on the page as a browser does. */
async function created(where = path, change: Parameters<typeof madeFor>[1] = {}): Promise<SoftPasskey> {
  const { key, answer } = madeFor(optionsIn(await text(`${where}/kunci`)), change);
  const answered = await post(`${where}/kunci`, { passkey: answer });
  expect([answered.status, answered.headers.get('location')]).toEqual([303, where]);
  return key;
}

/** The page's form as a browser sends it after the passkey was used. */
async function signedForm(key: SoftPasskey, use: Partial<Use> = {}, subject?: PasskeySubject) {
  const html = await text(path);
  const form = hidden(html, 'key');
  const signatory = await signatoryOf(site.db.pool, { agencyId, campaignId, personId });
  const nonce = nonceFor(site.platform, signatory, form);
  const evidence = useOf(key, subject ?? (await subjectOf()), { nonce, origin: ADDRESS, ...use });
  const { credentialId, authenticatorData, clientData, signature } = evidence;
  return {
    ...{ key: form, digest: hidden(html, 'digest'), typedName: "Ma'ruf Contoh", drawing: '' },
    point: [...html.matchAll(/name="point" value="(\d+)"/g)].map(([, n]) => n as string),
    passkey: [credentialId, authenticatorData, clientData, signature].join('.'),
  };
}

async function refusedWith(form: Record<string, string | string[]>, message: string): Promise<void> {
  const answer = await post(path, form);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain(message);
  expect(site.faults).toEqual([]);
  expect(await records()).toEqual([]);
}

const DIFFERS = 'tidak cocok dengan teks, nama, atau formulir ini';
const GONE = 'tidak terdaftar untuk Anda atau sudah dihapus';

describe('the page for making a passkey', () => {
  it('says what it proves and what not, and what it needs', async () => {
    const html = await text(`${path}/kunci`);
    expect(html).toContain('Yang tidak dibuktikannya');
    expect(html).toContain('Perangkat tidak menampilkan naskahnya');
    expect(html).toContain('tanda tangan elektronik tidak tersertifikasi');
    expect(html).toContain('Cara ini memerlukan JavaScript');
    expect(html).toMatch(/<ikrar-passkey hidden/);
    expect(optionsIn(html)).toMatchObject({
      rp: { id: 'localhost' },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      attestation: 'none',
      authenticatorSelection: { userVerification: 'required' },
      excludeCredentials: [],
    });
    expect(html).not.toContain(personId);
  });

  it('is linked from the signing page, where no passkey is asked for yet', async () => {
    const html = await text(path);
    expect(html).toContain(`href="${path}/kunci"`);
    expect(html).not.toContain('ikrar-passkey');
    expect(html).not.toContain('/aset/passkey.js');
  });

  it('keeps what the browser made, tells it, and shows it; the same answer twice is one', async () => {
    const { key, answer } = madeFor(optionsIn(await text(`${path}/kunci`)), { flags: 0x5d });
    for (const _ of [1, 2]) expect((await post(`${path}/kunci`, { passkey: answer })).status).toBe(303);
    expect(await count('passkey')).toBe(1);
    const html = await text(`${path}/kunci`);
    expect(html).toContain('ikut ke perangkat Anda yang lain');
    expect(optionsIn(html).excludeCredentials).toEqual([{ type: 'public-key', id: key.credentialId }]);
    const events = await site.db.pool.query(
      "select actor from platform.event where kind = 'passkey.created'",
    );
    expect(events.rows).toContainEqual({ actor: `person:${personId}` });
  });

  it.each([
    ['another address', { origin: 'https://lain.example' }],
    ['a key that was not unlocked', { flags: 0x41 }],
    ['nobody present', { flags: 0x44 }],
    ['another algorithm', { alg: -8 }],
    ['the use of a key', { type: 'webauthn.get' }],
  ])('refuses %s', async (_, change) => {
    const { answer } = madeFor(optionsIn(await text(`${path}/kunci`)), change);
    const answered = await post(`${path}/kunci`, { passkey: answer });
    expect(answered.status).toBe(422);
    expect(await answered.text()).toContain('Kunci sandi tidak jadi dibuat');
    expect(await count('passkey')).toBe(0);
  });

  it('refuses what another person’s page or an old one asked for, and anything that is no answer', async () => {
    const other = optionsIn(await text(`${await pathOf(site.world.people.seksi)}/kunci`));
    const own = optionsIn(await text(`${path}/kunci`));
    expect((await post(`${path}/kunci`, { passkey: madeFor(other).answer })).status).toBe(422);
    for (const passkey of ['', 'x', 'a.b.c', 'a.b', `${madeFor(own).answer}.x`, '\u0000'])
      expect((await post(`${path}/kunci`, { passkey })).status).toBe(422);
    expect((await post(`${path}/kunci`, {})).status).toBe(422);
    site.setClock(new Date(SIGNING_DAY.getTime() + 601_000));
    expect((await post(`${path}/kunci`, { passkey: madeFor(own).answer })).status).toBe(422);
    expect(await count('passkey')).toBe(0);
    expect(site.faults).toEqual([]);
  });

  it('never gives somebody else’s key, nor brings back a removed one', async () => {
    const id = Buffer.from('sama');
    await created(await pathOf(site.world.people.seksi), { id });
    const taken = madeFor(optionsIn(await text(`${path}/kunci`)), { id });
    expect((await post(`${path}/kunci`, { passkey: taken.answer })).status).toBe(409);
    const key = await created();
    expect((await post(`${path}/kunci`, { remove: key.credentialId })).status).toBe(303);
    const again = madeFor(optionsIn(await text(`${path}/kunci`)), {
      id: Buffer.from(key.credentialId, 'base64url'),
    });
    expect((await post(`${path}/kunci`, { passkey: again.answer })).status).toBe(409);
    expect(await text(`${path}/kunci`)).not.toContain('Kunci sandi Anda');
  });

  it('changes nothing by the slip of a campaign that is over, or that was signed in', async () => {
    const key = await created();
    const { answer } = madeFor(optionsIn(await text(`${path}/kunci`)));
    const counts = async () => [await count('passkey'), await count('passkey_removal')];
    site.setClock(new Date('2031-01-01T00:00:00Z'));
    for (const body of [{ remove: key.credentialId }, { passkey: answer }] as Record<string, string>[]) {
      expect((await post(`${path}/kunci`, body)).status).toBe(410);
      expect(await counts()).toEqual([1, 0]);
    }
    site.setClock(SIGNING_DAY);
    expect((await post(path, await signedForm(key))).status).toBe(303);
    const after = await post(`${path}/kunci`, { remove: key.credentialId });
    expect([after.status, after.headers.get('location')]).toEqual([303, path]);
    expect(await counts()).toEqual([1, 0]);
  });

  it('removes only one’s own, and stops at five', async () => {
    const other = await created(await pathOf(site.world.people.seksi));
    await post(`${path}/kunci`, { remove: other.credentialId });
    expect(await count('passkey_removal')).toBe(0);
    for (const n of [1, 2, 3, 4, 5]) await created(path, { id: Buffer.from([n, n, n]) });
    const html = await text(`${path}/kunci`);
    expect(html).toContain('Sudah ada 5 kunci sandi');
    expect(html).not.toContain('ikrar-passkey');
  });
});

it('changes passkeys only so often in a row', async () => {
  const theirs = `${await pathOf(site.world.people.kecamatan)}/kunci`;
  const change = async () => (await post(theirs, { remove: 'tidak-ada' })).status;
  for (let n = 0; n < 60; n += 1) expect(await change()).toBe(303);
  expect(await change()).toBe(503);
  site.setClock(new Date(SIGNING_DAY.getTime() + 61_000));
  expect(await change()).toBe(303);
});

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
    campaignId = await site.openedCampaign();
    path = await pathOf(personId);
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
    campaignId = await site.openedCampaign();
    path = await pathOf(personId);
    await refusedWith(await signedForm(key, { counter: 4 }), 'Hitungan kunci sandi itu mundur');
    await refusedWith(await signedForm(key, { counter: 0 }), 'Hitungan kunci sandi itu mundur');
    expect((await post(path, await signedForm(key, { counter: 5 }))).status).toBe(303);
  });
});
