import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { transaction } from '../../../platform/db/index.ts';
import { to } from '../../../urls.ts';
import type { What } from '../../cases/stages.ts';
import { writeStep } from '../../cases/workflow/write-step.ts';
import { type OversightWorld, openOversightWorld } from '../../test-world.ts';
import { clockPages } from '../index.ts';
import { clockRound } from '../round.ts';

let site: OversightWorld;
let caseId: string;
let mine: { cookie: string };
const noon = (day: string) => site.setClock(new Date(`${day}T12:00:00+09:00`));
beforeAll(async () => {
  site = await openOversightWorld();
  clockPages(site.app, site.platform);
});
beforeEach(async () => {
  noon('2026-11-02');
  ({ caseId } = await site.report());
  noon('2026-11-05');
  mine = await site.signedIn(site.inspector);
});
afterAll(() => site.close());

const at = () => to('caseClocks', { agency: site.agencyId, case: caseId });
const due = () => to('oversightDue', { agency: site.agencyId });
async function page(path: string, headers: Record<string, string> = mine) {
  const answer = await site.app.request(path, { headers });
  const html = await answer.text();
  return { status: answer.status, html, text: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') };
}
async function post(path: string, fields: Record<string, string>, headers: Record<string, string> = mine) {
  const answer = await site.app.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { ...headers, 'sec-fetch-site': 'same-origin' },
  });
  return { status: answer.status, html: await answer.text() };
}
const wrote = (what: What, onDate: string, data = {}) =>
  transaction(site.db.pool, (client) =>
    writeStep(
      client,
      {
        ...{ agencyId: site.agencyId, caseId, what, onDate, data },
        by: `account:${site.inspector.accountId}`,
      },
      site.platform.now(),
    ),
  );
const PAUSE = {
  act: 'pause',
  of: 'satgas-verification:0',
  kind: 'other-body',
  from: '2026-11-05',
  until: '',
};

describe('the clocks of a case', () => {
  it('show what is due, by what, and how sure that is, in both languages', async () => {
    const { status, text } = await page(at());
    expect(status).toBe(200);
    expect(text).toContain('9 November 2026 (7 hari kalender; disimpulkan dari beberapa sumber)');
    expect(text).toContain('Janji layanan atau aturan instansi sendiri');
    expect(text).toContain('4 hari lagi');
    const english = await page(at(), { cookie: `${mine.cookie}; bahasa=en` });
    expect(english.text).toContain('9 November 2026 (7 calendar days; inferred from several sources)');
    expect(english.html).not.toMatch(/dueDays\./);
  });

  it('show both readings where sources differ, and which warns', async () => {
    await wrote('receipt-sent', '2026-11-03');
    await site.db.pool.query(
      `insert into oversight.step values ($1, $2, 2, 'follow-up', 'decided', '2026-07-14', '{}', $3, null, 'account:a', now())`,
      [site.agencyId, caseId, { level: 'berat', sanction: 'contoh' }],
    );
    const { text } = await page(at());
    expect(text).toContain('28 Juli 2026 (14 hari kalender; sumber bertentangan)');
    expect(text).toContain('3 Agustus 2026 (14 hari kerja; terlihat di sumber)');
    expect(text).toContain('yang lebih awal yang memperingatkan');
  });

  it('pause with a reason, and go on', async () => {
    expect((await post(at(), { ...PAUSE, 'pause-note': 'menunggu surat' })).status).toBe(303);
    noon('2026-11-12');
    mine = await site.signedIn(site.inspector);
    const paused = await page(at());
    expect(paused.text).toContain('menunggu lembaga lain, 5 November 2026 sampai dilanjutkan');
    const { rows } = await site.db.pool.query(
      "select n, octet_length(note) as size, note::text as note from oversight.step where case_id = $1 and what = 'paused'",
      [caseId],
    );
    expect(rows[0]).toMatchObject({ n: 1, size: 4145 });
    expect(Buffer.from(rows[0].note.slice(2), 'hex').toString()).not.toContain('menunggu');
    expect((await post(at(), { act: 'resume', paused: '1' })).status).toBe(303);
    expect((await page(at())).text).toContain('16 November 2026');
    expect((await post(at(), { act: 'resume', paused: '1' })).status).toBe(409);
  });

  it.each([
    ['', '1', 'Pilih alasan.'],
    ['other-body', '2026-11-01', 'Jeda mulai paling awal'],
  ])(
    'refuse a pause of kind "%s" from %s with the same page, and keep what was typed',
    async (kind, from, words) => {
      const { status, html } = await post(at(), { ...PAUSE, kind, from, 'pause-note': 'kata yang diketik' });
      expect(status).toBe(422);
      expect(html).toContain(words);
      expect(html).toContain('kata yang diketik');
    },
  );

  it('are for whoever holds access: colleagues and officers learn nothing', async () => {
    const other = await site.signedIn(await site.newKeyed('inspector'));
    const officer = await site.signedIn(await site.newStaff('officer'));
    expect((await page(at(), other)).status).toBe(404);
    expect((await post(at(), PAUSE, other)).status).toBe(404);
    expect((await page(at(), officer)).status).toBe(403);
    expect((await page(due(), other)).html).not.toContain(caseId);
  });

  it('show what was told and what was proposed', async () => {
    noon('2026-11-20');
    await clockRound(site.platform, () => {});
    mine = await site.signedIn(site.inspector);
    const { text } = await page(at());
    expect(text).toContain('Lembaga berikutnya: PPK. Sistem hanya mengusulkan; tidak ada yang dikirim.');
    expect(text).toContain('Yang sudah diberitahukan (8)');
  });
});

describe('due today', () => {
  it('lists own cases by what is worst, with how long and at whom', async () => {
    noon('2026-11-11');
    mine = await site.signedIn(site.inspector);
    const { status, text } = await page(due());
    expect(status).toBe(200);
    expect(text).toMatch(/Lewat tenggat \(\d+\)/);
    expect(text).toContain('lewat 2 hari');
    expect(text).toContain('tim pengawasan');
  });

  it('a case without clock, step or reason stands there as stalled', async () => {
    await wrote('receipt-sent', '2026-11-05');
    await wrote('taken-up', '2026-11-05');
    await wrote('verified', '2026-11-05');
    noon('2026-11-25');
    mine = await site.signedIn(site.inspector);
    const { text } = await page(due());
    expect(text).toMatch(/Tanpa langkah, tanpa tenggat, tanpa alasan \(\d+\)/);
    expect(text).toContain('lewat 6 hari');
  });

  it('an inspector sets a length with a reason; a wrong one is told and kept', async () => {
    const wrong = await post(due(), { name: 'no-step', days: '0', reason: '' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Isi jumlah hari, 1 sampai 365.');
    const set = await post(due(), { name: 'no-step', days: '10', reason: 'Surat edaran contoh' });
    expect(set.status).toBe(303);
    const { text } = await page(due());
    expect(text).toContain('10 hari 5 November 2026');
    expect(text).toContain('Surat edaran contoh');
  });
});
