import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../platform/config.ts';
import { parseNote, verifyCosignatures } from '../verify/index.ts';
import { hashOf } from './heads.ts';
import { maxRequestBytes } from './request.ts';
import { witnessFetch } from './server.ts';
import { TestLog } from './test-log.ts';
import { openWitness, type Witness } from './witness.ts';

const dir = mkdtempSync(join(tmpdir(), 'ikrar-saksi-'));
const faults: string[] = [];
let log: TestLog;
let witness: Witness;
let ask: (path: string, init?: RequestInit) => Promise<Response>;
beforeAll(async () => {
  log = await TestLog.of(12);
  witness = openWitness(dir, 'saksi.example', [log.signer.key], () => new Date('2024-09-18T00:00:00Z'));
  const fetch = witnessFetch(witness, readConfig({ IKRAR_DATA: dir }), (line) => faults.push(line));
  ask = async (path, init) => fetch(new Request(`http://saksi.example${path}`, init));
});
afterAll(async () => {
  await witness.close();
  rmSync(dir, { recursive: true, force: true });
});

const add = (body: BodyInit) => ask('/add-checkpoint', { method: 'POST', body });
const typeOf = (answer: Response) => answer.headers.get('content-type');

it('answers a log as tlog-witness says, whatever content type it sends', async () => {
  const body = await log.request(0, 5);
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/octet-stream']) {
    const old = witness.heads.get(log.origin)?.size ?? 0;
    const sent = old === 0 ? body : await log.request(5, 5);
    const answer = await ask('/add-checkpoint', {
      method: 'POST',
      body: sent,
      headers: { 'Content-Type': type },
    });
    expect(answer.status).toBe(200);
    const note = parseNote((await log.checkpoint(5)) + (await answer.text()));
    expect(verifyCosignatures(note, [witness.own.key])).toHaveLength(1);
  }
  const conflict = await add(body);
  expect([conflict.status, typeOf(conflict), await conflict.text()]).toEqual([
    409,
    'text/x.tlog.size',
    '5\n',
  ]);
});

it('shows what it holds, with the signatures of the log and its own', async () => {
  const answer = await ask(`/${hashOf(log.origin)}/checkpoint`);
  expect(typeOf(answer)).toBe('text/plain; charset=utf-8');
  expect(parseNote(await answer.text()).signatures.map(({ name }) => name)).toEqual([
    log.origin,
    'saksi.example',
  ]);
  for (const path of ['/0/checkpoint', `/${hashOf('lain')}/checkpoint`, '//checkpoint', '/%00/checkpoint'])
    expect((await ask(path)).status).toBe(404);
  expect((await ask('/add-checkpoint')).status).toBe(404);
});

it('refuses what is too long, or not UTF-8, as malformed', async () => {
  expect((await add('x'.repeat(maxRequestBytes + 1))).status).toBe(400);
  expect((await add(Buffer.from([0x6f, 0x6c, 0x64, 0x20, 0xff]))).status).toBe(400);
});

it('shows people its state, and in red what it refused', async () => {
  expect(await (await ask('/')).text()).toContain('notice good');
  const other = await log.fork(3, 12);
  expect((await add(await other.request(5, 9))).status).toBe(422);
  const page = await (await ask('/', { headers: { Cookie: 'bahasa=en' } })).text();
  expect(page).toContain('notice bad');
  expect(page).toContain('Two different histories');
  const id = witness.refused.all()[0]?.id;
  for (const part of ['held', 'offered', 'refused.json'])
    expect((await ask(`/refused/${id}/${part}`)).headers.get('content-disposition')).toContain(String(id));
  for (const path of [
    `/refused/${id}/key.pem`,
    '/refused/x/held',
    '/key.pem',
    '/heads',
    '/refused/..%2fkey.pem/held',
  ])
    expect((await ask(path)).status).toBe(404);
  expect(page).not.toContain('PRIVATE');
});

it('answers 503 and signs nothing where it cannot store', async () => {
  const { keep } = witness.heads;
  witness.heads.keep = async () => {
    throw new Error('no space left');
  };
  const answer = await add(await log.request(5, 8));
  witness.heads.keep = keep;
  expect([answer.status, await answer.text()]).toEqual([503, 'not stored, so not cosigned\n']);
  expect(faults.join()).toContain('no space left');
  expect(witness.heads.get(log.origin)?.size).toBe(5);
});

it('is never brought down by what is sent', async () => {
  const path = fc.oneof(fc.constant('/add-checkpoint'), fc.webPath(), fc.constant('/bahasa/en?ke=//x'));
  const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS');
  await fc.assert(
    fc.asyncProperty(path, method, fc.uint8Array({ maxLength: 200 }), async (where, how, bytes) => {
      const body = how === 'GET' || how === 'HEAD' ? null : Buffer.from(bytes);
      expect((await ask(where || '/', { method: how, body })).status).toBeLessThan(500);
    }),
    { numRuns: 300 },
  );
});
