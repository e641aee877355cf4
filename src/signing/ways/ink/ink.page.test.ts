import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { scanPdf, TELLTALE, telephonePhoto } from '../../../../test/scan-files.ts';
import {
  codesOf,
  openSigningWorld,
  SIGNING_DAY,
  type SigningWorld,
  signAs,
} from '../../../../test/signing-world.ts';
import { signedIn } from '../../../../test/staff.ts';
import { addText, campaignPages, draftTexts, withdrawText } from '../../../campaigns/index.ts';
import { recordByReceipt } from '../../../evidence/index.ts';
import { transaction } from '../../../platform/db/index.ts';
import { parseRecord } from '../../../verify/index.ts';
import { signPages } from '../../index.ts';
import { setWays, UNSET } from '../way-setting.ts';
import { inkPages } from './index.ts';

const agencyId = 'fakfak';
const ORIGIN = 'http://localhost';
let site: SigningWorld;
let campaignId: string;
/** Two operators of the same unit, one of another, an auditor, and somebody of another institution. */
let first: { cookie: string };
let second: { cookie: string };
let elsewhere: { cookie: string };
let auditor: { cookie: string };
let stranger: { cookie: string };

beforeAll(async () => {
  site = await openSigningWorld(agencyId);
  signPages(site.app, site.platform, site.signer);
  campaignPages(site.app, site.platform);
  inkPages(site.app, site.platform, site.signer);
  const { dinas, kecamatan } = site.world.units;
  const as = (role: 'operator' | 'auditor', unitId?: string, agency = agencyId) =>
    signedIn(site.db.pool, SIGNING_DAY, { agencyId: agency, role, ...(unitId ? { unitId } : {}) });
  [first, second, elsewhere] = [
    await as('operator', dinas),
    await as('operator', dinas),
    await as('operator', kecamatan),
  ];
  [auditor, stranger] = [await as('auditor'), await as('operator', undefined, 'lain')];
});
beforeEach(async () => {
  site.setClock(SIGNING_DAY);
  campaignId = await site.openedCampaign();
  await turn(true);
});
afterAll(() => site.close());

const turn = (ink: boolean) =>
  transaction(site.db.pool, (client) =>
    setWays(
      client,
      { agencyId, campaignId, on: { ...UNSET, ink }, by: 'system' },
      new Date(SIGNING_DAY.getTime() + ++moment),
    ),
  );
let moment = 0;
const here = () => `/kerja/${agencyId}/gerakan/${campaignId}/pindaian`;
const get = (path: string, who: { cookie?: string } = {}) =>
  site.app.request(ORIGIN + path, { headers: { ...who } });
const post = (path: string, who: { cookie?: string }, body: BodyInit) =>
  site.app.request(ORIGIN + path, { method: 'POST', headers: { origin: ORIGIN, ...who }, body });

function attach(
  who: { cookie?: string },
  bytes: Uint8Array = telephonePhoto(),
  change: Record<string, string> = {},
) {
  const form = new FormData();
  form.set('signedOn', change.signedOn ?? '2024-09-17');
  form.set(
    'file',
    new File([bytes as BlobPart], change.name ?? 'pakta.jpg', { type: change.type ?? 'image/jpeg' }),
  );
  return post(`${here()}/orang/${change.person ?? site.world.people.dinas}`, who, form);
}

const answers = (...compared: string[]) => {
  const body = new URLSearchParams({ act: 'confirm' });
  for (const one of compared) body.append('compared', one);
  return body;
};
const confirm = (scan: string, who: { cookie?: string }) =>
  post(scan, who, answers('name', 'text', 'signature'));
const attached = async (who = first, bytes?: Uint8Array) =>
  (await attach(who, bytes)).headers.get('location') ?? '';
const signatures = async () =>
  (await site.db.pool.query('select * from signing.signature where campaign_id = $1', [campaignId])).rows;

describe('attaching a scan', () => {
  it('keeps the photo without what the camera tells, and seals nothing', async () => {
    const answer = await attach(first);
    expect(answer.status).toBe(303);
    const { rows } = await site.db.pool.query('select * from signing.scan where campaign_id = $1', [
      campaignId,
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0].bytes.includes(Buffer.from(TELLTALE))).toBe(false);
    expect(createHash('sha256').update(rows[0].bytes).digest()).toEqual(rows[0].sha256);
    expect(await signatures()).toHaveLength(0);
    const list = await (await get(here(), second)).text();
    expect(list).toMatch(/Ma(&#39;|')ruf Contoh/);
    expect(list).toContain('Menunggu pemeriksaan');
  });

  it('twice with the same file is one scan', async () => {
    const [one, two] = await Promise.all([attached(), attached()]);
    expect(one).toBe(two);
  });

  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'bukan JPEG, PNG, atau PDF'],
    ['nothing', '', 'Pilih berkas'],
    ['half a photo', telephonePhoto().subarray(0, 400), 'rusak atau terpotong'],
    ['a PDF with a script', scanPdf('/OpenAction << /S /JavaScript >>'), 'memuat skrip'],
  ])('of %s named pakta.jpg is refused on the same page', async (_, content, words) => {
    const answer = await attach(first, Buffer.from(content as string));
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain(words);
    expect(html).toContain('value="2024-09-17"');
    expect(html).toContain('href="#f-file"');
  });

  it.each(['2024-09-19', '2024-02-31', '', '17/09/2024'])('with the date %j is refused', async (signedOn) => {
    expect((await attach(first, undefined, { signedOn })).status).toBe(422);
  });

  it('of a PDF called photo keeps it as it is', async () => {
    const scan = await attached(first, scanPdf());
    const file = await get(`${scan}/berkas`, second);
    expect(Buffer.from(await file.arrayBuffer()).equals(scanPdf())).toBe(true);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="pindaian-\w+\.pdf"$/);
  });

  it('for somebody who has signed is refused, and says so on the page', async () => {
    await signAs(site, campaignId, site.world.people.dinas);
    expect((await attach(first)).status).toBe(409);
    const html = await (await get(`${here()}/orang/${site.world.people.dinas}`, first)).text();
    expect(html).toContain('sudah menandatangani dengan cara lain');
    expect(html).not.toContain('type="file"');
  });

  it('is found by name, within the own units only', async () => {
    const mine = await (await get(`${here()}?cari=contoh`, first)).text();
    expect(mine).toContain('Siti Contoh');
    expect(mine).not.toContain('Yosefina');
    expect(await (await get(`${here()}?cari=zzz`, first)).text()).toContain('Tidak ada nama yang cocok');
  });
});

describe('a campaign that does not allow it', () => {
  it('takes no scan and seals none that waits', async () => {
    const scan = await attached();
    await turn(false);
    expect((await attach(second)).status).toBe(409);
    expect((await confirm(scan, second)).status).toBe(409);
    expect(await (await get(here(), first)).text()).toContain('belum dinyalakan');
    expect(await signatures()).toHaveLength(0);
  });
});

describe('who may see a scan', () => {
  it('is staff of the unit alone; others learn nothing', async () => {
    const scan = await attached();
    for (const path of [scan, `${scan}/berkas`, here()]) {
      expect((await get(path)).status, path).toBe(401);
      for (const who of [auditor, stranger]) expect((await get(path, who)).status, path).toBe(403);
    }
    for (const path of [scan, `${scan}/berkas`, `${here()}/nihil`, `${here()}/orang/nihil`])
      expect((await get(path, elsewhere)).status, path).toBe(403);
    expect((await get(`${here()}/nihil`, first)).status).toBe(403);
    expect((await confirm(scan, elsewhere)).status).toBe(403);
  });

  it('is told by headers that let nothing run', async () => {
    const file = await get(`${await attached()}/berkas`, second);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe('image/jpeg');
    expect(file.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('cache-control')).toBe('no-store');
    expect(file.headers.get('content-disposition')).toMatch(/^inline; filename="pindaian-\w+\.jpg"$/);
    const page = await get(here(), second);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  });
});

describe('a second person', () => {
  it('sees scan, name and text, confirms, and only then the pact is sealed', async () => {
    const scan = await attached();
    const html = await (await get(scan, second)).text();
    expect(html).toContain(`src="${scan}/berkas"`);
    expect(html).toContain('Yang harus ada di kertas');
    site.setClock(new Date('2024-09-18T00:40:00Z'));
    const answer = await confirm(scan, second);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, scan]);
    const [signature] = await signatures();
    expect(signature.method).toBe('ink');
    const record = parseRecord((await recordByReceipt(site.db.pool, agencyId, signature.receipt)).record);
    const { rows } = await site.db.pool.query('select sha256 from signing.scan where campaign_id = $1', [
      campaignId,
    ]);
    expect(record.act).toMatchObject({
      ...{ method: 'ink', strength: 'scanned', typedName: "Ma'ruf Contoh", at: '2024-09-18T00:40:00.000Z' },
      evidence: {
        kind: 'ink',
        scanSha256: rows[0].sha256.toString('hex'),
        mediaType: 'image/jpeg',
        recordedAt: SIGNING_DAY.toISOString(),
        confirmedAt: '2024-09-18T00:40:00.000Z',
      },
    });
    expect(await (await get(scan, second)).text()).toContain('disegel dengan pindaian ini');
    expect(await (await get(here(), second)).text()).toContain('Tidak ada pindaian yang menunggu');
    const code = (await codesOf(site, campaignId)).get(site.world.people.dinas);
    const receipt = await (await get(`/s/${code}`)).text();
    expect(receipt).toContain(record.receipt);
    expect(receipt).toContain('Tanda tangan basah');
  });

  it('is somebody else: one’s own scan is refused with words, and the page offers no button', async () => {
    const scan = await attached();
    const own = await (await get(scan, first)).text();
    expect(own).toContain('Petugas lain yang memeriksanya');
    expect(own).not.toContain('value="confirm"');
    for (const body of [
      answers('name', 'text', 'signature'),
      new URLSearchParams({ act: 'reject', reason: 'x' }),
    ]) {
      const answer = await post(scan, first, body);
      expect(answer.status).toBe(409);
      expect(await answer.text()).toContain('harus diperiksa petugas lain');
    }
    expect(await signatures()).toHaveLength(0);
  });

  it('must say that all three were compared', async () => {
    const scan = await attached();
    const answer = await post(scan, second, answers('name', 'text'));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Centang ketiganya');
    expect(await signatures()).toHaveLength(0);
  });

  it('rejects with a reason, once and for all', async () => {
    const scan = await attached();
    expect((await post(scan, second, new URLSearchParams({ act: 'reject', reason: ' ' }))).status).toBe(422);
    const reason = 'Nama di kertas milik orang lain';
    expect((await post(scan, second, new URLSearchParams({ act: 'reject', reason }))).status).toBe(303);
    expect(await (await get(scan, first)).text()).toContain(reason);
    expect((await confirm(scan, second)).status).toBe(409);
    expect(await signatures()).toHaveLength(0);
  });

  it('and a third at the same time decide once', async () => {
    const scan = await attached();
    const third = await signedIn(site.db.pool, SIGNING_DAY, { agencyId, role: 'officer' });
    const reject = post(scan, third, new URLSearchParams({ act: 'reject', reason: 'Buram' }));
    const statuses = [(await confirm(scan, second)).status, (await reject).status].sort();
    expect(statuses).toEqual([303, 409]);
    const { rows } = await site.db.pool.query(
      'select verdict from signing.scan_decision d join signing.scan s on s.id = d.scan_id where s.campaign_id = $1',
      [campaignId],
    );
    expect(rows).toHaveLength(1);
    expect(await signatures()).toHaveLength(rows[0].verdict === 'confirmed' ? 1 : 0);
  });

  it('is told where the person signed by other means meanwhile; the scan is kept unused', async () => {
    const scan = await attached();
    await signAs(site, campaignId, site.world.people.dinas);
    const answer = await confirm(scan, second);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('sudah menandatangani dengan cara lain');
    expect(await (await get(scan, second)).text()).toContain('Tidak dipakai');
    expect((await signatures()).map(({ method }) => method)).toEqual(['slip']);
  });

  it('cannot confirm a paper with an older text', async () => {
    const scan = await attached();
    await transaction(site.db.pool, async (client) => {
      const one = { agencyId, campaignId, kind: 'pact', by: 'system' } as const;
      await withdrawText(client, { ...one, version: 1, reason: 'Salah ketik.' }, SIGNING_DAY);
      const text = { ...draftTexts('pilkada', 'asn-non-asn').pact, title: 'Pakta yang baru' };
      await addText(client, { ...one, text, draft: true, source: 'Uji' }, SIGNING_DAY);
    });
    const shown = await (await get(scan, second)).text();
    expect(shown).toContain('Teks pakta sudah berganti');
    expect(shown).not.toContain('value="confirm"');
    expect(shown).toContain('value="reject"');
    const answer = await confirm(scan, second);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Teks pakta sudah berganti');
  });

  it('goes on where a confirmation was not sealed, and seals what was decided', async () => {
    const scan = await attached();
    const id = scan.split('/').at(-1);
    await site.db.pool.query(
      `insert into signing.scan_decision values ($1, $2, 'confirmed', null, 'account:lain', $3)`,
      [agencyId, id, new Date('2024-09-18T01:00:00Z')],
    );
    expect(await (await get(scan, second)).text()).toContain('paktanya belum tersegel');
    const again = () => post(scan, second, new URLSearchParams({ act: 'confirm' }));
    expect([(await again()).status, (await again()).status]).toEqual([303, 303]);
    const [signature] = await signatures();
    const record = parseRecord((await recordByReceipt(site.db.pool, agencyId, signature.receipt)).record);
    expect(record.act.evidence).toMatchObject({ confirmedAt: '2024-09-18T01:00:00.000Z' });
  });

  it('leaves a trail of who attached and who found it to match', async () => {
    await confirm(await attached(), second);
    const { rows } = await site.db.pool.query(
      `select kind, actor from platform.event where kind like 'scan.%' and data->>'campaignId' = $1 order by at, id`,
      [campaignId],
    );
    expect(rows.map(({ kind }) => kind).sort()).toEqual(['scan.attached', 'scan.confirmed']);
    expect(new Set(rows.map(({ actor }) => actor)).size).toBe(2);
  });
});

it('nothing of it can be rewritten by the application', async () => {
  await attached();
  const client = await site.db.pool.connect();
  await client.query('set role ikrar_app');
  for (const table of ['scan', 'scan_decision', 'certified_file'])
    for (const statement of [`delete from signing.${table}`, `update signing.${table} set agency_id = 'x'`])
      await expect(client.query(statement), statement).rejects.toThrow('permission denied');
  await client.query('reset role');
  client.release();
  expect(site.faults).toEqual([]);
});

it('after the deadline nothing is sealed, and the scan still waits', async () => {
  const scan = await attached();
  site.setClock(new Date('2024-10-01T00:00:00Z'));
  const officer = await signedIn(site.db.pool, new Date('2024-10-01T00:00:00Z'), {
    agencyId,
    role: 'officer',
  });
  expect((await confirm(scan, officer)).status).toBe(410);
  expect(await (await get(here(), officer)).text()).toContain('Menunggu pemeriksaan');
});
