import { gzipSync } from 'node:zlib';
import type { ClientBase } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSigningWorld, SIGNING_DAY, type SigningWorld, signAs } from '../../../test/signing-world.ts';
import { signedIn } from '../../../test/staff.ts';
import { addText, campaignOf, draftTexts, withdrawText } from '../../campaigns/index.ts';
import { createCeremony, NO_PLAN, savePlan } from '../../ceremonies/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { textDigest } from '../../verify/index.ts';
import { clickerPage } from './clicker.page.tsx';
import { createLive, type Told } from './live.tsx';
import { moveScreen } from './move-screen.ts';
import { screenPage } from './screen.page.tsx';
import { screensPage } from './screens.page.tsx';

const agencyId = 'fakfak';
const ceremonyId = 'apel';
const ORIGIN = 'http://localhost';
const WORK = `/kerja/${agencyId}/apel/${ceremonyId}/layar`;
let site: SigningWorld;
let campaignId: string;
let officer: string;
let operator: string;
let live: ReturnType<typeof createLive>;

beforeAll(async () => {
  site = await openSigningWorld(agencyId);
  live = createLive(site.platform, (line) => site.faults.push(line));
  screensPage(site.app, site.platform);
  screenPage(site.app, site.platform, live);
  clickerPage(site.app, site.platform);
  campaignId = await site.openedCampaign();
  await pin();
  await transaction(site.db.pool, prepare);
  const { pool } = site.db;
  officer = (await signedIn(pool, SIGNING_DAY, { agencyId, role: 'officer' })).cookie;
  operator = (
    await signedIn(pool, SIGNING_DAY, { agencyId, role: 'operator', unitId: site.world.units.kecamatan })
  ).cookie;
});
afterAll(async () => {
  live.stop();
  await site.close();
});

const pin = () =>
  transaction(site.db.pool, (client) =>
    addText(
      client,
      {
        ...{ agencyId, campaignId, kind: 'pledge', draft: false, source: 'Contoh', by: 'system' },
        text: {
          ...draftTexts('pilkada', 'asn-non-asn').pledge,
          opener: 'Kami, di hadapan\n"warga" & <Tuhan>:',
        },
      },
      SIGNING_DAY,
    ),
  );

async function prepare(client: ClientBase): Promise<void> {
  const head = { heldOn: '2024-09-18', heldOnStatus: 'stated', heldOnNote: null, startsAt: '07:00' } as const;
  const of = { agencyId, id: ceremonyId, campaignId, kind: 'apel', title: 'Apel Ikrar Contoh' } as const;
  const more = { place: 'Halaman', organiser: 'BKPSDM', minutes: null, isExample: true, by: 'system' };
  await createCeremony(client, { ...of, ...head, ...more }, SIGNING_DAY);
  const place = { place: 'Lapangan', mode: 'onsite', startsAt: null } as const;
  const sites = [
    { id: 'a', name: 'Dinas', ...place, unitIds: [site.world.units.dinas] },
    { id: 'b', name: 'Kecamatan', ...place, unitIds: [site.world.units.kecamatan] },
  ];
  const plan = { ...NO_PLAN, sites };
  await savePlan(client, { agencyId, ceremonyId, version: 0, plan, by: 'system' }, SIGNING_DAY);
}

const get = (path: string, headers: Record<string, string> = {}) =>
  site.app.request(ORIGIN + path, { headers });
const post = (path: string, body: Record<string, string>, headers: Record<string, string> = {}) =>
  site.app.request(ORIGIN + path, {
    ...{ method: 'POST', headers: { origin: ORIGIN, ...headers }, body: new URLSearchParams(body) },
  });

const known = new Set<string>();

/** Opens a screen as the officer does. @returns the paths of screen and clicker */
async function opened(place = 'a'): Promise<{ screen: string; clicker: string; id: string }> {
  expect((await post(WORK, { site: place, hours: '2' }, { cookie: officer })).status).toBe(303);
  const html = await (await get(WORK, { cookie: officer })).text();
  const all = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, found]) => found ?? '');
  const ids = all(/name="close" value="([^"]+)"/g);
  const fresh = ids.findIndex((id) => !known.has(id));
  for (const id of ids) known.add(id);
  return {
    screen: all(/href="http:\/\/localhost(\/layar\/[^"]+)"/g)[fresh] ?? '',
    clicker: all(/href="http:\/\/localhost(\/klik\/[^"]+)"/g)[fresh] ?? '',
    id: ids[fresh] ?? '',
  };
}

const unescaped = (text: string) =>
  text.replace(
    /&(lt|gt|quot|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? '',
  );

describe('opening a screen', () => {
  it('is for officers and operators, who see the places of their units only', async () => {
    expect((await get(WORK)).status).toBe(401);
    const html = await (await get(WORK, { cookie: operator })).text();
    expect([html.includes('Kecamatan'), html.includes('Dinas')]).toEqual([true, false]);
    expect((await post(WORK, { site: 'a' }, { cookie: operator })).status).toBe(422);
    expect((await post(WORK, { site: 'tidak-ada' }, { cookie: officer })).status).toBe(422);
  });

  it('writes it down, keeps digests only, and tells closed from unknown', async () => {
    const { screen, clicker, id } = await opened();
    const stored = await site.db.pool.query('select s::text from assembly.screen s');
    for (const path of [screen, clicker]) {
      expect(JSON.stringify(stored.rows)).not.toContain(path.split('/').at(-1));
      expect((await get(path)).status).toBe(200);
    }
    expect((await get(clicker.replace('/klik/', '/layar/'))).status).toBe(404);
    expect((await get(screen.toUpperCase().replace('/LAYAR/', '/layar/').replaceAll('-', ''))).status).toBe(
      200,
    );
    expect((await post(WORK, { close: id }, { cookie: officer })).status).toBe(303);
    expect([(await get(screen)).status, (await post(clicker, {})).status]).toEqual([410, 410]);
    const events = await site.db.pool.query("select kind from platform.event where kind like 'screen.%'");
    expect(events.rows.map(({ kind }) => kind).sort()).toEqual(['screen.closed', 'screen.opened']);
  });

  it('gives neither address the other, and the clicker no key of the door', async () => {
    const { screen, clicker } = await opened();
    const html = { screen: await (await get(screen)).text(), clicker: await (await get(clicker)).text() };
    const [key = ''] = /[A-Za-z0-9+/]{43}=/.exec(html.screen) ?? [];
    expect(key).not.toBe('');
    expect(html.screen).not.toContain(clicker.split('/').at(-1));
    for (const secret of [screen.split('/').at(-1), key]) expect(html.clicker).not.toContain(secret);
    for (const path of [screen, clicker]) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect([headers.get('referrer-policy'), headers.get('cache-control')]).toEqual([
        'no-referrer',
        'no-store',
      ]);
    }
  });

  it('takes nonsense for the beginning', async () => {
    const { screen, clicker } = await opened();
    for (const path of [screen, clicker])
      for (const seq of ['1e300', '-7', '1.5', '99999999999', 'Infinity', 'x'])
        expect((await post(path, { seq, step: 'title' })).status).toBe(303);
  });

  it('ends by itself', async () => {
    const { screen } = await opened();
    site.setClock(new Date(SIGNING_DAY.getTime() + 2 * 3_600_000));
    expect((await get(screen)).status).toBe(410);
    site.setClock(SIGNING_DAY);
  });
});

describe('the screen', () => {
  it('shows exactly the pinned text, and its digest', async () => {
    const { screen } = await opened();
    const html = await (await get(screen)).text();
    const { pledge } = await campaignOf(site.db.pool, agencyId, campaignId);
    const shown = new Map<string, string>();
    for (const [, name = '', text = ''] of html.matchAll(/data-passage="([^"]+)"[^>]*>([^<]*)</g))
      shown.set(name, (shown.get(name) ?? '') + unescaped(text));
    const passage = (name: string) => shown.get(name) ?? '';
    const points = [...shown.keys()].filter((name) => name.startsWith('point-')).map(passage);
    const [title, opener, closing] = ['title', 'opener', 'closing'].map(passage) as [string, string, string];
    expect(textDigest({ title, opener, points, closing, language: 'id' })).toBe(pledge?.digest);
    expect(html).toContain(`<code data-digest="true">${pledge?.digest}</code>`);
  });

  it('has every card in one page, one of them shown, and weighs little', async () => {
    const { screen } = await opened();
    const second = await (await get(`${screen}?langkah=2`)).text();
    const cards = [...second.matchAll(/<section data-card="([^"]+)"[^>]*>/g)];
    expect(cards.filter(([tag]) => !/ hidden/.test(tag)).map(([, id]) => id)).toEqual(['basis.1']);
    expect(second).toContain(`${screen}?langkah=3`);
    const counting = await (await get(`${screen}?langkah=${cards.length - 1}`)).text();
    expect(counting).toMatch(/<noscript><meta http-equiv="refresh"/);
    expect(gzipSync(second).length).toBeLessThan(8 * 1024);
    expect(second).not.toMatch(/ style=|<script(?! type="module" src="\/aset\/)/);
  });

  it('has no screen without a text', async () => {
    const { pledge } = await campaignOf(site.db.pool, agencyId, campaignId);
    const text = { agencyId, campaignId, kind: 'pledge', version: pledge?.version ?? 1 } as const;
    const { screen } = await opened();
    await transaction(site.db.pool, (client) =>
      withdrawText(client, { ...text, reason: 'Keliru', by: 'system' }, SIGNING_DAY),
    );
    const refused = await post(WORK, { site: 'a' }, { cookie: officer });
    expect([refused.status, await refused.text()]).toEqual([
      409,
      expect.stringContaining('belum ditetapkan'),
    ]);
    expect(await (await get(screen)).text()).toContain('Naskah ikrar belum ditetapkan');
    await pin();
  });
});

describe('moving', () => {
  it('takes one of two taps that saw the same, from the clicker as from the screen', async () => {
    const { screen, clicker } = await opened();
    const json = { accept: 'application/json' };
    const taps = [0, 0].map(() => post(clicker, { seq: '0', step: 'basis.1' }));
    for (const tap of await Promise.all(taps)) expect(tap.status).toBe(303);
    expect(await (await post(screen, { seq: '0', step: 'end' }, json)).json()).toEqual({
      seq: 1,
      step: 'basis.1',
    });
    expect(await (await post(screen, { seq: '1', step: 'opener.1' }, json)).json()).toEqual({
      seq: 2,
      step: 'opener.1',
    });
    expect(await (await get(clicker)).text()).toContain('<strong>Kami, di hadapan');
    await post(clicker, { seq: '2', step: 'tidak-ada' });
    expect(await (await get(`${screen}/hidup`, json)).json()).toMatchObject({ seq: 2, step: 'opener.1' });
  });

  it('agrees between servers: of many moves after one, one is made', async () => {
    const { id } = await opened();
    const moves = Array.from({ length: 8 }, (_, i) =>
      moveScreen(site.db.pool, { agencyId, id }, { seq: 0, step: `s${i}`, by: 'clicker' }, SIGNING_DAY),
    );
    expect((await Promise.all(moves)).filter(Boolean)).toHaveLength(1);
  });
});

describe('what is told as it happens', () => {
  it('comes as a stream of events, with figures of the one question, and ends with its listener', async () => {
    const { screen } = await opened();
    const answer = await get(`${screen}/hidup`);
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    const first = await nextTold(reader);
    expect(first.figures).toMatch(/data-figure="signed">0</);
    await signAs(site, campaignId, site.world.people.kecamatan);
    const then = await nextTold(reader);
    expect(then.figures).toMatch(/data-figure="signed">1</);
    expect(then.figures).toContain('Angka per 09.15');
    expect(then.pass).toMatch(/^[0-9A-Z]{16}$/);
    await reader.cancel();
    expect(live.listening()).toBe(0);
  });

  it('is refused beyond a number of listeners, who take it from no other screen and not its questions', async () => {
    const [{ screen }, other] = [await opened(), await opened('b')];
    const answers = await Promise.all(Array.from({ length: 22 }, () => get(`${screen}/hidup`)));
    expect(answers.filter(({ status }) => status === 503)).toHaveLength(2);
    expect((await get(`${screen}/hidup`, { accept: 'application/json' })).status).toBe(200);
    answers.push(await get(`${other.screen}/hidup`));
    expect(answers.at(-1)?.status).toBe(200);
    for (const { body, status } of answers) if (status === 200) await body?.cancel();
    expect(live.listening()).toBe(0);
  });
});

async function nextTold(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Told> {
  for (;;) {
    const { value } = await reader.read();
    const [, data] = /^data: (.*)\n\n$/.exec(new TextDecoder().decode(value)) ?? [];
    if (data) return JSON.parse(data) as Told;
  }
}
