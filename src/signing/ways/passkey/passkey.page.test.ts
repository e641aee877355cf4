import { describe, expect, it } from 'vitest';
import { madeFor } from '../../../../test/passkeys.ts';
import { SIGNING_DAY } from '../../../../test/signing-world.ts';
import {
  count,
  created,
  optionsIn,
  passkeySite,
  path,
  pathOf,
  personId,
  post,
  signedForm,
  site,
  text,
} from './test-passkey.ts';

passkeySite();

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
