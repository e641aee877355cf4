import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SCOPES } from '../src/access/index.ts';
import { apiRoutes } from '../src/api.ts';
import { sendDue } from '../src/hooks/send.ts';
import { createApp } from '../src/platform/http/app.tsx';
import { packageRoot } from '../src/platform/root.ts';
import { type ApiWorld, openApiWorld } from './api-world.ts';
import { signAs } from './signing-world.ts';

/** docs/operations/api.md as it stands, by a shell and curl. */
let site: ApiWorld;
let server: ReturnType<typeof serve>;
let receiver: Server;
let folder: string;
let env: Record<string, string>;
const received: { path: string; body: string; signature: string }[] = [];

beforeAll(async () => {
  site = await openApiWorld();
  const campaign = await site.openedCampaign();
  const { people, units } = site.world;
  for (const person of [people.dinas, people.seksi, people.kecamatan]) await signAs(site, campaign, person);
  await site.db.pool.query(`update agencies.unit set code = '1.01.01' where id = $1`, [units.dinas]);
  folder = mkdtempSync(join(tmpdir(), 'ikrar-api-'));
  receiver = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    received.push({
      path: request.url ?? '',
      body,
      signature: String(request.headers['ikrar-signature'] ?? ''),
    });
    response.end();
  });
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  const target = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  server = await new Promise<ReturnType<typeof serve>>((done) => {
    const made = serve({ fetch: site.app.fetch, port: 0, hostname: '127.0.0.1' }, () => done(made));
  });
  const token = await site.token(SCOPES);
  env = {
    ...{ PATH: process.env.PATH ?? '', CAMPAIGN: campaign, IKRAR_TOKEN: token },
    ...{ IKRAR: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
    ...{ TARGET: `${target}/hasil`, RECEIVER: `${target}/kait` },
  };
});
afterAll(async () => {
  receiver.closeAllConnections();
  receiver.close();
  server.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

const page = readFileSync(join(packageRoot(), 'docs/operations/api.md'), 'utf8');
const blocks = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block as string);
/** The first block is what all others begin with. */
const shell = (from: number, to: number) =>
  promisify(execFile)('bash', ['-euo', 'pipefail', '-c', [blocks[0], ...blocks.slice(from, to)].join('\n')], {
    ...{ cwd: folder, env },
  });
const kept = (name: string) => readFileSync(join(folder, name), 'utf8');

it('pulls the roster, pushes people and results, and says how far the campaign is', async () => {
  const { stdout } = await shell(1, 7);
  expect(stdout).toContain('"campaigns":[');
  expect(JSON.parse(kept('roster.jsonl').split('\n')[0] ?? '').people).toHaveLength(5);
  expect(JSON.parse(kept('written.json'))).toMatchObject({ added: 1, refused: 1 });
  const pushed = received.filter(({ path }) => path === '/hasil');
  expect(pushed.flatMap(({ body }) => JSON.parse(body).results).map(({ index }) => index)).toEqual([0, 1, 2]);
  expect(kept('after.txt').trim()).toBe('2');
  expect(JSON.parse(kept('coverage.json')).total).toMatchObject({ audience: 4, signed: 3 });
});

it('does nothing twice when all of it is run again', async () => {
  await shell(1, 7);
  expect(received.filter(({ path }) => path === '/hasil')).toHaveLength(1);
  expect(JSON.parse(kept('written.json'))).toMatchObject({ added: 1 });
  const { rows } = await site.db.pool.query(`select 1 from agencies.person where name like 'Rekawati%'`);
  expect(rows).toHaveLength(1);
});

it('is told by a hook, and checks who told it', async () => {
  const platform = { ...site.platform, config: { ...site.platform.config, privateHooks: true as const } };
  const app = createApp(platform.config, () => {});
  apiRoutes(app, platform);
  const own = await new Promise<ReturnType<typeof serve>>((done) => {
    const made = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => done(made));
  });
  env.IKRAR = `http://127.0.0.1:${(own.address() as AddressInfo).port}`;
  await shell(7, 8);
  own.close();
  await site.publish();
  const person = site.world.people.contract;
  await signAs(site, env.CAMPAIGN ?? '', person);
  await site.publish();
  await sendDue({ platform, ending: new AbortController().signal });
  const told = received.find(({ path }) => path === '/kait');
  expect(JSON.parse(told?.body ?? '')).toMatchObject({ kind: 'log.head', subject: env.CAMPAIGN });
  writeFileSync(join(folder, 'body.json'), told?.body ?? '');
  writeFileSync(join(folder, 'signature.txt'), told?.signature ?? '');
  await shell(8, 9);
  writeFileSync(join(folder, 'body.json'), `${told?.body} `);
  await expect(shell(8, 9)).rejects.toThrow();
});
