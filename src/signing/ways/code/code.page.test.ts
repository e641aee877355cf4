import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bodyOf, type MailServer, startMailServer } from '../../../../test/mail-server.ts';
import { oneBrowser } from '../../../../test/one-browser.ts';
import { codesOf, openSigningWorld, SIGNING_DAY, type SigningWorld } from '../../../../test/signing-world.ts';
import { openPool } from '../../../platform/db/index.ts';
import { workAsApplication } from '../../../platform/opened.ts';
import { parseRecord } from '../../../verify/index.ts';
import { signPages } from '../../index.ts';

const ORIGIN = 'http://localhost';
const ADDRESS = 'maruf.contoh@fakfak.example';
let site: SigningWorld;
let mail: MailServer;
let campaignId: string;
let path: string;
let at = SIGNING_DAY.getTime();
/** With the rights that the server has. */
let application: Pool;
beforeAll(async () => {
  [site, mail] = await Promise.all([openSigningWorld(), startMailServer()]);
  const config = { ...site.platform.config, mail: { url: mail.url, from: 'Ikrar <ikrar@contoh.example>' } };
  application = await openPool(site.db.url, () => {});
  await workAsApplication(site.db.pool, application, () => {});
  signPages(site.app, { ...site.platform, pool: application, config }, site.signer);
});
beforeEach(async () => {
  later(2 * 3600);
  mail.mails.length = 0;
  mail.refuse(false);
  await site.db.pool.query('delete from signing.code');
  await site.db.pool.query('update agencies.person set email = $1 where id = $2', [
    ADDRESS,
    site.world.people.dinas,
  ]);
  campaignId = await site.openedCampaign();
  path = await pathOf(site.world.people.dinas);
});
afterAll(async () => {
  await mail.close();
  await application.end();
  await site.close();
});

const pathOf = async (person: string) => `/s/${(await codesOf(site, campaignId)).get(person)}`;
const browser = oneBrowser(() => site.app);
const get = (where: string) => browser(ORIGIN + where);
const text = async (where: string) => (await get(where)).text();
const post = (where: string, body: URLSearchParams = new URLSearchParams()) =>
  browser(ORIGIN + where, { method: 'POST', headers: { origin: ORIGIN }, body });
const later = (seconds: number) => {
  at += seconds * 1000;
  site.setClock(new Date(at));
};
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const records = async () => {
  const asked = 'select record from evidence.sealed_record where campaign_id = $1';
  return (await site.db.pool.query(asked, [campaignId])).rows.map(({ record }) => parseRecord(record));
};

/** Asks for a code and reads it from the mail. */
async function codeSent(where = path): Promise<string> {
  const answer = await post(`${where}/surel`);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${where}?cara=surel`]);
  const last = mail.mails.at(-1);
  return /^ {4}(\d{6})$/m.exec(bodyOf(last ?? { source: '' }))?.[1] ?? 'none';
}

async function filled(otp: string, where = path, name = "Ma'ruf Contoh"): Promise<URLSearchParams> {
  const html = await text(`${where}?cara=surel`);
  const sent = new URLSearchParams({
    key: hidden(html, 'key'),
    digest: hidden(html, 'digest'),
    typedName: name,
    otp,
  });
  for (const [, n] of html.matchAll(/name="point" value="(\d+)"/g)) sent.append('point', n as string);
  return sent;
}

async function refusedWith(form: URLSearchParams, message: string): Promise<void> {
  const answer = await post(path, form);
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect(html).toContain(message);
  expect(html).toContain('href="#f-otp"');
  expect(html).toContain('name="otp"');
  expect(await records()).toEqual([]);
}

const other = (digits: string) => String((Number(digits) + 1) % 1_000_000).padStart(6, '0');

describe('asking for a code', () => {
  it('shows where it would go, masked, and what it proves', async () => {
    expect(await text(path)).toContain(`href="${path}/surel"`);
    const html = await text(`${path}/surel`);
    expect(html).toContain('m•••@fakfak.example');
    expect(html).not.toContain('maruf.contoh');
    expect(html).toContain('tanda tangan elektronik tidak tersertifikasi');
    expect(mail.mails).toEqual([]);
  });

  it('sends a mail in two languages with the code, no link and no number of the person', async () => {
    await site.db.pool.query(
      "update campaigns.audience set id_kind = 'nip', id_number = $1 where campaign_id = $2",
      ['198503122010011005', campaignId],
    );
    const digits = await codeSent();
    const [sent] = mail.mails;
    expect(sent?.to).toEqual([ADDRESS]);
    const body = bodyOf(sent ?? { source: '' });
    expect(body.match(new RegExp(digits, 'g'))).toHaveLength(2);
    expect(body).toContain('Yth. Ma');
    expect(body).toContain('valid for 10 minutes');
    expect(body).toContain('Ikrar Netralitas Contoh');
    expect(body).not.toMatch(/https?:|www\.|\/s\/|1985/);
    const head = sent?.source.slice(0, sent.source.indexOf('\r\n\r\n')) ?? '';
    expect(head).toMatch(/^From: Ikrar <ikrar@contoh\.example>$/m);
    expect(head).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(head).not.toContain(digits);
  });

  it('keeps neither code nor address, and tells it in the audit trail', async () => {
    const digits = await codeSent();
    const stored = JSON.stringify((await site.db.pool.query('select * from signing.code')).rows);
    expect(stored).not.toContain(digits);
    expect(stored).not.toContain('maruf');
    const told = await site.db.pool.query("select actor, data from platform.event where kind = 'code.sent'");
    expect(told.rows.at(-1)).toEqual({
      actor: `person:${site.world.people.dinas}`,
      data: { campaignId },
    });
  });

  it('again within a minute, too often in an hour, or for too many of one address, is refused', async () => {
    await codeSent();
    const soon = await post(`${path}/surel`);
    expect(soon.status).toBe(429);
    expect(await soon.text()).toContain('Tunggu satu menit');
    for (let n = 2; n <= 5; n += 1) {
      later(61);
      await codeSent();
    }
    later(61);
    expect(await (await post(`${path}/surel`)).text()).toContain('Terlalu banyak kode diminta');
    expect(mail.mails).toHaveLength(5);
    const theirs = await pathOf(site.world.people.seksi);
    await site.db.pool.query('update agencies.person set email = $1', [ADDRESS.toUpperCase()]);
    for (let n = 6; n <= 10; n += 1) {
      later(61);
      await codeSent(theirs);
    }
    const third = await pathOf(site.world.people.kecamatan);
    expect((await post(`${third}/surel`)).status).toBe(429);
    later(3600);
    await codeSent(third);
  });

  it('by one slip a hundred times keeps nobody else at the same address from theirs', async () => {
    await site.db.pool.query("update agencies.person set email = 'siti@fakfak.example' where id = $1", [
      site.world.people.seksi,
    ]);
    await codeSent();
    for (let n = 0; n < 100; n += 1) expect((await post(`${path}/surel`)).status).toBe(429);
    expect(await codeSent(await pathOf(site.world.people.seksi))).toMatch(/^\d{6}$/);
  });

  it('of two at the same moment sends one', async () => {
    const answers = await Promise.all([post(`${path}/surel`), post(`${path}/surel`)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 429]);
    expect(mail.mails).toHaveLength(1);
  });

  it('says so when the mail server refuses, and can be repeated at once', async () => {
    mail.refuse(true);
    const answer = await post(`${path}/surel`);
    const html = await answer.text();
    expect(answer.status).toBe(503);
    expect(html).toContain('Surel tidak terkirim');
    expect(html).toContain('Kirim kode');
    const told = await site.db.pool.query("select data from platform.event where kind = 'code.failed'");
    expect(told.rows.at(-1).data).toEqual({ campaignId, why: 'EENVELOPE' });
    mail.refuse(false);
    expect(await codeSent()).toMatch(/^\d{6}$/);
  });

  it('is not offered to somebody without an address, nor after signing', async () => {
    const theirs = await pathOf(site.world.people.kecamatan);
    await site.db.pool.query('update agencies.person set email = null where id = $1', [
      site.world.people.kecamatan,
    ]);
    expect(await text(theirs)).not.toContain('/surel');
    expect(await text(`${theirs}?cara=surel`)).not.toContain('name="otp"');
    for (const answer of [await get(`${theirs}/surel`), await post(`${theirs}/surel`)]) {
      expect(answer.status).toBe(409);
      expect(await answer.text()).toContain('Tanda tangani dengan mengetik nama');
    }
    await post(path, await filled(await codeSent()));
    for (const answer of [await get(`${path}/surel`), await post(`${path}/surel`)])
      expect(answer.headers.get('location')).toBe(path);
  });
});

describe('signing with a code', () => {
  it('seals the way and when the code was sent', async () => {
    const digits = await codeSent();
    const sentAt = new Date(at).toISOString();
    later(120);
    const answer = await post(path, await filled(` ${digits.slice(0, 3)} ${digits.slice(3)} `));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, path]);
    const [record] = await records();
    expect(record?.act).toMatchObject({
      ...{ method: 'code', strength: 'uncertified', at: new Date(at).toISOString() },
      evidence: { kind: 'code', channel: 'email', sentAt },
    });
    const html = await text(path);
    expect(html).toContain('Tanda tangan elektronik tidak tersertifikasi');
    expect(html).toContain('surel');
  });

  it('sent five times at once, and after a mistake elsewhere in the form, is one signature', async () => {
    const form = await filled(await codeSent());
    const wrong = new URLSearchParams(form);
    wrong.set('typedName', 'Siti Contoh');
    expect((await post(path, wrong)).status).toBe(422);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => post(path, form)));
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual(Array(5).fill(path));
    expect(await records()).toHaveLength(1);
  });

  it('refuses a wrong code, five tries long, even if they come at once', async () => {
    const digits = await codeSent();
    const guesses = await Promise.all(
      Array.from({ length: 12 }, async (_, n) => post(path, await filled(String(n).padStart(6, '9')))),
    );
    const said = await Promise.all(guesses.map((answer) => answer.text()));
    expect(said.filter((html) => html.includes('Kode itu salah'))).toHaveLength(5);
    expect(said.filter((html) => html.includes('Tidak ada kode yang berlaku'))).toHaveLength(7);
    await refusedWith(await filled(digits), 'Tidak ada kode yang berlaku');
    later(61);
    expect((await post(path, await filled(await codeSent()))).status).toBe(303);
  });

  it('refuses a code that is too old, was followed by another, or is somebody else’s', async () => {
    const first = await codeSent();
    await refusedWith(await filled(other(first)), 'Kode itu salah');
    later(61);
    const second = await codeSent();
    if (first !== second) await refusedWith(await filled(first), 'Kode itu salah');
    later(601);
    await refusedWith(await filled(second), 'Tidak ada kode yang berlaku');
    await site.db.pool.query('update agencies.person set email = $1', ['siti@fakfak.example']);
    const theirs = await codeSent(await pathOf(site.world.people.seksi));
    await refusedWith(await filled(theirs), 'Tidak ada kode yang berlaku');
  });

  it('refuses a code for another campaign, and one whose mail was refused', async () => {
    const elsewhere = await codeSent();
    campaignId = await site.openedCampaign();
    path = await pathOf(site.world.people.dinas);
    await refusedWith(await filled(elsewhere), 'Tidak ada kode yang berlaku');
    mail.refuse(true);
    later(61);
    await post(`${path}/surel`);
    await refusedWith(await filled(elsewhere), 'Tidak ada kode yang berlaku');
  });

  it.each(['', '12345', 'abcdef', '\u0000'])('asks for the digits where %j was typed', async (otp) => {
    await codeSent();
    await refusedWith(await filled(otp), 'Ketik enam angka');
    expect(site.faults).toEqual([]);
  });
});

it('without a mail server nothing of it is offered', async () => {
  const bare = await openSigningWorld();
  try {
    signPages(bare.app, bare.platform, bare.signer);
    await bare.db.pool.query('update agencies.person set email = $1', [ADDRESS]);
    const campaign = await bare.openedCampaign();
    const slip = `/s/${(await codesOf(bare, campaign)).get(bare.world.people.dinas)}`;
    expect(await (await bare.app.request(ORIGIN + slip)).text()).not.toContain('/surel');
    expect((await bare.app.request(`${ORIGIN}${slip}/surel`)).status).toBe(409);
  } finally {
    await bare.close();
  }
});
