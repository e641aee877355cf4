import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSigningWorld, type SigningWorld, signAs } from '../../../test/signing-world.ts';
import { createApp } from '../../platform/http/app.tsx';
import type { Platform } from '../../platform/platform.ts';
import { logPages } from '../pages/logs.page.tsx';
import { noOpenssl, startAuthority, type TestAuthority } from './fixtures/tsa.ts';
import { timestampRoutes } from './routes.ts';
import { stampLogs } from './stamp-logs.ts';

let site: SigningWorld;
let authority: TestAuthority;

describe.skipIf(noOpenssl)('the page of the logs', () => {
  beforeAll(async () => {
    site = await openSigningWorld();
    authority = await startAuthority();
    await signAs(site, await site.openedCampaign(), site.world.people.dinas);
    await site.publish();
  });
  afterAll(async () => {
    await authority?.close();
    await site?.close();
  });

  const page = async (tsa: Platform['config']['tsa']) => {
    const platform = { ...site.platform, config: { ...site.platform.config, tsa } };
    const app = createApp(platform.config, () => {});
    logPages(app, platform, site.key);
    timestampRoutes(app, platform);
    const get = (path: string) => app.request(`http://localhost${path}`);
    return { get, html: await (await get('/log')).text() };
  };

  it('says nothing of time stamps where there is no authority', async () => {
    expect((await page(undefined)).html).not.toContain('Cap waktu');
  });

  it('says since when and why none could be had, in one line, escaped', async () => {
    authority.behave('away');
    await expect(stampLogs(site.platform, authority.config, 'satu')).rejects.toThrow('503');
    const { html } = await page(authority.config);
    expect(html).toMatch(/Cap waktu belum diperoleh sejak .*answered 503. Penandatanganan tidak terganggu/);
    expect(html).toContain('Belum ada catatan yang dicap.');
  });

  it('shows the last stamp of each log, with links that are there', async () => {
    authority.behave('fit');
    site.setClock(new Date(site.platform.now().getTime() + 120_000));
    expect(await stampLogs(site.platform, authority.config, 'satu')).toBeGreaterThan(0);
    const { html, get } = await page(authority.config);
    expect(html).not.toContain('belum diperoleh');
    const links = [...html.matchAll(/href="(\/log\/[^"]+\/timestamp\/[^"]+)"/g)].map(
      ([, href]) => href as string,
    );
    expect(links.length).toBeGreaterThanOrEqual(2);
    for (const href of links) expect((await get(href)).status, href).toBe(200);
  });
});
