import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSigningWorld, type SigningWorld } from '../../../test/signing-world.ts';
import { signedIn } from '../../../test/staff.ts';
import { createCeremony } from '../../ceremonies/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { to } from '../../urls.ts';
import { minutesPages } from './pages/pages.ts';

type Who = 'officer' | 'leader' | 'operator' | 'auditor' | 'part';
let site: SigningWorld;
let cookies: Record<Who, { cookie: string }>;
let at: { agency: string; ceremony: string };

beforeAll(async () => {
  site = await openSigningWorld();
  minutesPages(site.app, site.platform);
  const { pool } = site.db;
  const [now, agencyId] = [site.platform.now(), site.world.agencyId];
  const unitId = site.world.units.dinas;
  cookies = {
    officer: await signedIn(pool, now, { agencyId, role: 'officer' }),
    leader: await signedIn(pool, now, { agencyId, role: 'leader' }),
    auditor: await signedIn(pool, now, { agencyId, role: 'auditor' }),
    operator: await signedIn(pool, now, { agencyId, role: 'operator', unitId }),
    part: await signedIn(pool, now, { agencyId, role: 'officer', unitId }),
  };
  const campaignId = await site.openedCampaign();
  const ceremony = {
    ...({ kind: 'apel', title: 'Apel Ikrar Contoh', heldOn: '2024-09-18', heldOnStatus: 'stated' } as const),
    ...{ heldOnNote: null, startsAt: '07:15', place: null, organiser: 'Sekretariat Contoh', minutes: null },
    ...{ isExample: true, agencyId, campaignId, by: 'system' },
  };
  const id = await transaction(pool, (client) => createCeremony(client, ceremony, now));
  at = { agency: agencyId, ceremony: id };
});
afterAll(() => site.close());

const FORM = {
  ...{ act: 'freeze', draft: '0', startedAt: '7.25', endedAt: '', remarks: 'Hujan ringan.' },
  ...{
    'o0-role': 'reader',
    'o0-name': 'Yuliana Contoh',
    'o0-office': 'Sekretaris Daerah',
    'o0-employer': '',
  },
  ...{ 'w0-name': 'Saksi Contoh', 'w0-office': 'Anggota', 'w0-institution': 'Bawaslu Contoh' },
};

describe('the page of the minutes', () => {
  it('says what is missing, and comes back with what was typed wrongly', async () => {
    const html = await (await get('officer', page())).text();
    expect(html).toContain('Jam selesai sebenarnya');
    expect(html).toContain('4 orang belum dicatat hadir atau tidak');
    expect(html).toContain('Direncanakan 07.15');
    const wrong = await post('officer', page(), { ...FORM, startedAt: 'pagi', 'o0-office': 'x'.repeat(301) });
    expect(wrong.status).toBe(422);
    const again = await wrong.text();
    expect(again).toContain('href="#f-startedAt"');
    expect(again).toContain('href="#f-o0-office"');
    expect(again).toContain('value="pagi"');
  });

  it('freezes, is signed by link and on the device of the clerk, and is sealed', async () => {
    expect((await post('officer', page(), FORM)).status).toBe(303);
    const html = await (await get('officer', page())).text();
    expect(html).toContain('Rancangan 1');
    const [leader, witness] = [...html.matchAll(/href="(\/ba\/[^"]+)"/g)].map(([, path]) => path as string);
    const open = await (await get(null, witness as string)).text();
    for (const words of ['Saksi Contoh', 'Hujan ringan.', 'tidak tercatat', 'Mulai', '07.25'])
      expect(open).toContain(words);
    expect(open).not.toContain('Siti Contoh');
    const misspelt = await post(null, witness as string, { typedName: 'Saksi' });
    expect(misspelt.status).toBe(422);
    expect((await post(null, witness as string, { typedName: 'Saksi Contoh' })).status).toBe(303);
    expect(await (await get(null, witness as string)).text()).toContain(
      'telah menandatangani berita acara ini',
    );
    expect((await post('officer', leader as string, { typedName: 'Yuliana Contoh' })).status).toBe(303);
    expect(await (await get('officer', page())).text()).toContain('ditandatangani di perangkat notulis');
    const sealed = await post('officer', page(), { act: 'seal', version: '1' });
    expect(sealed.headers.get('location')).toContain('?versi=1');
    const certificates = await site.db.pool.query('select from evidence.certificate');
    expect(certificates.rowCount, 'a seal that is as old as what it seals').toBe(1);
    expect(await (await get('officer', sealed.headers.get('location') as string)).text()).toContain(
      'Versi 1 disegel',
    );
    const pdf = await get('auditor', to('minutesPdf', { ...at, version: '1' }));
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('shows everybody what is theirs: no addresses to who does not write, own figures to an operator', async () => {
    for (const who of ['leader', 'auditor'] as const) {
      const html = await (await get(who, page())).text();
      expect(html).toContain('Rancangan 1');
      expect(html).not.toContain('/ba/');
    }
    for (const who of ['operator', 'part'] as const) {
      const html = await (await get(who, page())).text();
      expect(html).toContain('Seksi Contoh');
      expect(html).not.toContain('Kecamatan Contoh');
      expect(html).not.toContain('Rancangan 1');
      expect((await post(who, page(), FORM)).status).toBe(403);
    }
    expect((await post('leader', page(), FORM)).status).toBe(403);
    expect((await get(null, page())).status).toBe(401);
    expect((await get(null, to('minutesSign', { code: 'AAAA-BBBB-CCCC' }))).status).toBe(404);
  });

  it('gives the list of the absent to who may see names, only own units to an operator, and tells of it', async () => {
    const annex = to('absentPdf', { ...at, version: '1' });
    expect((await get('auditor', annex)).status).toBe(403);
    const whole = await get('leader', annex);
    expect(whole.headers.get('content-type')).toBe('application/pdf');
    expect((await get('operator', annex)).status).toBe(200);
    const { rows } = await site.db.pool.query(
      "select data from platform.event where kind = 'minutes.annexTaken' order by data->>'listed' desc",
    );
    expect(rows.map(({ data }) => data)).toEqual([
      { version: 1, whole: true, listed: 4 },
      { version: 1, whole: false, listed: 2 },
    ]);
    expect((await get('leader', to('absentPdf', { ...at, version: '9' }))).status).toBe(404);
  });
});

describe('the address of a draft that was replaced', () => {
  it('leads on to the same person alone, not to another of the same name', async () => {
    const witness = (n: number, institution: string) => ({
      ...{ [`w${n}-name`]: 'Saksi Contoh', [`w${n}-office`]: 'Anggota', [`w${n}-institution`]: institution },
    });
    const addresses = async (draft: string, change: Record<string, string>) => {
      expect((await post('officer', page(), { ...FORM, draft, ...change })).status).toBe(303);
      const html = await (await get('officer', page())).text();
      return [...html.matchAll(/href="(\/ba\/[^"]+)"/g)].map(([, path]) => path as string);
    };
    const both = { ...witness(0, 'Bawaslu Contoh'), ...witness(1, 'KPU Contoh') };
    const [, first, second] = await addresses('1', both);
    const [, newFirst, newSecond] = await addresses('2', { ...both, remarks: 'Cerah.' });
    const leadsTo = async (path = '') =>
      /href="(\/ba\/[^"]+)"/.exec(await (await get(null, path)).text())?.[1] ?? null;
    expect([await leadsTo(first), await leadsTo(second)]).toEqual([newFirst, newSecond]);
    await addresses('3', { ...witness(0, 'Bawaslu Contoh'), remarks: 'Berawan.' });
    expect(await leadsTo(second)).toBe(null);
    await addresses('4', { ...witness(0, 'Bawaslu Contoh'), ...witness(1, 'Bawaslu Contoh') });
    expect(await leadsTo(first)).toBe(null);
  });
});

const page = () => to('ceremonyMinutes', at);

function get(who: Who | null, path: string) {
  return site.app.request(`http://localhost${path}`, { headers: who ? cookies[who] : {} });
}

function post(who: Who | null, path: string, fields: Record<string, string>) {
  const headers = { ...(who ? cookies[who] : {}), origin: 'http://localhost' };
  return site.app.request(`http://localhost${path}`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields),
  });
}
