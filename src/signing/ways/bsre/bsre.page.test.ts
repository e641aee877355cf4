import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Mischief,
  type StandIn,
  standInSettings,
  startStandIn,
} from '../../../../test/bsre-stand-in.ts';
import { oneBrowser } from '../../../../test/one-browser.ts';
import {
  codesOf,
  cookieOfOwner,
  openSigningWorld,
  SIGNING_DAY,
  type SigningWorld,
  signAs,
} from '../../../../test/signing-world.ts';
import { recordByReceipt } from '../../../evidence/index.ts';
import { readConfig } from '../../../platform/config.ts';
import { transaction } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { parseRecord } from '../../../verify/index.ts';
import { signPages } from '../../index.ts';
import { setWays, UNSET } from '../way-setting.ts';

const agencyId = 'fakfak';
const ORIGIN = 'http://localhost';
const NIK = '9101014107850001';
const PASSPHRASE = 'Kasuari-Rahasia-7731!';
let standIn: StandIn;
let site: SigningWorld;
let campaignId: string;
let path: string;
let moment = 0;

beforeAll(async () => {
  standIn = await startStandIn();
  site = await openSigningWorld(agencyId);
  const settings = { IKRAR_DATA: site.platform.config.dataDir, ...standInSettings(standIn, 'v2') };
  const platform: Platform = { ...site.platform, config: readConfig(settings) };
  signPages(site.app, platform, site.signer);
});
beforeEach(async () => {
  site.setClock(SIGNING_DAY);
  standIn.mischief = 'none';
  standIn.asked.length = 0;
  standIn.people = new Map([
    [NIK, { name: 'MA’RUF CONTOH', passphrase: PASSPHRASE }],
    ['9101014107850002', { name: 'ORANG LAIN', passphrase: PASSPHRASE }],
  ]);
  campaignId = await site.openedCampaign();
  await turn(true);
  path = `/s/${(await codesOf(site, campaignId)).get(site.world.people.dinas)}/bsre`;
});
afterAll(async () => {
  await standIn.stop();
  await site.close();
});

const turn = (bsre: boolean) =>
  transaction(site.db.pool, (client) =>
    setWays(
      client,
      { agencyId, campaignId, on: { ...UNSET, bsre }, by: 'system' },
      new Date(SIGNING_DAY.getTime() + ++moment),
    ),
  );
const browser = oneBrowser(() => site.app);
const get = (where: string) => browser(ORIGIN + where);
const post = (where: string, body: BodyInit) =>
  browser(ORIGIN + where, { method: 'POST', headers: { origin: ORIGIN }, body });
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const signatures = async () =>
  (await site.db.pool.query('select * from signing.signature where campaign_id = $1', [campaignId])).rows;
const files = async () =>
  (await site.db.pool.query('select * from signing.certified_file where campaign_id = $1', [campaignId]))
    .rows;
const signings = () => standIn.asked.filter((asked) => asked.endsWith('/sign/pdf')).length;

async function filled(change: Record<string, string> = {}): Promise<URLSearchParams> {
  const html = await (await get(path)).text();
  const points = [...html.matchAll(/name="point" value="(\d+)"/g)].map(([, n]) => n as string);
  const values = { typedName: "Ma'ruf Contoh", nik: NIK, passphrase: PASSPHRASE, ...change };
  const body = new URLSearchParams({ key: hidden(html, 'key'), digest: hidden(html, 'digest'), ...values });
  for (const point of points) body.append('point', point);
  return body;
}

async function recordOf(receipt: string) {
  return parseRecord((await recordByReceipt(site.db.pool, agencyId, receipt)).record);
}

describe('the page of the certified way', () => {
  it('asks for NIK and passphrase, says what happens to them, and runs no script', async () => {
    const html = await (await get(path)).text();
    expect(html).toContain('name="nik"');
    expect(html).toMatch(/<input[^>]*name="passphrase"[^>]*type="password"/);
    expect(html).toContain('tidak disimpan dan tidak dicatat di sini');
    expect(html).toContain('sampai setengah menit');
    expect(html).toContain('layanan uji coba');
    expect(html).not.toContain('<script');
  });

  it('is linked from the ordinary page while the campaign allows it, and refuses otherwise', async () => {
    const ordinary = path.replace('/bsre', '');
    expect(await (await get(ordinary)).text()).toContain(`href="${path}"`);
    const form = await filled();
    await turn(false);
    expect(await (await get(ordinary)).text()).not.toContain(`href="${path}"`);
    expect([(await get(path)).status, (await post(path, form)).status]).toEqual([409, 409]);
    expect(signings()).toBe(0);
  });
});

describe('signing through the service', () => {
  it('seals the pact over the file that came back, and offers both', async () => {
    const answer = await post(path, await filled());
    const receiptPage = path.replace('/bsre', '');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, receiptPage]);
    const [signature] = await signatures();
    const [file] = await files();
    const record = await recordOf(signature.receipt);
    const documentSha256 = createHash('sha256').update(file.bytes).digest('hex');
    expect(record.act).toMatchObject({
      ...{ method: 'bsre', strength: 'uncertified' },
      evidence: { kind: 'bsre', api: 'v2', service: new URL(standIn.url).host, trial: true, documentSha256 },
    });
    const html = await (await get(receiptPage)).text();
    expect(html).toContain(`${receiptPage}/pakta.pdf`);
    expect(html).toContain(`${receiptPage}/tersertifikasi.pdf`);
    expect(html).toContain('bukan tanda tangan tersertifikasi');
    const download = await get(`${receiptPage}/tersertifikasi.pdf`);
    expect(Buffer.from(await download.arrayBuffer()).equals(file.bytes)).toBe(true);
    expect(download.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(download.headers.get('content-disposition')).toMatch(/^attachment; filename="bsre-/);
  });

  it('sent five times at once, and again later, asks the service once', async () => {
    const form = await filled();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => post(path, form)));
    expect([...answers, await post(path, form)].map(({ status }) => status)).toEqual(Array(6).fill(303));
    expect([signings(), (await files()).length, (await signatures()).length]).toEqual([1, 1, 1]);
  });

  it('goes on from a file that was kept when sealing was cut off, without asking again', async () => {
    const form = await filled();
    await site.db.pool.query(
      "alter table signing.signature add constraint cut check (method <> 'bsre') not valid",
    );
    expect((await post(path, form)).status).toBe(500);
    await site.db.pool.query('alter table signing.signature drop constraint cut');
    expect([(await files()).length, (await signatures()).length]).toEqual([1, 0]);
    expect(site.faults.splice(0)).toHaveLength(1);
    const html = await (await get(path)).text();
    expect(html).toContain('tidak diminta lagi');
    expect(html).not.toContain('name="passphrase"');
    const next = await filled({ nik: '', passphrase: '' });
    expect(next.get('key')).toBe(form.get('key'));
    expect((await post(path, next)).status).toBe(303);
    expect([signings(), (await signatures()).length]).toEqual([1, 1]);
  });

  it.each<[string, Record<string, string>, number, string]>([
    ['a wrong passphrase', { passphrase: 'bukan' }, 422, 'Passphrase ditolak'],
    ['somebody not enrolled', { nik: '1'.repeat(16) }, 422, 'belum terdaftar di BSrE'],
    ['a short NIK', { nik: '123' }, 422, 'enam belas angka'],
    ['no passphrase', { passphrase: '' }, 422, 'Ketik passphrase'],
    ['somebody else’s certificate', { nik: '9101014107850002' }, 409, 'atas nama ORANG LAIN'],
    ['another name typed', { typedName: 'Orang Lain' }, 422, 'Nama yang diketik berbeda'],
  ])(
    'with %s records nothing, keeps the rest and empties what is secret',
    async (_, change, status, words) => {
      const form = await filled(change);
      const answer = await post(path, form);
      const html = await answer.text();
      expect(answer.status).toBe(status);
      expect(html).toContain(words);
      expect(hidden(html, 'key')).toBe(form.get('key'));
      expect(html).toContain(`value="${change.typedName ?? "Ma'ruf Contoh"}"`);
      for (const secret of [NIK, PASSPHRASE, change.nik, change.passphrase])
        if (secret) expect(html).not.toContain(`"${secret}"`);
      expect(html).not.toMatch(/<input[^>]*name="(nik|passphrase)"[^>]*value="[^"]/);
      expect([(await files()).length, (await signatures()).length]).toEqual([0, 0]);
    },
  );

  it.each<[Mischief, string]>([
    ['cut', 'tidak dapat dihubungi'],
    ['error500', 'sedang bermasalah'],
    ['garbage', 'tidak dapat dipakai'],
    ['unsigned', 'tidak dapat dipakai'],
    ['endless', 'tidak dapat dipakai'],
  ])('when the service is %s nothing is lost, and the next try succeeds', async (mischief, words) => {
    standIn.mischief = mischief;
    const answer = await post(path, await filled());
    const html = await answer.text();
    expect(answer.status).toBe(503);
    expect(html).toContain(words);
    expect(html).not.toMatch(new RegExp(`${NIK}|${PASSPHRASE}`));
    standIn.mischief = 'none';
    expect((await post(path, await filled({ key: hidden(html, 'key') }))).status).toBe(303);
    expect(await signatures()).toHaveLength(1);
  });

  it('says so on the receipt when the service wrote the document anew', async () => {
    standIn.mischief = 'rewritten';
    expect((await post(path, await filled())).status).toBe(303);
    expect(await (await get(path.replace('/bsre', ''))).text()).toContain('menulis ulang berkas');
  });

  it('stops after five tries, so that the provider locks nobody out', async () => {
    const wrong = await filled({ passphrase: 'bukan' });
    for (let n = 0; n < 5; n++) expect((await post(path, wrong)).status).toBe(422);
    expect((await post(path, wrong)).status).toBe(429);
    expect(signings()).toBe(5);
  });

  it('leaves who has signed by other means as they are', async () => {
    const form = await filled();
    await signAs(site, campaignId, site.world.people.dinas);
    const answer = await post(path, form);
    expect(answer.headers.get('location')).toBe(`${path.replace('/bsre', '')}?sudah=1`);
    expect(signings()).toBe(0);
    const personId = site.world.people.dinas;
    const code = path.split('/')[2] as string;
    const cookie = await cookieOfOwner(site, { campaignId, personId }, code);
    const certified = await browser(`${ORIGIN}/s/${code}/tersertifikasi.pdf`, { headers: { cookie } });
    expect(certified.status).toBe(404);
  });
});

it('NIK and passphrase are nowhere afterwards: no table, no file, no fault', async () => {
  await post(path, await filled({ passphrase: `${PASSPHRASE}x` }));
  for (const mischief of ['words500', 'endless', 'none'] as const) {
    standIn.mischief = mischief;
    await post(path, await filled());
  }
  expect(await signatures()).toHaveLength(1);
  const kept = `${await everyRow()}\n${everyFile()}\n${site.faults.join('\n')}`;
  expect(kept).toContain("Ma'ruf Contoh");
  for (const secret of [NIK, PASSPHRASE])
    for (const coded of ['utf8', 'hex', 'base64', 'utf16le'] as const) {
      const word =
        coded === 'utf16le'
          ? Buffer.from(secret, coded).toString('hex')
          : Buffer.from(secret).toString(coded);
      expect(kept.includes(word.replace(/=+$/, '')), coded).toBe(false);
    }
});

async function everyRow(): Promise<string> {
  const { rows } = await site.db.pool.query(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname !~ '^(pg_|information)'`,
  );
  const texts: string[] = [];
  for (const { name } of rows)
    for (const { line } of (await site.db.pool.query(`select t::text as line from ${name} t`)).rows)
      texts.push(line);
  const text = texts.join('\n');
  // Bytes stand as hexadecimal digits: read as text as well.
  const bytes = [...text.matchAll(/\\x([0-9a-f]+)/g)].map(([, hex]) =>
    Buffer.from(hex ?? '', 'hex').toString('latin1'),
  );
  return `${text.replaceAll("''", "'")}\n${bytes.join('\n')}`;
}

function everyFile(): string {
  const folder = site.platform.config.dataDir;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}
