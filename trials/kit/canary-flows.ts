import type pg from 'pg';
import { transaction } from '../../src/platform/db/index.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { linkCode } from '../../src/signing/index.ts';
import { setWays, UNSET } from '../../src/signing/ways/way-setting.ts';
import { to, urls } from '../../src/urls.ts';
import { openTheCampaign } from '../canary.ts';
import { Browser, hidden, requireStatus, type Seen } from './canary-browser.ts';
import type { Answered, Planted } from './canary-search.ts';

export interface Stage {
  base: string;
  agency: string;
  platform: Platform;
  pool: pg.Pool;
  planted: Planted;
  /** Every refusal that anybody was given. */
  answers: Answered[];
  mails: string[];
}

const CAMPAIGN = 'kenari-ikrar';
const first = ({ planted }: Stage, kind: string, at = 0) => planted.get(kind)?.[at] as string;

function plant({ planted }: Stage, kind: string, ...values: string[]): void {
  if (values.length === 0 || values.some((value) => !value || value.length < 6))
    throw new Error(`nothing to plant as ${kind}: ${JSON.stringify(values)}`);
  planted.set(kind, [...(planted.get(kind) ?? []), ...values]);
}

const personOf = (stage: Stage, at: number) => `${first(stage, 'nip', at)} ${first(stage, 'name', at)}`;

async function signedIn(stage: Stage): Promise<Browser> {
  const officer = new Browser(stage.base, stage.answers);
  const username = 'petugas';
  await officer.post(urls.signIn, { username, password: first(stage, 'wrongPassword') });
  requireStatus(
    await officer.post(urls.signIn, { username, password: first(stage, 'password') }),
    303,
    'sign in',
  );
  plant(stage, 'session', officer.cookies.get('ikrar_sesi') as string);
  return officer;
}

export async function workAsOfficer(stage: Stage): Promise<void> {
  const { agency } = stage;
  const officer = await signedIn(stage);
  await importRoster(stage, officer);
  await openTheCampaign(stage);
  const slips = requireStatus(
    await officer.get(`${to('slips', { agency, campaign: CAMPAIGN })}?csv=1`),
    200,
    'slips',
  );
  for (const kind of ['name'] as const)
    for (const value of stage.planted.get(kind) ?? []) {
      const line = slips.text.split('\n').find((one) => one.includes(value)) ?? '';
      plant(stage, 'slipCode', /\/s\/([0-9A-Z-]{14})/.exec(line)?.[1] ?? '');
    }
  const until = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const token = { act: 'make', name: 'SIMPEG Contoh', unitId: '', reason: 'Uji coba', until };
  const made = await officer.post(to('tokens', { agency }), {
    ...token,
    scopes: ['campaigns:read', 'roster:read'],
  });
  plant(stage, 'apiToken', /(ikr_\w{38})/.exec(made.text)?.[1] ?? '');
  const hook = await officer.post(to('hooks', { agency }), {
    address: 'http://127.0.0.1:9/kait',
    kinds: ['log'],
  });
  plant(stage, 'hookSecret', /<code>(\w[\w+/=-]{20,})<\/code>/.exec(hook.text)?.[1] ?? '');
  const codes = await officer.post('/kerja/akses', { aksi: 'kode' });
  plant(
    stage,
    'recoveryCode',
    ...[...codes.text.matchAll(/<code>([0-9A-Z-]{14})<\/code>/g)].map(([, code]) => code as string),
  );
}

async function importRoster(stage: Stage, officer: Browser): Promise<void> {
  const row = (at: number) =>
    `${first(stage, 'name', at)};${first(stage, 'nip', at)};PNS;III/c;Analis;Dinas Contoh 1;${first(stage, 'email', at)}`;
  const text = ['Nama;NIP/Nomor;Kategori;Golongan;Jabatan;Unit;Surel', row(0), row(1), ''].join('\r\n');
  const body = new FormData();
  body.set('file', new File([text], 'pegawai.csv', { type: 'text/csv' }));
  const sent = await officer.post(to('rosterImport', { agency: stage.agency }), body);
  const plan = requireStatus(sent, 303, 'import').location;
  let shown = await officer.get(plan);
  for (let tries = 0; shown.text.includes('http-equiv="refresh"') && tries < 200; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    shown = await officer.get(plan);
  }
  const accepted = await officer.post(plan, { aksi: 'terima', digest: hidden(shown.text, 'digest') });
  requireStatus(accepted, 303, 'accepting the plan');
}

async function formOf(stage: Stage, browser: Browser, code: string, at: number, query = '') {
  const page = requireStatus(await browser.get(`${to('sign', { code })}${query}`), 200, 'the signing page');
  const points = [...page.text.matchAll(/name="point" value="(\d+)"/g)].map(([, n]) => n as string);
  const [key, digest] = [hidden(page.text, 'key'), hidden(page.text, 'digest')];
  return { key, digest, point: points, typedName: first(stage, 'name', at) };
}

/** One by slip with a code from a mail, after a wrong one; the other by a link. Certified signing fails on the way. */
export async function signEverywhere(stage: Stage): Promise<void> {
  const { agency, platform, pool } = stage;
  const on = { ...UNSET, bsre: true, code: true };
  const setting = { agencyId: agency, campaignId: CAMPAIGN, on, by: 'system:trial' };
  await transaction(pool, (client) => setWays(client, setting, platform.now()));
  const [slip, other] = stage.planted.get('slipCode') as [string, string];
  const one = new Browser(stage.base, stage.answers, personOf(stage, 0));
  const form = await formOf(stage, one, slip, 0);
  const secrets = { nik: first(stage, 'nik'), passphrase: first(stage, 'passphrase') };
  await one.post(to('signBsre', { code: slip }), { ...form, ...secrets });
  await one.post(to('signCode', { code: slip }), {});
  const mail = stage.mails.map((text) => /^ {4}(\d{6})\r?$/m.exec(text)?.[1]).find(Boolean) ?? '';
  plant(stage, 'mailCode', mail);
  await one.post(to('sign', { code: slip }), {
    ...(await formOf(stage, one, slip, 0, '?cara=surel')),
    otp: '000000',
  });
  const good = await formOf(stage, one, slip, 0, '?cara=surel');
  requireStatus(
    await one.post(to('sign', { code: slip }), { ...good, otp: mail }),
    303,
    'signing with a code',
  );
  const { rows } = await pool.query('select person_id from campaigns.audience where id_number = $1', [
    first(stage, 'nip', 1),
  ]);
  const holder = { agencyId: agency, campaignId: CAMPAIGN, personId: rows[0].person_id as string };
  const sentTo = { channel: 'mail', address: first(stage, 'email', 1) } as const;
  const link = await transaction(pool, (client) => linkCode(client, platform, holder, sentTo));
  plant(stage, 'linkCode', link);
  const two = new Browser(stage.base, stage.answers, personOf(stage, 1));
  const byLink = await formOf(stage, two, link, 1);
  requireStatus(await two.post(to('sign', { code: link }), byLink), 303, 'signing by a link');
  plant(stage, 'ownCookie', one.cookies.get('ikrar_tanda') ?? '', two.cookies.get('ikrar_tanda') ?? '');
  const stranger = new Browser(stage.base, stage.answers);
  for (const code of [slip, other, link]) {
    stage.answers.push(asked(`used ${code}`, to('sign', { code }), await stranger.get(to('sign', { code }))));
    await stranger.post(to('signOpen', { code }), { digits: '0000' });
    const another = { ...byLink, key: 'kunci-dari-orang-asing' };
    await stranger.post(to('sign', { code }), another, { accept: 'application/json' });
  }
}

/** Everything that goes wrong, with secrets in hand: what is told, and what is written down about it. */
export async function disturb(stage: Stage): Promise<void> {
  const { agency, pool, planted } = stage;
  const unused = !planted.has('ownCookie');
  const browser = new Browser(stage.base, stage.answers, unused ? personOf(stage, 0) : '');
  const [code] = planted.get('slipCode') as [string];
  const token = { authorization: `Bearer ${first(stage, 'apiToken')}` };
  const session = { cookie: `ikrar_sesi=${first(stage, 'session')}` };
  const json = { 'content-type': 'application/json' };
  const trouble = async () => {
    await browser.get(to('sign', { code }));
    await browser.post(to('sign', { code }), { key: 'x', typedName: first(stage, 'name') });
    await browser.get(to('roster', { agency }), session);
    await browser.get('/api/v1/roster', token);
    await browser.get('/api/v1/campaigns', token);
    await browser.post(urls.signIn, { username: 'petugas', password: first(stage, 'password') });
    await browser.post(urls.signInRecover, { username: 'petugas', kode: first(stage, 'recoveryCode') });
  };
  await browser.get(`/tidak-ada/${code}`);
  await browser.get(`${urls.enterCode}?kode=${code}x`);
  await browser.get('/v/kenari/AAAA-BBBB-CCCC-DDDD');
  await browser.post(to('sign', { code }), { typedName: 'x' }, { origin: 'https://jahat.example' });
  await browser.send('POST', to('sign', { code }), first(stage, 'name').repeat(60_000), {
    'content-type': 'application/x-www-form-urlencoded',
  });
  await browser.send('PUT', '/api/v1/roster/people', `{"people":[{"name":"${first(stage, 'name')}"`, {
    ...token,
    ...json,
  });
  await browser.get('/api/v1/roster', { authorization: `Bearer ${first(stage, 'apiToken')}x` });
  await browser.get(to('roster', { agency }), { cookie: `ikrar_sesi=${first(stage, 'session')}x` });
  await browser.get(urls.signInOidc);
  await browser.post(urls.signInMail, { email: first(stage, 'email') });
  await withRenamed(pool, 'signing.slip', trouble);
  await withRenamed(pool, 'access.account', trouble);
  await withBarrier(pool, 'signing.signature', async () => {
    const form = await formOf(stage, browser, code, 0).catch(() => null);
    if (form) await browser.post(to('sign', { code }), form);
  });
  await Promise.all([
    trouble(),
    pool.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename is not null',
    ),
  ]);
  await new Promise((resolve) => setTimeout(resolve, 300));
}

/** A table that is gone for a while: statements fail with their names. */
async function withRenamed(pool: pg.Pool, table: string, work: () => Promise<void>): Promise<void> {
  const [, name] = table.split('.');
  await pool.query(`alter table ${table} rename to ${name}_away`);
  await work().finally(() => pool.query(`alter table ${table}_away rename to ${name}`));
}

/** A table that takes no row: PostgreSQL tells the whole row that it refused. */
async function withBarrier(pool: pg.Pool, table: string, work: () => Promise<void>): Promise<void> {
  await pool.query(`alter table ${table} add constraint canary_barrier check (false) not valid`);
  await work().finally(() => pool.query(`alter table ${table} drop constraint canary_barrier`));
}

/** What everybody may read. */
export async function openPublic(stage: Stage): Promise<Answered[]> {
  const { agency, pool, base } = stage;
  const browser = new Browser(base, stage.answers);
  const log = `/log/${agency}/${CAMPAIGN}`;
  const pages = [
    '/',
    '/v',
    '/s',
    '/masuk',
    '/hukum',
    '/privasi',
    '/cakupan',
    `/cakupan/instansi/${agency}`,
    '/data',
  ];
  pages.push(
    '/data/umpan.atom',
    '/openapi.json',
    '/api',
    log,
    `${log}/checkpoint`,
    `${log}/tile/entries/000.p/2`,
  );
  pages.push(`/rilis/${agency}`, `/rilis/${agency}/${CAMPAIGN}`, '/saksi', '/health');
  const { rows } = await pool.query(`select l.origin from evidence.log l where agency_id = $1`, [agency]);
  for (const { origin } of rows) pages.push(`/log/${origin.split('/log/')[1]}`);
  const data = await browser.get('/data');
  for (const [, path] of data.text.matchAll(/href="(\/data\/[^"]+)"/g)) pages.push(path as string);
  const shown: Answered[] = [];
  for (const path of new Set(pages)) shown.push(asked(path, path, await browser.get(path)));
  return shown;
}

function asked(place: string, sent: string, { text }: Seen): Answered {
  return { place, sent, text };
}
