import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeLogKey } from '../verify/fixtures/log.ts';
import {
  parseCheckpoint,
  parseNote,
  parseWitnessVkey,
  verifyCheckpoint,
  verifyCosignatures,
} from '../verify/index.ts';
import { watchedLogs } from './standing.ts';
import { TestLog } from './test-log.ts';
import { openWitness, type Witness } from './witness.ts';

const NAME = 'saksi.example/w1';
let dir: string;
let log: TestLog;
let witness: Witness;
let at = new Date('2024-09-18T00:00:00Z');
const open = (logs = [log.signer.key]) => openWitness(dir, NAME, logs, () => at);
const reopen = async () => {
  await witness.close();
  witness = open();
};
beforeEach(async () => {
  at = new Date('2024-09-18T00:00:00Z');
  dir = mkdtempSync(join(tmpdir(), 'ikrar-saksi-'));
  log = await TestLog.of(20);
  witness = open();
});
afterEach(async () => {
  await witness.close();
  rmSync(dir, { recursive: true, force: true });
});

const send = async (old: number, size: number, from = log) =>
  witness.addCheckpoint(await from.request(old, size));
const statusOf = async (old: number, size: number, from = log) => (await send(old, size, from)).status;
const conflict = (size: number) => ({ status: 409, type: 'text/x.tlog.size', body: `${size}\n` });
const kinds = () => witness.refused.all().map(({ kind }) => kind);

describe('a witness cosigns', () => {
  it('the first head, those that extend it, and the same one again', async () => {
    for (const [old, size] of [
      [0, 3],
      [3, 3],
      [3, 8],
      [8, 20],
    ] as const) {
      const answer = await send(old, size);
      expect(answer.status).toBe(200);
      const note = parseNote((await log.checkpoint(size)) + answer.body);
      const found = verifyCosignatures(note, [parseWitnessVkey(witness.own.vkey)]);
      expect(found.map(({ time }) => time)).toEqual([at.getTime() / 1000]);
    }
    expect(witness.refused.all()).toEqual([]);
  });

  it('an empty log', async () => expect(await statusOf(0, 0)).toBe(200));

  it('heads of every log below the name of an installation, and of no other', async () => {
    await witness.close();
    const pemda = makeLogKey('catatan.example/log');
    witness = open([pemda.key]);
    const below = await TestLog.of(5, 'catatan.example/log/x/y', { ...pemda, key: { ...pemda.key } });
    expect(await statusOf(0, 5, below)).toBe(200);
    const beside = await TestLog.of(5, 'catatan.example/logx', pemda);
    expect(await statusOf(0, 5, beside)).toBe(404);
  });

  it('never with an earlier time than before', async () => {
    await send(0, 3);
    const before = witness.heads.get(log.origin)?.time;
    at = new Date('2024-09-17T00:00:00Z');
    await send(3, 5);
    expect(witness.heads.get(log.origin)?.time).toBe(before);
  });
});

describe('a witness answers', () => {
  it('404 for an unknown log, 403 without a good signature of its key', async () => {
    const other = await TestLog.of(3, 'lain.example/log');
    expect(await statusOf(0, 3, other)).toBe(404);
    const thief = await TestLog.of(3, log.origin);
    expect(await statusOf(0, 3, thief)).toBe(403);
    expect(kinds()).toEqual([]);
  });

  it('400 for what is malformed, and for an old size above the head', async () => {
    const good = await log.request(2, 5);
    const [first, ...rest] = good.split('\n');
    const hash = `${'A'.repeat(43)}=`;
    const bad = [
      '',
      'old 0',
      'old 0\n\n',
      good.replace('old 2', 'old 02'),
      good.replace('old 2', 'old -1'),
      good.replace('old 2', 'Old 2'),
      good.replace('old 2', 'old 6'),
      `${good}x`,
      good.slice(0, -1),
      [first, 'AAAA', ...rest].join('\n'),
      [first, ...Array(64).fill(hash), ...rest].join('\n'),
      good.replace('\n5\n', `\n5\n${'x'.repeat(5000)}\n`),
    ];
    for (const text of bad) expect((await witness.addCheckpoint(text)).status, text.slice(0, 80)).toBe(400);
  });

  it('409 with what it holds where the sender believes something else', async () => {
    expect(await send(3, 8)).toEqual(conflict(0));
    await send(0, 8);
    expect(await send(0, 12)).toEqual(conflict(8));
    expect(await send(5, 12)).toEqual(conflict(8));
    expect(await send(0, 8)).toEqual(conflict(8));
    expect(kinds()).toEqual([]);
  });

  it('422 where the proof is missing, wrong or too long', async () => {
    await send(0, 7);
    const good = await log.request(7, 12);
    const [first, hash, ...rest] = good.split('\n');
    for (const lines of [
      [first, ...rest],
      [first, hash, hash, ...rest],
      [first, rest[0], hash, ...rest.slice(1)],
    ])
      expect((await witness.addCheckpoint(lines.join('\n'))).status).toBe(422);
    expect((await witness.addCheckpoint(good)).status).toBe(200);
  });
});

describe('a witness refuses, and keeps what it saw', () => {
  it('a log that went back', async () => {
    await send(0, 12);
    expect(await send(0, 8)).toEqual(conflict(12));
    expect(await send(8, 8)).toEqual(conflict(12));
    expect(kinds()).toEqual(['older-head']);
    expect(watchedLogs(witness)[0]?.refused[0]?.open).toBe(true);
    await send(12, 12);
    expect(watchedLogs(witness)[0]?.refused[0]?.open).toBe(true);
    await send(12, 13);
    expect(watchedLogs(witness)[0]?.refused[0]?.open).toBe(false);
  });

  it('two roots for one size, for ever', async () => {
    const other = await log.fork(5, 20);
    await send(0, 12);
    for (const old of [0, 5, 12]) expect(await send(old, 12, other)).toEqual(conflict(12));
    expect(kinds()).toEqual(['split-view']);
    await send(12, 20);
    await reopen();
    const [kept] = witness.refused.all();
    for (const note of [kept?.held as string, kept?.offered as string])
      expect(verifyCheckpoint(note, [log.signer.key]).size).toBe(12);
    expect(kept?.held).not.toBe(kept?.offered);
    expect(watchedLogs(witness)[0]?.refused[0]?.open).toBe(true);
  });

  it('another history that has grown: its own proof shows that it is another', async () => {
    const other = await log.fork(5, 20);
    await send(0, 12);
    expect(await statusOf(12, 15, other)).toBe(422);
    expect(kinds()).toEqual(['split-view']);
  });

  it('another history whose proof shows nothing by itself', async () => {
    const other = await log.fork(5, 20);
    await send(0, 8);
    expect(await statusOf(8, 15, other)).toBe(422);
    expect(kinds()).toEqual(['unproven']);
  });

  it('no more than a few for each log, so that nobody fills the disk', async () => {
    await send(0, 20);
    for (let size = 1; size < 20; size += 1) await send(0, size);
    expect(kinds()).toHaveLength(8);
    expect(readdirSync(join(dir, 'refused'))).toHaveLength(8);
  });
});

describe('what a witness has seen', () => {
  it('outlives it, also where the answer never arrived', async () => {
    await send(0, 12);
    await reopen();
    expect(await send(0, 12)).toEqual(conflict(12));
    expect(await statusOf(12, 12)).toBe(200);
    expect(await statusOf(12, 20)).toBe(200);
    expect(kinds()).toEqual([]);
  });

  it('is never half there: what an interrupted write left is not read', async () => {
    await send(0, 12);
    const file = readdirSync(join(dir, 'heads'))[0] as string;
    writeFileSync(join(dir, 'heads', `${file}.part`), 'catatan');
    await reopen();
    expect(await send(0, 20)).toEqual(conflict(12));
    expect(readdirSync(join(dir, 'heads'))).toEqual([file]);
  });

  it('if damaged, keeps it from starting', async () => {
    await send(0, 12);
    await witness.close();
    const file = join(dir, 'heads', readdirSync(join(dir, 'heads'))[0] as string);
    const whole = readFileSync(file, 'utf8');
    for (const damaged of [
      '',
      whole.slice(0, -9),
      whole.replace('\n12\n', '\n11\n'),
      await log.checkpoint(12),
    ]) {
      writeFileSync(file, damaged);
      expect(open).toThrow(/is damaged/);
    }
    writeFileSync(file, whole);
    witness = open();
    expect(await send(0, 20)).toEqual(conflict(12));
  });

  it('belongs to one process, and its key to one name', async () => {
    expect(open).toThrow(/already running/);
    await witness.close();
    expect(() => openWitness(dir, 'lain', [], () => at)).toThrow(/belongs to the witness/);
    witness = open();
  });

  it('is read back as it was written, whatever else stood in the note', async () => {
    const text = await log.request(0, 12);
    const line = text.trimEnd().split('\n').at(-1) as string;
    const noise = Array.from({ length: 62 }, (_, i) => `— a${i} AAAAAAAAAAAA`);
    expect((await witness.addCheckpoint(`${text}${[line, ...noise].join('\n')}\n`)).status).toBe(200);
    await reopen();
    expect(parseNote(witness.heads.get(log.origin)?.note as string).signatures).toHaveLength(2);
  });
});

describe('any requests in any order, at once', () => {
  it('never give two roots for one size, nor a smaller size after a larger one', async () => {
    const other = await log.fork(5, 20);
    const step = fc.record({ old: fc.nat(20), size: fc.nat(20), fork: fc.boolean(), restart: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { maxLength: 6 }), { maxLength: 6 }), async (rounds) => {
        rmSync(join(dir, 'heads'), { recursive: true });
        await reopen();
        const signed = new Map<number, string>();
        let largest = 0;
        for (const round of rounds) {
          const answers = await Promise.all(
            round.map(async ({ old, size, fork }) => {
              const request = await (fork ? other : log).request(old, size);
              const { status } = await witness.addCheckpoint(request);
              return { status, size, root: request.split('\n\n')[1]?.split('\n')[2] as string };
            }),
          );
          for (const { status, size, root } of answers.filter((one) => one.status === 200)) {
            expect(signed.get(size) ?? root).toBe(root);
            signed.set(size, root);
            expect(status).toBe(200);
          }
          const held = witness.heads.get(log.origin);
          expect(held?.size ?? 0).toBeGreaterThanOrEqual(largest);
          largest = held?.size ?? 0;
          expect(Math.max(0, ...signed.keys())).toBe(largest);
          if (held) expect(parseCheckpoint(parseNote(held.note).text).size).toBe(largest);
          if (round.some(({ restart }) => restart)) await reopen();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never throw, whatever is sent', async () => {
    const good = await log.request(3, 9);
    const pieces = fc.constantFrom(...good.split('\n'), '\n', '\n\n', 'old 0\n', '— ', '\ud800', '\u0000');
    const hostile = fc.oneof(
      fc.string(),
      fc.array(pieces).map((parts) => parts.join('\n')),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        expect([200, 400, 403, 404, 409, 422]).toContain((await witness.addCheckpoint(text)).status);
      }),
      { numRuns: 2000 },
    );
  });
});
