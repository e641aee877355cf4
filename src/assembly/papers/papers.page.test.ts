import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, readyCampaign, type World } from '../../../test/campaign-world.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { signedIn, testApp } from '../../../test/staff.ts';
import { openCampaign } from '../../campaigns/index.ts';
import { createCeremony, NO_PLAN, type Plan, savePlan } from '../../ceremonies/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { App } from '../../platform/http/visit.ts';
import { to } from '../../urls.ts';
import { paperPages } from './papers.page.ts';

const now = new Date('2024-09-03T00:00:00Z');
const LONGEST = 'Prof. Dr. Ir. H. Raden Mas Contohadi Rekaningrat Misalkan Umpamana, S.H., M.Si., M.Hum.';
const UNBROKEN = `https://rapat.contoh.go.id/${'kode'.repeat(30)}`;
type Who = 'officer' | 'operator' | 'auditor' | 'stranger';
let db: TestDatabase;
let app: App;
let world: World;
let cookies: Record<Who, { cookie: string }>;
let full: { agency: string; ceremony: string };
let bare: { agency: string; ceremony: string };

beforeAll(async () => {
  db = await freshDatabase();
  world = await createWorld(db.pool, 'fakfak', now);
  await createWorld(db.pool, 'lain', now);
  const made = testApp(db.pool, now);
  paperPages(made.app, made.platform);
  app = made.app;
  const at = { agencyId: 'fakfak' };
  cookies = {
    officer: await signedIn(db.pool, now, { ...at, role: 'officer' }),
    operator: await signedIn(db.pool, now, { ...at, role: 'operator', unitId: world.units.dinas }),
    auditor: await signedIn(db.pool, now, { ...at, role: 'auditor' }),
    stranger: await signedIn(db.pool, now, { agencyId: 'lain', role: 'officer' }),
  };
  const campaignId = await readyCampaign(db.pool, world, now);
  const ids = { agencyId: 'fakfak', campaignId, by: 'system', isExample: true, organiser: 'Dinas Contoh' };
  const apel = { kind: 'apel', heldOnNote: null, minutes: null } as const;
  await transaction(db.pool, async (client) => {
    const who = { categories: ['pns', 'non-asn'] as const, unitIds: null };
    await openCampaign(client, { ...ids, ...who }, now);
    const known = { title: 'Apel Ikrar', heldOn: '2024-09-11', heldOnStatus: 'stated' } as const;
    const first = { ...ids, ...apel, ...known, startsAt: '07:15', place: 'Halaman Contoh' };
    full = { agency: 'fakfak', ceremony: await createCeremony(client, first, now) };
    await savePlan(client, { ...ids, ceremonyId: full.ceremony, version: 0, plan: planned() }, now);
    const unknown = { title: 'Apel Lain', heldOn: null, heldOnStatus: 'unknown' } as const;
    const second = { ...ids, ...apel, ...unknown, startsAt: null, place: null };
    bare = { agency: 'fakfak', ceremony: await createCeremony(client, second, now) };
  });
});
afterAll(() => db.drop());

function planned(): Plan {
  const site = { mode: 'onsite', startsAt: null } as const;
  const step = (title: string, minutes: number | null) =>
    ({ step: 'other', title, minutes, who: '' }) as const;
  return {
    ...NO_PLAN,
    sites: [
      { ...site, id: 'a', name: LONGEST, place: LONGEST, unitIds: [world.units.dinas] },
      { ...site, id: 'b', name: 'Daring', place: UNBROKEN, mode: 'online', startsAt: '08:00', unitIds: null },
    ],
    runSheet: [step('Pembukaan', 10), step(`Pembacaan oleh ${LONGEST}`, null), step('Penutup', 5)],
    officers: [{ id: 'o', role: 'reader', name: LONGEST, office: LONGEST, employer: LONGEST }],
    witnesses: [{ id: 'w', name: LONGEST, office: '', institution: `Bawaslu ${LONGEST}` }],
    order: { headFirst: true, persons: [world.people.kecamatan, world.people.dinas] },
    fallback: 'Pindah ke aula.',
  };
}

const ask = (who: Who, path: string) => app.request(`http://localhost${path}`, { headers: cookies[who] });

async function pdfOf(who: Who, path: string): Promise<string> {
  const answer = await ask(who, path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  const file = join(mkdtempSync(join(process.env.PAPERS ?? tmpdir(), 'kertas-')), 'x.pdf');
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  execFileSync('qpdf', ['--check', file], { stdio: 'pipe' });
  beWithinMargins(file);
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

/** No word stands outside the paper's text area. */
function beWithinMargins(file: string): void {
  const boxes = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' });
  const words = [...boxes.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"/g)];
  expect(words.length).toBeGreaterThan(50);
  for (const [, left, top, right, bottom] of words) {
    expect(Number(left)).toBeGreaterThan(70);
    expect(Number(right)).toBeLessThan(534);
    expect(Number(top)).toBeGreaterThan(40);
    expect(Number(bottom)).toBeLessThan(820);
  }
}

const squeezed = (text: string) => text.replace(/\s+/g, '');

describe('the invitation', () => {
  it('is a draft with its basis, day, time, places and agenda', async () => {
    const text = await pdfOf('officer', to('ceremonyInvitation', full));
    for (const words of [
      'RANCANGAN',
      'Nomor',
      'Rabu, 11 September 2024',
      '07.15 WIT',
      'Pukul 07.25',
      'Daring',
    ])
      expect(text).toContain(words);
    expect(text).toContain('Peraturan Pemerintah Nomor 94 Tahun 2021');
    expect(text).toContain('800/1/SE/2024');
    expect(text).toContain('4 orang yang wajib');
    expect(text).not.toContain('Yosefina Contoh');
  });

  it('prints what is missing as missing', async () => {
    const text = await pdfOf('officer', to('ceremonyInvitation', bare));
    expect(text.match(/belum ditentukan/g)?.length).toBeGreaterThanOrEqual(5);
  });
});

describe('the run sheet', () => {
  it('has times as far as they are known, every role, and the order', async () => {
    const text = await pdfOf('officer', to('ceremonyRunSheet', full));
    expect(text).toMatch(/07\.15 +10 +Pembukaan/);
    expect(text).toMatch(/07\.25 +belum +Pembacaan oleh/);
    expect(text).toMatch(/1 +Yosefina Contoh/);
    expect(text).toMatch(/Komandan apel +belum ditentukan/);
    expect(text).toContain('Pindah ke aula.');
    expect(text).toContain('Rencana versi 1');
    expect(squeezed(text)).toContain('Umpamana');
  });

  it('names who signs first to nobody who may not see names', async () => {
    for (const who of ['operator', 'auditor'] as const) {
      const text = await pdfOf(who, to('ceremonyRunSheet', full));
      expect(text).not.toContain('Yosefina Contoh');
      expect(text).toContain('hanya dicetak untuk petugas kepegawaian');
    }
  });

  it('is a whole paper before anything is planned', async () => {
    const text = await pdfOf('officer', to('ceremonyRunSheet', bare));
    expect(text).toContain('Belum disimpan: semua menurut nama.');
  });
});

it('gives papers to nobody of another institution', async () => {
  expect((await ask('stranger', to('ceremonyRunSheet', full))).status).toBe(403);
  expect((await ask('officer', to('ceremonyInvitation', { ...full, ceremony: 'tak-ada' }))).status).toBe(404);
});
