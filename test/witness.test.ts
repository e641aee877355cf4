import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pause } from '../src/platform/db/embedded/processes.ts';
import { parseCheckpoint, parseNote, parsePolicy, requireWitnessed } from '../src/verify/index.ts';
import { hashOf } from '../src/witness/index.ts';
import { TestLog } from '../src/witness/test-log.ts';
import { launchBrowser } from './browser.ts';
import { axeFaults, faultsOf } from './look.ts';
import { removeData, runToEnd, type Server, startServer, temporaryData } from './server.ts';
import { walker } from './walker.ts';
import { policyOf, startWitness, type WitnessProcess } from './witness-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'ikrar-saksi-'));
const running: WitnessProcess[] = [];
const start = async (...given: Parameters<typeof startWitness>) => {
  const witness = await startWitness(...given);
  running.push(witness);
  return witness;
};
afterAll(async () => {
  await Promise.all(running.map((witness) => witness.kill()));
  rmSync(folder, { recursive: true, force: true });
});

it('a witness that is killed at any moment forgets nothing that it has answered', async () => {
  const log = await TestLog.of(400);
  const dir = join(folder, 'rentan');
  let known = 0;
  const answered = new Map<number, string>();
  for (let round = 0; round < 5; round += 1) {
    const witness = await start(dir, 'saksi.example/rentan', [log.signer.vkey]);
    const held = await heldBy(witness, log.origin);
    expect(held.size).toBeGreaterThanOrEqual(known);
    known = held.size;
    let ending: Promise<unknown> = Promise.resolve();
    for (let size = known + 1; size < 400; size += 1) {
      // From here on it dies while it works on this request or one of the next.
      if (size === held.size + 5) ending = pause(round * 7).then(() => witness.kill());
      const status = await add(witness, await log.request(known, size)).catch(() => 0);
      if (status !== 200) break;
      const root = Buffer.from((await log.head(size)).root).toString('hex');
      expect(answered.get(size) ?? root).toBe(root);
      answered.set(size, root);
      known = size;
    }
    await ending;
  }
  expect(answered.size).toBeGreaterThanOrEqual(20);
});

it('a witness told to stop leaves nothing behind, and says what is wrong with its arguments', async () => {
  const dir = join(folder, 'sopan');
  const { vkey } = (await TestLog.of(1)).signer;
  const witness = await start(dir, 'saksi.example/sopan', [vkey]);
  const second = await runToEnd(
    ['witness', '--dir', dir, '--name', 'saksi.example/sopan', '--log', vkey],
    dir,
  );
  expect(second).toMatchObject({ code: 1, err: expect.stringContaining('already running') });
  expect(await witness.kill('SIGTERM')).toBe(0);
  const named = await runToEnd(['witness', 'key', '--dir', dir, '--name', 'saksi.example/sopan'], dir);
  expect(named.out.trim()).toBe(witness.vkey);
  for (const [args, words] of [
    [['--name', 'x', '--log', vkey], '--dir'],
    [['--dir', dir, '--name', 'saksi.example/sopan'], '--log'],
    [['--dir', dir, '--name', 'saksi.example/sopan', '--log', witness.vkey], 'not the vkey of a log'],
    [['--dir', join(dir, 'x'), '--name', 'a b', '--log', vkey], '--name'],
  ] as const) {
    const ended = await runToEnd(['witness', ...args], dir);
    expect(ended.code).toBe(2);
    expect(ended.err).toContain(words);
  }
});

/** One real installation with its examples, three real witnesses, and somebody who checks from outside. */
let server: Server | undefined;
const dataDir = temporaryData();
let witnesses: WitnessProcess[];
const text = async (path: string) => (await fetch(`${server?.address}${path}`)).text();
beforeAll(async () => {
  server = await startServer({ dataDir });
  const vkey = (await text('/kunci/log.vkey')).trim();
  witnesses = await Promise.all(
    [1, 2, 3].map((n) => start(join(folder, `saksi-${n}`), `saksi${n}.example`, [vkey])),
  );
  await server.halt();
  writeFileSync(join(dataDir, 'witnesses.policy'), policyOf(witnesses, 2));
  server = await startServer({ dataDir });
});
afterAll(async () => {
  await server?.halt();
  removeData(dataDir);
});

it('an installation has its logs witnessed by itself, and anybody can check it', async () => {
  const policy = parsePolicy(await text('/saksi/kebijakan.txt'));
  const head = await served('/log/semua/checkpoint');
  expect(requireWitnessed(head, policy).length).toBeGreaterThanOrEqual(2);
  const pdfs = join(folder, 'pdf');
  const exported = await runToEnd(['pacts', 'export', pdfs, '--limit', '1', '--json'], dataDir);
  expect(exported).toMatchObject({ code: 0 });
  const [pdf] = readdirSync(pdfs);
  const checked = await runToEnd(['verify', join(pdfs, pdf as string), '--json'], dataDir);
  const { verdict, checks } = JSON.parse(checked.out) as { verdict: string; checks: { code: string }[] };
  expect(checks.find(({ code }) => code === 'log-witnessed')).toMatchObject({ verdict: 'pass' });
  expect(verdict).toBe('valid');
  const strict = join(folder, 'ketat.policy');
  const foreign = 'witness lain remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2';
  const own = readFileSync(join(dataDir, 'witnesses.policy'), 'utf8');
  writeFileSync(strict, `${own.replace(/^(group|quorum).*\n/gm, '')}${foreign}\nquorum lain\n`);
  const refused = await runToEnd(
    ['verify', join(pdfs, pdf as string), '--policy', strict, '--json'],
    dataDir,
  );
  expect(JSON.parse(refused.out)).toMatchObject({ verdict: 'invalid' });
  expect(refused.out).toContain('quorum-not-met');
  const wrong = join(folder, 'rusak.policy');
  writeFileSync(wrong, 'quorum x\n');
  expect(await runToEnd(['verify', join(pdfs, pdf as string), '--policy', wrong], dataDir)).toMatchObject({
    code: 2,
    err: expect.stringContaining('line 1'),
  });
});

it('both sides show it to people: in two languages, on a small screen, for every eye', async () => {
  const browser = await launchBrowser();
  try {
    for (const [address, path] of [
      [server?.address as string, '/saksi'],
      [witnesses[0]?.url as string, '/'],
    ] as const) {
      const one = await walker(browser, address);
      expect(await one.go(path)).toBe(200);
      expect([...(await faultsOf(one.page, 'id')), ...(await axeFaults(one.page)), ...one.faults]).toEqual(
        [],
      );
      await one.context.addCookies([{ name: 'bahasa', value: 'en', url: address }]);
      await one.page.reload();
      expect(await faultsOf(one.page, 'en')).toEqual([]);
      expect(await one.text('main')).toMatch(/Enough witnesses|No tree head has been refused/);
    }
  } finally {
    await browser.close();
  }
});

it('an installation whose policy cannot be read does not start', async () => {
  await server?.halt();
  const bad = join(folder, 'bad.policy');
  writeFileSync(bad, 'witness a\n');
  const ended = await runToEnd(['serve', '--empty'], dataDir, { IKRAR_WITNESSES: bad });
  expect(ended).toMatchObject({ code: 1, err: expect.stringContaining('bad.policy: line 1 cannot be read') });
});

async function add(witness: WitnessProcess, body: string): Promise<number> {
  return (await fetch(`${witness.url}/add-checkpoint`, { method: 'POST', body })).status;
}

/** Once there is something; the worker asks by itself. */
async function served(path: string): Promise<string> {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(`${server?.address}${path}`);
    if (answer.status === 200) return answer.text();
    await pause(100);
  }
  throw new Error(`nothing at ${path}: ${server?.err()}`);
}

/** What the witness shows that it holds, as anybody may ask. */
async function heldBy(witness: WitnessProcess, origin: string) {
  const answer = await fetch(`${witness.url}/${hashOf(origin)}/checkpoint`);
  return answer.status === 404 ? { size: 0 } : parseCheckpoint(parseNote(await answer.text()).text);
}
