import { serve } from '@hono/node-server';
import { expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { freshDatabase } from './database.ts';
import { axeFaults, faultsOf, unfold } from './look.ts';
import { testApp } from './staff.ts';
import { foot } from '../src/home/index.ts';
import { setFoot } from '../src/platform/http/respond.tsx';
import { guidancePages, TOPICS } from '../src/guidance/index.ts';
import { lawPages } from '../src/law/pages/index.ts';

it('looks', async () => {
  const db = await freshDatabase();
  const { app, platform } = testApp(db.pool, new Date('2024-09-20T02:00:00Z'));
  setFoot(foot);
  guidancePages(app, platform);
  const server = serve({ fetch: app.fetch, port: 0 });
  const port = (server.address() as { port: number }).port;
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  const bad: string[] = [];
  const paths: string[] = []; const old = ['/bolehkah', '/bolehkah?q=foto+bareng', '/bolehkah?q=rendang', '/bolehkah?apa=', '/bolehkah/hadir-di-kampanye?siapa=spouse', '/bolehkah/grup-wa-keluarga', '/bolehkah/sanksi', '/bolehkah/mencalonkan-diri?pada=2022-01-01'];
  for (const [i, path] of paths.entries()) {
    await page.goto(`http://localhost:${port}${path}`);
    await page.screenshot({ path: `/tmp/g${i}.png`, fullPage: true });
    await unfold(page);
    bad.push(...(await faultsOf(page, 'id')).map((f) => `${path}: ${f}`), ...(await axeFaults(page)).map((f) => `${path}: ${f}`));
  }
  await page.goto(`http://localhost:${port}/bolehkah/hadir-di-kampanye?siapa=spouse&untuk=calon`);
  for (const k of [0, 1, 2]) await page.screenshot({ path: `/tmp/c${k}.png`, clip: { x: 0, y: k * 1500, width: 360, height: 1500 }, fullPage: true });
  await page.setViewportSize({ width: 1100, height: 800 });
  await page.goto(`http://localhost:${port}/bolehkah/suka-komentar-bagikan`);
  await page.screenshot({ path: '/tmp/gw.png', fullPage: true });
  console.info(bad.join('\n'));
  await browser.close();
  server.close();
  await db.drop();
}, 240_000);
