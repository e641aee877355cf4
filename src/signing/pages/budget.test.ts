import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignValues, createWorld, readyCampaign, type World } from '../../../test/campaign-world.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { testApp } from '../../../test/staff.ts';
import { addText, createCampaign, openCampaign } from '../../campaigns/index.ts';
import { foot } from '../../home/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { stylesheetPath } from '../../platform/http/assets.ts';
import { setFoot } from '../../platform/http/respond.tsx';
import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { packageRoot } from '../../platform/root.ts';
import { createSigner } from '../batch.ts';
import { slipsOf } from '../slip.ts';
import { signPages } from './sign.page.tsx';

/** Most bytes, gzipped: what a phone far from a mast can load in one round trip and a few more. */
const BUDGET = { html: 14 * 1024, css: 10 * 1024, script: 5 * 1024, offline: 60_000 };
const NOW = new Date('2024-09-18T00:00:00Z');

let db: TestDatabase;
let world: World;
let app: App;
let platform: Platform;

beforeAll(async () => {
  db = await freshDatabase();
  world = await createWorld(db.pool, 'contoh', NOW);
  ({ app, platform } = testApp(db.pool, NOW));
  setFoot(foot);
  signPages(app, platform, createSigner(platform, { soon: () => {} }));
});
afterAll(() => db.drop());

describe('the weight of the signing page', () => {
  it('keeps the page with the ordinary pact within its budget', async () => {
    const code = await openWithSlip(await readyCampaign(db.pool, world, NOW));
    expect(gzipped(await page(`/s/${code}`))).toBeLessThanOrEqual(BUDGET.html);
    const wrong = { method: 'POST', body: new URLSearchParams({ digest: '', typedName: 'orang lain' }) };
    expect(gzipped(await page(`/s/${code}`, wrong, 422))).toBeLessThanOrEqual(BUDGET.html);
  });

  it('keeps a page with twenty long points, 12,000 letters, within it', async () => {
    const campaignId = await transaction(db.pool, async (client) => {
      const campaign = campaignValues(world, { title: 'Ikrar dengan pakta panjang' });
      const id = await createCampaign(client, campaign, NOW);
      const text = { kind: 'pact', text: longPact(), draft: false, source: 'Contoh', by: 'system' } as const;
      await addText(client, { agencyId: world.agencyId, campaignId: id, ...text }, NOW);
      return id;
    });
    const code = await openWithSlip(campaignId);
    expect(gzipped(await page(`/s/${code}`))).toBeLessThanOrEqual(BUDGET.html);
  });

  it('keeps the stylesheet within its budget', async () => {
    expect(gzipped(await page(stylesheetPath()))).toBeLessThanOrEqual(BUDGET.css);
  });

  it.each(['sign', 'sign-later', 'passkey'])('keeps the script %s within its budget', async (name) => {
    expect(gzipped(await built(name))).toBeLessThanOrEqual(BUDGET.script);
  });

  it('keeps what works without network within 60 kB: as stored, and with the camera’s reader as sent', async () => {
    const sum = (sizes: number[]) => sizes.reduce((all, size) => all + size, 0);
    const [reader, ...parts] = await Promise.all(['reader', 'keeper', 'tablet', 'sign-later'].map(built));
    expect(sum(parts.map((bytes) => bytes.length))).toBeLessThanOrEqual(BUDGET.offline);
    expect(sum([reader as Buffer, ...parts].map(gzipped))).toBeLessThanOrEqual(BUDGET.offline);
  });

  it('asks for nothing before it can be read but itself and one stylesheet', async () => {
    const code = await openWithSlip(await readyCampaign(db.pool, world, NOW));
    const html = (await page(`/s/${code}`)).toString();
    expect(html.match(/<link rel="stylesheet"/g)).toHaveLength(1);
    const scripts = html.match(/<script[^>]*>/g) ?? [];
    expect(scripts.filter((script) => !/ (defer|type="module")/.test(script))).toEqual([]);
  });
});

/** A script as the build makes it. */
async function built(name: string): Promise<Buffer> {
  const files = readdirSync(join(packageRoot(), 'src'), { recursive: true }).map(String);
  const file = files.find((path) => path.endsWith(`/${name}.island.ts`)) ?? '';
  const made = await build({
    entryPoints: [join(packageRoot(), 'src', file)],
    ...{ bundle: true, minify: true, format: 'esm', target: 'es2020', write: false },
  } as const);
  return Buffer.from(made.outputFiles[0]?.contents ?? []);
}

async function openWithSlip(campaignId: string): Promise<string> {
  const { agencyId } = world;
  const by = 'system';
  return transaction(db.pool, async (client) => {
    await openCampaign(
      client,
      { agencyId, campaignId, categories: ['pns', 'non-asn'], unitIds: null, by },
      NOW,
    );
    const slips = await slipsOf(client, platform, { agencyId, campaignId, unitIds: null, by });
    return slips[0]?.code ?? '';
  });
}

async function page(path: string, init: RequestInit = {}, status = 200): Promise<Buffer> {
  const headers = { Origin: 'http://localhost' };
  const response = await app.request(path, { headers, ...init });
  expect(response.status).toBe(status);
  return Buffer.from(await response.arrayBuffer());
}

function gzipped(bytes: Buffer): number {
  return gzipSync(bytes).length;
}

/** Words drawn from a fixed sequence, so that they do not pack better than real ones. */
function longPact() {
  let seed = 7;
  const syllables = [
    'ra',
    'me',
    'tan',
    'ku',
    'si',
    'lo',
    'ber',
    'pa',
    'ngan',
    'di',
    'wu',
    'te',
    'has',
    'nya',
    'bi',
  ];
  const syllable = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return syllables[Math.floor(seed / 65_536) % syllables.length];
  };
  const word = () => `${syllable()}${syllable()}${syllable()}`;
  const sentence = () => Array.from({ length: 70 }, word).join(' ').slice(0, 600);
  return {
    title: 'Pakta panjang',
    opener: 'Saya menyatakan:',
    points: Array.from({ length: 20 }, sentence),
    closing: sentence(),
    language: 'id' as const,
  };
}
