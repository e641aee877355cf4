import { serve } from '@hono/node-server';
import { chromium } from 'playwright-core';
import { AxeBuilder } from '@axe-core/playwright';
import { it } from 'vitest';
import { createWorld, readyCampaign } from '../../test/campaign-world.ts';
import { freshDatabase } from '../../test/database.ts';
import { signedIn, testApp } from '../../test/staff.ts';
import { campaignPages, openCampaign } from '../campaigns/index.ts';
import { transaction } from '../platform/db/index.ts';
import { to } from '../urls.ts';
import { addOfficer, addParticipation, ceremonyPages, createCeremony } from './index.ts';

it('looks', async () => {
  const now = new Date('2024-09-03T00:00:00Z');
  const db = await freshDatabase();
  const world = await createWorld(db.pool, 'fakfak', now);
  const { app, platform } = testApp(db.pool, now);
  campaignPages(app, platform);
  ceremonyPages(app, platform);
  const prep = await readyCampaign(db.pool, world, now);
  const open = await readyCampaign(db.pool, world, now);
  const ceremony = await transaction(db.pool, async (c) => {
    await openCampaign(c, { agencyId: 'fakfak', campaignId: open, by: 'system', categories: ['pns', 'non-asn'], unitIds: null }, now);
    const id = await createCeremony(c, { agencyId: 'fakfak', campaignId: open, kind: 'apel', title: 'Apel Ikrar Netralitas ASN', heldOn: '2024-09-11', heldOnStatus: 'derived', heldOnNote: 'Rabu, sesuai tanggal surat.', startsAt: '07:15', place: null, organiser: 'Pemerintah Kabupaten fakfak', minutes: 'Dibuka.\n\nDitutup.', isExample: true, by: 'system' }, now);
    await addOfficer(c, { agencyId: 'fakfak', ceremonyId: id, by: 'system', role: 'leader', name: 'Contoh Pejabat', office: 'Bupati Contoh', officeStatus: 'pj', employer: null }, now);
    await addParticipation(c, { agencyId: 'fakfak', ceremonyId: id, by: 'system', fact: 'attended', who: 'Kepala perangkat daerah, camat, lurah', employer: 'Pemerintah Kabupaten Lain', number: 252, qualifier: 'at-least', source: 'Kesbangpol' }, now);
    return id;
  });
  const { cookie } = await signedIn(db.pool, now, { agencyId: 'fakfak', role: 'officer' });
  const server = serve({ fetch: app.fetch, port: 0 });
  await new Promise((r) => server.once('listening', r));
  const origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const at = { agency: 'fakfak', campaign: open };
  const paths: [string, string][] = [
    ['list', to('campaigns', { agency: 'fakfak' })],
    ['new', to('campaignNew', { agency: 'fakfak' })],
    ['campaign', to('campaign', at)],
    ['text', to('campaignText', { agency: 'fakfak', campaign: prep, kind: 'pakta' })],
    ['open', to('campaignOpen', { agency: 'fakfak', campaign: prep })],
    ['close', to('campaignClose', at)],
    ['standing', to('standing', { ...at, person: world.people.dinas })],
    ['ceremonies', to('ceremonies', at)],
    ['cnew', to('ceremonyNew', at)],
    ['ceremony', to('ceremony', { agency: 'fakfak', ceremony })],
    ['attendance', to('ceremonyAttendance', { agency: 'fakfak', ceremony })],
  ];
  for (const width of [360, 1100]) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, ...(width === 360 ? { javaScriptEnabled: true } : {}) });
    await context.addCookies([{ name: 'ikrar_sesi', value: cookie.split('=').slice(1).join('='), url: origin }]);
    const page = await context.newPage();
    for (const [name, path] of paths) {
      await page.goto(origin + path);
      await page.evaluate('document.querySelectorAll("details").forEach(d => d.open = true)');
      const wide = await page.evaluate('document.documentElement.scrollWidth');
      const axe = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
      console.log(width, name, wide, axe.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 150)).join(' | ')}`));
      await page.screenshot({ path: `/tmp/look-${name}-${width}.png`, fullPage: true });
    }
    await context.close();
  }
  await browser.close();
  server.close();
  await db.drop();
}, 120_000);
