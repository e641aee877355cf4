import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Composed, compose } from '../src/app.ts';
import { createCeremony } from '../src/ceremonies/index.ts';
import { transaction } from '../src/platform/db/index.ts';
import { to, urls } from '../src/urls.ts';
import { NO_WORK } from '../src/worker.ts';
import { createWorld } from './campaign-world.ts';
import { OPENED, openSigningWorld, SIGNING_DAY, type SigningWorld } from './signing-world.ts';
import { signedIn } from './staff.ts';

/** Officer, officer of one unit alone, operator of one unit, leader, auditor; an officer elsewhere, and nobody. */
const WHO = ['O', 'P', 'U', 'L', 'A', 'elsewhere', 'nobody'] as const;
type Who = (typeof WHO)[number];
type Page = keyof typeof urls;

/** Each page of the day: who may read it, and who may send its form; `-` where it has none. */
const MAY: readonly (readonly [Page, string, string])[] = [
  ['ceremonies', 'OPULA', '-'],
  ['ceremony', 'OPULA', 'O'],
  ['ceremonyNew', 'O', 'O'],
  ['ceremonyFromText', 'O', 'O'],
  ['ceremonyCheck', 'OPLA', 'OP'],
  ['ceremonyCorrect', 'O', 'O'],
  ['ceremonyPlan', 'OPULA', 'O'],
  ['ceremonyOrder', 'OL', 'O'],
  ['ceremonySymbolic', 'OPUL', 'OPU'],
  ['ceremonyInvitation', 'OPULA', '-'],
  ['ceremonyRunSheet', 'OPULA', '-'],
  ['ceremonyAttendance', 'OPU', 'OPU'],
  ['ceremonyDoor', 'OPU', 'OPU'],
  ['ceremonyGuests', 'OPU', 'OPU'],
  ['ceremonySheet', 'OPU', '-'],
  ['ceremonyScreens', 'OPU', 'OPU'],
  ['ceremonyPhotos', 'OPUL', 'OPU'],
  ['ceremonyPhoto', 'OPUL', '-'],
  ['ceremonyMinutes', 'OPULA', 'O'],
  ['minutesPdf', 'OPULA', '-'],
  ['absentPdf', 'OPUL', '-'],
  ['ceremonyMakeUp', 'OPU', 'OPU'],
  ['ceremonyCascade', 'OPULA', 'OPU'],
  ['untilDeadline', 'OPUL', '-'],
  ['scanSheets', 'OPU', 'OPU'],
  ['devices', 'OPU', 'OPU'],
  ['tabletOpen', 'OPU', 'OPU'],
];

const [agencyId, ceremonyId, ORIGIN] = ['fakfak', 'apel', 'http://localhost'];
let site: SigningWorld;
let composed: Composed;
let campaignId: string;
let ownUnit: string;
let cookies: Record<Who, object>;
let at: Record<string, string>;

beforeAll(async () => {
  site = await openSigningWorld(agencyId);
  composed = await compose(site.platform, NO_WORK, (line) => site.faults.push(line));
  const { pool } = site.db;
  await createWorld(pool, 'lain', OPENED);
  campaignId = await site.openedCampaign();
  const day = { heldOn: '2024-09-18', heldOnStatus: 'stated', heldOnNote: null, startsAt: '07:00' } as const;
  const of = { agencyId, id: ceremonyId, campaignId, kind: 'apel', title: 'Apel Contoh' } as const;
  const more = { place: 'Halaman', organiser: 'BKPSDM', minutes: null, isExample: true, by: 'system' };
  await transaction(pool, (client) => createCeremony(client, { ...of, ...day, ...more }, SIGNING_DAY));
  const unitId = site.world.units.kecamatan;
  ownUnit = unitId;
  const as = (role: 'officer' | 'operator' | 'leader' | 'auditor', part = {}) =>
    signedIn(pool, SIGNING_DAY, { agencyId, role, ...part });
  cookies = {
    ...{ O: await as('officer'), P: await as('officer', { unitId }), U: await as('operator', { unitId }) },
    ...{ L: await as('leader'), A: await as('auditor'), nobody: {} },
    elsewhere: await signedIn(pool, SIGNING_DAY, { agencyId: 'lain', role: 'officer' }),
  };
  at = { agency: agencyId, campaign: campaignId, ceremony: ceremonyId, photo: 'x', version: '1' };
});
afterAll(async () => {
  composed.hush();

  await site.close();
});

async function asked(page: Page, who: Who, method: 'GET' | 'POST', agency = agencyId): Promise<number> {
  const path = to(page as 'ceremony', { ...at, agency } as never);
  // Of a unit of theirs where a form needs one; everything else is missing, so that nothing is done.
  const body = new URLSearchParams({ unit: ownUnit, device: 'tidak-ada' });
  const headers = { ...cookies[who], origin: ORIGIN };
  const init = { method, headers, ...(method === 'POST' ? { body } : {}) };
  return (await composed.app.request(ORIGIN + path, init)).status;
}

it.each(MAY)('%s is read by %s and written by %s', async (page, readers, writers) => {
  for (const [method, may] of [['GET', readers] as const, ['POST', writers] as const]) {
    if (may === '-') {
      expect(await asked(page, 'O', method), method).toBe(404);
      continue;
    }
    // Opening a tablet signs out whoever did it, and of a device that is not there everybody is told the same.
    const left = method === 'POST' && (page === 'tabletOpen' || page === 'devices');
    const seen: string[] = [];
    for (const who of WHO) {
      const status = left && may.includes(who) ? 200 : await asked(page, who, method);
      expect(status, `${who} ${method}`).toBeLessThan(500);
      if (status !== 401 && status !== 403) seen.push(who);
    }
    expect(seen.join(''), method).toBe([...WHO].filter((who) => may.includes(who)).join(''));
    expect(await asked(page, 'nobody', method)).toBe(401);
    expect([403, 404], 'their own address, our ceremony').toContain(
      await asked(page, 'elsewhere', method, 'lain'),
    );
  }
  expect(site.faults).toEqual([]);
});

it('names every page of a ceremony', () => {
  const listed = MAY.map(([page]) => page as string);
  const pages = Object.entries(urls).filter(([, path]) => path.startsWith('/kerja/:agency/apel/'));
  expect(pages.map(([name]) => name).filter((name) => !listed.includes(name))).toEqual([]);
});
