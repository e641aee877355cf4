import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { oneBrowser } from '../../../test/one-browser.ts';
import { codesOf, openSigningWorld, SIGNING_DAY, type SigningWorld } from '../../../test/signing-world.ts';
import { addText, campaignOf, draftTexts, withdrawText } from '../../campaigns/index.ts';
import { checkHere, rootOf, vkeyLine } from '../../evidence/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { checkPact, parseRecord } from '../../verify/index.ts';
import { signPages } from '../index.ts';

const agencyId = 'fakfak';
const ORIGIN = 'http://localhost';
let site: SigningWorld;
let campaignId: string;
let path: string;
beforeAll(async () => {
  site = await openSigningWorld();
  signPages(site.app, site.platform, site.signer);
});
beforeEach(async () => {
  site.setClock(SIGNING_DAY);
  campaignId = await site.openedCampaign();
  path = `/s/${(await codesOf(site, campaignId)).get(site.world.people.dinas)}`;
});
afterAll(() => site.close());

const browser = oneBrowser(() => site.app);
const get = (where: string, headers = {}) => browser(ORIGIN + where, { headers });
const post = (where: string, body: BodyInit, headers = {}) =>
  browser(ORIGIN + where, { method: 'POST', headers: { origin: ORIGIN, ...headers }, body });
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const signatures = async () =>
  (await site.db.pool.query('select * from signing.signature where campaign_id = $1', [campaignId])).rows;
const onlyRecord = async () => {
  const found = await site.db.pool.query('select record from evidence.sealed_record where campaign_id = $1', [
    campaignId,
  ]);
  expect(found.rows).toHaveLength(1);
  return parseRecord(found.rows[0].record);
};

/** The page's own form, filled in as a person would, with changes. */
async function filled(change: Record<string, string | string[]> = {}): Promise<URLSearchParams> {
  const html = await (await get(path)).text();
  const points = [...html.matchAll(/name="point" value="(\d+)"/g)].map(([, n]) => n as string);
  const values = {
    ...{ key: hidden(html, 'key'), digest: hidden(html, 'digest') },
    ...{ point: points, typedName: "ma'ruf contoh", drawing: '', ...change },
  };
  const sent = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    for (const one of [value].flat()) sent.append(name, one);
  return sent;
}

describe('the page of a personal link', () => {
  it('shows the very text, the person’s data and one tick for each point', async () => {
    const answer = await get(path);
    const html = await answer.text();
    const { pact } = await campaignOf(site.db.pool, agencyId, campaignId);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    const shown = html.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    for (const text of [pact!.title, pact!.opener, pact!.closing, ...pact!.points])
      expect(shown).toContain(text);
    expect(html.match(/type="checkbox"/g)).toHaveLength(pact!.points.length);
    expect(html).toMatch(/Ma(&#39;|')ruf Contoh/);
    expect(html).toContain('Dinas Contoh');
    expect(html).toContain('30 September 2024 23.59 WIT');
    expect(html).toContain('Teks ini rancangan.');
    expect(hidden(html, 'digest')).toBe(pact!.digest);
    expect(html).not.toMatch(/<script(?![^>]*src=)/);
  });

  it('leads nowhere with another code, and says what to do', async () => {
    const answer = await get('/s/AAAA-BBBB-CCCC');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('Kode ini tidak dikenal atau sudah diganti');
  });

  it('tells who is not this person what to do, and records nothing', async () => {
    const html = await (await get(`${path}?bukan=1`)).text();
    expect(html).toContain('Jangan tanda tangani');
    expect(await signatures()).toHaveLength(0);
  });

  it('is found by typing the code', async () => {
    const answer = await get(`/s?kode=${path.slice(3).replaceAll('-', '+').toLowerCase()}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, path]);
    expect((await get('/s')).status).toBe(200);
    const wrong = await get('/s?kode=%3Cb%3E');
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('Kode ini tidak dikenal');
  });

  it('speaks English to whoever asks for it', async () => {
    const html = await (await get(path, { cookie: 'bahasa=en' })).text();
    expect(html).toContain('lang="en"');
    expect(html).toContain('Deadline');
  });
});

describe('signing', () => {
  it('answers 303, then shows name, time and receipt', async () => {
    const answer = await post(path, await filled({ drawing: 'M 1 1 L 9 9' }));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, path]);
    const record = await onlyRecord();
    const html = await (await get(path)).text();
    expect(html).toMatch(/Ma(&#39;|')ruf Contoh menyatakan kesediaan/);
    expect(html).toContain('18 September 2024 09.15 WIT');
    expect(html).toContain(record.receipt);
    expect(html).toContain(`/v/fakfak/${record.receipt}`);
    expect(html).not.toContain('<form');
    expect(record.act).toMatchObject({ method: 'slip', typedName: "ma'ruf contoh", drawing: 'M 1 1 L 9 9' });
  });

  it('with the same form again leads to the same receipt, as if it were the first time', async () => {
    const form = await filled();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => post(path, form)));
    const late = await post(path, form);
    expect([...answers, late].map(({ status }) => status)).toEqual([303, 303, 303, 303, 303, 303]);
    expect([...answers, late].map(({ headers }) => headers.get('location'))).toEqual(Array(6).fill(path));
    expect(await signatures()).toHaveLength(1);
  });

  it('a second time, with another form, says that it was done before', async () => {
    const second = await filled();
    await post(path, await filled());
    const again = await post(path, second);
    expect([again.status, again.headers.get('location')]).toEqual([303, `${path}?sudah=1`]);
    const html = await (await get(`${path}?sudah=1`)).text();
    expect(html).toContain('sudah Anda tanda tangani sebelumnya');
    expect(html).toContain((await onlyRecord()).receipt);
  });

  it('with something missing keeps the ticks, the name and the key', async () => {
    const form = await filled({ point: ['0', '2'], typedName: '  Ma’ruf <b> ' });
    const answer = await post(path, form);
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('href="#f-points"');
    expect(html).toContain('Masih ada butir yang belum dicentang');
    const ticked = [...html.matchAll(/<input[^>]*value="(\d)"[^>]*>/g)].filter(([tag]) =>
      tag.includes('checked'),
    );
    expect(ticked.map(([, n]) => n)).toEqual(['0', '2']);
    expect(html).toContain('value="  Ma’ruf &lt;b> "');
    expect(hidden(html, 'key')).toBe(form.get('key'));
    expect(await signatures()).toHaveLength(0);
  });

  it('under another name is refused, and says whose page this is', async () => {
    const answer = await post(path, await filled({ typedName: 'Siti Contoh' }));
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('href="#f-typedName"');
    expect(html).toMatch(/Nama yang diketik berbeda dengan Ma(&#39;|')ruf Contoh/);
  });

  it('a text that changed since shows the new one, unticked', async () => {
    const form = await filled();
    await transaction(site.db.pool, async (client) => {
      const one = { agencyId, campaignId, kind: 'pact', by: 'system' } as const;
      await withdrawText(client, { ...one, version: 1, reason: 'Salah ketik.' }, SIGNING_DAY);
      const text = { ...draftTexts('pilkada', 'asn-non-asn').pact, title: 'Pakta yang baru' };
      await addText(client, { ...one, text, draft: true, source: 'Uji' }, SIGNING_DAY);
    });
    const answer = await post(path, form);
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('Teks pakta berubah');
    expect(html).toContain('Pakta yang baru');
    expect(html).not.toMatch(/<input[^>]*checked/);
    expect(html).toContain(
      'value="ma&#39;ruf contoh"'.replace('&#39;', html.includes('&#39;') ? '&#39;' : "'"),
    );
    expect(await signatures()).toHaveLength(0);
  });

  it('after the deadline, or while the text is withdrawn, says why', async () => {
    const form = await filled();
    site.setClock(new Date('2024-10-01T00:00:00Z'));
    for (const answer of [await post(path, form), await get(path)]) {
      expect(answer.status).toBe(410);
      expect(await answer.text()).toContain('Batas waktu sudah lewat');
    }
    site.setClock(SIGNING_DAY);
    await transaction(site.db.pool, (client) =>
      withdrawText(
        client,
        { agencyId, campaignId, kind: 'pact', version: 1, reason: 'Salah.', by: 'system' },
        SIGNING_DAY,
      ),
    );
    const answer = await post(path, form);
    expect([answer.status, (await get(path)).status]).toEqual([409, 409]);
    expect(await answer.text()).toContain('sedang ditarik');
  });

  it('from another site is refused', async () => {
    const answer = await post(path, await filled(), { origin: 'https://jahat.example' });
    expect(answer.status).toBe(403);
    expect(await signatures()).toHaveLength(0);
  });
});

describe('hostile fields', () => {
  const faultless = async (answer: Response, status: number) => {
    expect(site.faults).toEqual([]);
    expect(answer.status).toBe(status);
  };

  it('a drawing of a megabyte is refused; an odd one is left out', async () => {
    await faultless(await post(path, await filled({ drawing: 'M 1 1 '.repeat(200_000) })), 413);
    const multipart = new FormData();
    for (const [name, value] of await filled({ drawing: 'M 1 1 L 2 2 '.repeat(90_000) }))
      multipart.append(name, value);
    await faultless(await post(path, multipart), 303);
    expect((await onlyRecord()).act.drawing).toBeNull();
  });

  it.each(['M 01 1 L 2 2', 'M 1001 1 L 2 2', '<svg/>', 'M 1 1 L 2 2\u0000'])(
    'a drawing %j',
    async (drawing) => {
      await faultless(await post(path, await filled({ drawing })), 303);
      expect((await onlyRecord()).act.drawing).toBeNull();
    },
  );

  it.each([[['satu', 'dua', 'tiga', 'empat']], [['']], [['0x0', '1e0', ' 2', '3.0']], [['-1', 'NaN', '']]])(
    'points %j are no ticks',
    async (point) => faultless(await post(path, await filled({ point })), 422),
  );

  it.each(['', 'x', 'x'.repeat(500), "'; drop table signing.signature; --", '\u0000'])(
    'a key %j',
    async (key) => {
      await faultless(await post(path, await filled({ key })), 303);
      expect((await signatures())[0].idempotency_key).toMatch(/^[\w-]{16,64}$/);
    },
  );

  it.each([
    '\u0000',
    "Ma'ruf Contoh\u202e",
    "Ma'ruf Contoh,\u0007",
    "Ma'ruf Contoh, 😀",
    'x'.repeat(100_000),
  ])('a name %j', async (typedName) => {
    const answer = await post(path, await filled({ typedName }));
    expect(site.faults).toEqual([]);
    expect([303, 422]).toContain(answer.status);
    if (answer.status === 303) expect((await onlyRecord()).act.typedName).toBe("Ma'ruf Contoh");
  });

  it('files for words, and a body that is no form', async () => {
    const multipart = new FormData();
    for (const name of ['key', 'digest', 'typedName', 'drawing', 'point'])
      multipart.append(name, new File(['x'], 'x'));
    await faultless(await post(path, multipart), 422);
    const broken = { 'content-type': 'multipart/form-data; boundary=---' };
    await faultless(await post(path, 'not a form at all', broken), 422);
    await faultless(await post(path, '{"key":"x"}', { 'content-type': 'application/json' }), 422);
    await faultless(await post(path, '', { 'content-type': 'application/x-www-form-urlencoded' }), 422);
    expect(await signatures()).toHaveLength(0);
  });
});

describe('the documents', () => {
  it('come only after signing; the proof a moment later', async () => {
    expect((await get(`${path}/pakta.pdf`)).status).toBe(404);
    expect((await get(`${path}/bukti.tlog-proof`)).status).toBe(404);
    await post(path, await filled());
    const soon = await get(`${path}/bukti.tlog-proof`);
    expect([soon.status, soon.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await (await get(path)).text()).toContain('Muat ulang halaman ini');
    await site.publish();
    const proof = await get(`${path}/bukti.tlog-proof`);
    expect(proof.status).toBe(200);
    expect(await proof.text()).toMatch(/^c2sp\.org\/tlog-proof@v1\nindex 0\n/);
    expect(await (await get(path)).text()).toContain('bukti.tlog-proof');
  });

  it('are valid once the log is published', async () => {
    await post(path, await filled());
    const answer = await get(`${path}/pakta.pdf`);
    const pdf = new Uint8Array(await answer.arrayBuffer());
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="Ma-ruf-Contoh-[0-9A-Z-]{19}\.pdf"$/,
    );
    expect((await checkHere(site.platform, site.key, pdf)).verdict).toBe('incomplete');
    await site.publish();
    const [{ origin }] = (
      await site.db.pool.query('select origin from evidence.log where campaign_id = $1', [campaignId])
    ).rows;
    const report = await checkPact({
      pdf,
      roots: [(await rootOf(site.platform.config, SIGNING_DAY)).certificatePem],
      logKeys: [vkeyLine(site.key, origin)],
      proof: await (await get(`${path}/bukti.tlog-proof`)).text(),
    });
    expect(report.checks.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(report.verdict).toBe('valid');
    expect((await checkHere(site.platform, site.key, pdf)).verdict).toBe('valid');
  });
});
