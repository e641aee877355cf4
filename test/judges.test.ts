import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { absent, judge } from '../src/evidence/pdf/fixtures/judge.ts';
import { formatVkey, parseVkey } from '../src/verify/index.ts';
import { removeData, runToEnd, startServer, temporaryData } from './server.ts';

const dataDir = temporaryData();
const folder = join(dataDir, 'pakta');
const [rootFile, nss] = [join(dataDir, 'akar.pem'), join(dataDir, 'nss')];
const missing = absent(['pdfsig', 'certutil', 'qpdf', 'openssl']);
if (missing.length > 0) console.log(`outside judges skipped, not installed: ${missing.join(', ')}`);
let files: string[] = [];

const ikrar = (...args: string[]) => runToEnd(args, dataDir);

beforeAll(async () => {
  const loaded = await ikrar('example', 'load', '--json');
  expect(loaded.code, loaded.err).toBe(0);
  const exported = await ikrar('pacts', 'export', folder, '--json');
  expect(exported.code, exported.err).toBe(0);
  files = readdirSync(folder).map((name) => join(folder, name));
  expect(JSON.parse(exported.out)).toEqual({ folder, files: files.length });
  writeFileSync(rootFile, (await ikrar('keys', 'root')).out);
});
afterAll(() => removeData(dataDir));

/** Runs a program beside others, for hundreds of files. */
function said(program: string, args: readonly string[]): Promise<{ code: number; text: string }> {
  return new Promise((resolve) => {
    const child = execFile(program, args, { maxBuffer: 1 << 24 }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, text: out + err }),
    );
  });
}

/** Three at a time: the machine is shared. */
async function ofEach(check: (path: string) => Promise<string | null>): Promise<string[]> {
  const faults: string[] = [];
  const waiting = [...files];
  const work = async () => {
    for (let path = waiting.pop(); path; path = waiting.pop()) {
      const fault = await check(path);
      if (fault) faults.push(`${path}: ${fault}`);
    }
  };
  await Promise.all([work(), work(), work()]);
  return faults;
}

describe.skipIf(missing.length > 0)('every pact of the examples', () => {
  it('is valid, trusted and wholly signed to pdfsig', async () => {
    mkdirSync(nss);
    judge('certutil', ['-N', '-d', `sql:${nss}`, '--empty-password']);
    judge('certutil', ['-A', '-d', `sql:${nss}`, '-n', 'root', '-t', 'CT,C,C', '-i', rootFile]);
    expect(files.length).toBeGreaterThan(50);
    const wanted = ['Signature is Valid.', 'Certificate is Trusted.', '- Total document signed'];
    const faults = await ofEach(async (path) => {
      const { text } = await said('pdfsig', ['-nssdir', `sql:${nss}`, path]);
      const lacking = wanted.filter((words) => !text.includes(words));
      return lacking.length > 0 ? `${lacking.join(' ')} in: ${text}` : null;
    });
    expect(faults).toEqual([]);
  });

  it('is well formed to qpdf', async () => {
    const faults = await ofEach(async (path) => {
      const { code, text } = await said('qpdf', ['--check', path]);
      return code === 0 && !/warn/i.test(text) ? null : text;
    });
    expect(faults).toEqual([]);
  });

  it('carries a CAdES signature that openssl verifies under the root', async () => {
    const faults = await ofEach(async (path) => {
      const bytes = readFileSync(path);
      const range = /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/.exec(bytes.toString('latin1')) ?? [];
      const [from = 0, resume = 0] = range.slice(1).map(Number);
      const [cms, content] = [
        `${path}.cms`.replace(folder, dataDir),
        `${path}.content`.replace(folder, dataDir),
      ];
      writeFileSync(cms, Buffer.from(bytes.toString('latin1', from + 1, resume - 1), 'hex'));
      writeFileSync(content, Buffer.concat([bytes.subarray(0, from), bytes.subarray(resume)]));
      const base = ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', cms, '-content', content];
      const { code, text } = await said('openssl', [...base, '-CAfile', rootFile, '-out', '/dev/null']);
      return code === 0 && text.includes('CAdES Verification successful') ? null : text;
    });
    expect(faults).toEqual([]);
  });
});

describe('our own judge', () => {
  it('finds pacts of each campaign valid, without a server', async () => {
    const campaigns = new Set<string>();
    for (const path of files) {
      const id = /"campaign":\{[^}]*"id":"([^"]+)"/.exec(readFileSync(path).toString('latin1'))?.[1] ?? '?';
      if (campaigns.has(id)) continue;
      campaigns.add(id);
      const { code, out, err } = await ikrar('verify', path, '--json');
      expect(code, out + err).toBe(0);
      expect(JSON.parse(out).verdict).toBe('valid');
    }
    expect(campaigns.size).toBeGreaterThanOrEqual(2);
    expect(campaigns).not.toContain('?');
  });

  it('names the check that fails for a flipped byte, and ends with 1', async () => {
    const bytes = readFileSync(files[0] as string);
    const damaged = join(dataDir, 'rusak.pdf');
    const flips: [part: string, check: string][] = [
      ['%PDF', 'pdf-readable'],
      ['/Producer', 'document-unchanged'],
      ['"format":"ikrar/record/v1"', 'document-unchanged'],
      ['/Contents <', 'seal-signature'],
    ];
    for (const [part, check] of flips) {
      const copy = Buffer.from(bytes);
      const at = copy.indexOf(part) + (check === 'seal-signature' ? part.length + 40 : 2);
      copy[at] = (copy[at] as number) ^ 1;
      writeFileSync(damaged, copy);
      const { code, out } = await ikrar('verify', damaged, '--json');
      const { verdict, checks } = JSON.parse(out);
      expect([code, verdict], part).toEqual([1, 'invalid']);
      const failed = checks.filter((one: { verdict: string }) => one.verdict === 'fail');
      expect(failed.length, part).toBeGreaterThan(0);
      if (check !== 'seal-signature')
        expect(
          failed.map((one: { code: string }) => one.code),
          part,
        ).toContain(check);
    }
    const { code, out } = await ikrar('verify', damaged);
    expect(code).toBe(1);
    expect(out).toMatch(/^FAIL {2}[a-z-]+: /m);
    expect(out).toMatch(/INVALID\s*$/);
  });

  it('ends with 2 for a file that is not there, and 1 for one that is no pact', async () => {
    expect((await ikrar('verify', join(dataDir, 'tidak-ada.pdf'))).code).toBe(2);
    expect((await ikrar('verify')).code).toBe(2);
    expect((await ikrar('verify', rootFile)).code).toBe(1);
    expect((await ikrar('verify', files[0] as string, '--root', join(dataDir, 'tidak-ada'))).code).toBe(2);
  });
});

describe('the commands', () => {
  it('print one vkey that can be read, for the installation and for one log', async () => {
    const { code, out } = await ikrar('keys', 'log');
    expect(code).toBe(0);
    const [line = '', ...rest] = out.trimEnd().split('\n');
    expect(rest).toEqual([]);
    const key = parseVkey(line);
    expect(formatVkey(key)).toBe(line);
    expect((await ikrar('keys', 'log', '--campaign', 'tidak-ada')).code).toBe(2);
    const campaign = /"campaign":\{[^}]*"id":"([^"]+)"/.exec(
      readFileSync(files[0] as string).toString('latin1'),
    );
    const own = parseVkey((await ikrar('keys', 'log', '--campaign', campaign?.[1] as string)).out.trim());
    expect(own.name.startsWith(`${key.name}/`)).toBe(true);
    expect(own.name.endsWith(`/${campaign?.[1]}`)).toBe(true);
    expect(own.publicKey).toEqual(key.publicKey);
  });

  it('export as many as asked for, of one campaign', async () => {
    const few = join(dataDir, 'sedikit');
    expect((await ikrar('pacts', 'export', few, '--limit', '2')).code).toBe(0);
    expect(readdirSync(few)).toHaveLength(2);
    for (const name of readdirSync(few))
      expect(readFileSync(join(few, name))).toEqual(readFileSync(join(folder, name)));
    for (const odd of ['x', '-1', ''])
      expect((await ikrar('pacts', 'export', few, '--limit', odd)).code, odd).toBe(2);
    expect((await ikrar('pacts', 'export', few, '--campaign', 'tidak-ada')).code).toBe(2);
  });

  it('say the same beside a running server', async () => {
    const alone = { root: (await ikrar('keys', 'root')).out };
    const server = await startServer({ dataDir: temporaryData() });
    try {
      const beside = async (...args: string[]) => {
        const { code, out, err } = await runToEnd(args, server.dataDir);
        expect(code, err).toBe(0);
        return out;
      };
      const served = async (path: string) => (await fetch(server.address + path)).text();
      const root = await beside('keys', 'root');
      expect(root.trim()).toBe((await served('/kunci/akar.pem')).trim());
      expect(root).not.toBe(alone.root);
      expect(await beside('keys', 'log')).toBe(await served('/kunci/log.vkey'));
      const few = join(server.dataDir, 'sedikit');
      await beside('pacts', 'export', few, '--limit', '1');
      const [name] = readdirSync(few) as [string];
      expect(await beside('verify', join(few, name))).toMatch(/^VALID$/m);
      expect((await fetch(`${server.address}/health`)).status).toBe(200);
    } finally {
      await server.stop();
    }
  });
});
