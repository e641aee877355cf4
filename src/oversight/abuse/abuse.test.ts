import { createHmac, createSecretKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Platform } from '../../platform/platform.ts';
import { admitProof, admitWait, puzzleFor, type Sent, waitToken } from './admit.ts';
import { createBuckets, levelOf } from './bucket.ts';
import { holds, leadingZeros, PROOF_PARTS, printProof, proofBase } from './proof.ts';
import { newPuzzle, readPuzzle } from './puzzle.ts';
import { solve } from './solve.ts';
import { waited, waitMark } from './wait.ts';

const key = createSecretKey(Buffer.alloc(32, 7));
const noon = new Date('2027-03-01T05:00:00Z');

/** A clock that the test moves, and one secret; nothing else of a platform is asked for. */
function world() {
  let at = noon.getTime();
  const platform = { now: () => new Date(at), secret: () => key } as unknown as Platform;
  return {
    platform,
    later: (seconds: number) => {
      at += seconds * 1000;
    },
  };
}

const sent: Sent = { kind: 'report', channel: 'kota-contoh', subject: 'report:abc' };
const box = (subject: string): Sent => ({ kind: 'box', channel: '-', subject });

async function proofFor(platform: Platform, { kind, channel, subject }: Sent, weight = 1): Promise<string> {
  return solve(puzzleFor(platform, kind, channel, weight), subject);
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'none';
}

describe('a proof', () => {
  it('is found and holds for what it was made for, and for nothing else', async () => {
    const puzzle = { token: 'sebuah-soal', bits: 8 };
    const [token = '', nonces = ''] = (await solve(puzzle, 'report:abc')).split(' ');
    expect(token).toBe(puzzle.token);
    expect(holds(puzzle, 'report:abc', nonces)).toBe(true);
    expect(holds({ ...puzzle, bits: 24 }, 'report:abc', nonces)).toBe(false);
    expect(holds({ ...puzzle, bits: 20 }, 'report:abd', nonces)).toBe(false);
  });

  it('has the bytes of docs/formats/puzzle.md', async () => {
    const page = readFileSync(new URL('../../../docs/formats/puzzle.md', import.meta.url), 'utf8');
    const vector = (name: string) => new RegExp(`\`\`\`vector ${name}\\n(.*)\\n`).exec(page)?.[1] ?? '';
    const puzzle = { token: vector('proof-token'), bits: 11 };
    const subject = vector('proof-subject');
    expect(Buffer.from(proofBase(puzzle.token, subject)).toString('hex')).toBe(vector('proof-base'));
    expect(await solve(puzzle, subject)).toBe(vector('proof'));
  });

  it('counts zeros at the beginning', () => {
    expect(leadingZeros(Uint8Array.of(0, 0, 1))).toBe(23);
    expect(leadingZeros(Uint8Array.of(255))).toBe(0);
    expect(leadingZeros(new Uint8Array(4))).toBe(32);
  });

  it('never throws over what a stranger sends', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (token, nonces) => {
        expect(readPuzzle(key, token)).toBeNull();
        expect(holds({ token, bits: 30 }, 'report:abc', nonces)).toBe(false);
        expect(waited(key, 'x', token, noon)).toBeNull();
      }),
    );
  });

  it('takes no number that is none', () => {
    const zeros = Array.from({ length: PROOF_PARTS }, () => 0);
    const nonces = printProof('t', zeros).split(' ')[1] as string;
    expect(holds({ token: 't', bits: 3 }, 's', nonces)).toBe(true);
    expect(holds({ token: 't', bits: 3 }, 's', nonces.replace('0', 'zzzzzzz'))).toBe(false);
    expect(holds({ token: 't', bits: 3 }, 's', nonces.replace('0', '-1'))).toBe(false);
    expect(holds({ token: 't', bits: 3 }, 's', `${nonces}.0`)).toBe(false);
  });
});

describe('a puzzle', () => {
  const made = newPuzzle(key, { kind: 'report', channel: 'kota-contoh', weight: 9, bits: 16, now: noon });

  it('is read back as it was made; what is heavier takes more', () => {
    expect(readPuzzle(key, made.token)).toEqual(made);
    expect(made.bits).toBe(20);
  });

  it('of another secret, or changed in any character, is none', () => {
    const other = createSecretKey(createHmac('sha256', 'lain').digest());
    expect(readPuzzle(other, made.token)).toBeNull();
    fc.assert(
      fc.property(fc.nat(made.token.length - 1), fc.constantFrom(...'0a~9z'), (at, char) => {
        fc.pre(made.token[at] !== char);
        expect(readPuzzle(key, made.token.slice(0, at) + char + made.token.slice(at + 1))).toBeNull();
      }),
    );
  });
});

describe('a bucket', () => {
  it('refills evenly, never above its size nor below nothing', () => {
    const buckets = createBuckets({ size: 10, refillMs: 1000 });
    buckets.take('a', noon, 14);
    expect(buckets.left('a', noon)).toBe(0);
    expect(buckets.left('a', new Date(noon.getTime() + 2500))).toBe(2.5);
    expect(buckets.left('a', new Date(noon.getTime() + 60_000))).toBe(10);
    expect(buckets.left('b', noon)).toBe(10);
  });

  it('asks more the emptier it is, step by step', () => {
    expect([10, 6, 5].map((left) => levelOf(left, 10, 7))).toEqual([0, 0, 0]);
    expect(levelOf(0, 10, 7)).toBe(7);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 10, noNaN: true }), (left) => {
        const level = levelOf(left, 10, 7);
        expect(level).toBeGreaterThanOrEqual(levelOf(Math.min(10, left + 0.5), 10, 7));
        expect(level).toBeLessThanOrEqual(7);
      }),
    );
  });

  it('forgets invented channels once they are full again', () => {
    const buckets = createBuckets({ size: 5, refillMs: 10 });
    for (let n = 0; n < 20_000; n += 1) buckets.take(`k${n}`, new Date(noon.getTime() + n * 100), 1);
    expect(buckets.left('k0', noon)).toBe(5);
  });
});

describe('admitting with a proof', () => {
  it('lets one in once, and the very same again without counting it', async () => {
    const { platform } = world();
    const proof = await proofFor(platform, box('box:1'));
    for (let n = 0; n < 17; n += 1) expect(admitProof(platform, box('box:1'), proof)).toBe(1);
    expect(codeOf(() => admitProof(platform, box('box:1'), proof))).toBe('abuse.again');
  });

  it('lets in nothing without one, for another channel, for another thing, or too late', async () => {
    const { platform, later } = world();
    const proof = await proofFor(platform, sent);
    expect(codeOf(() => admitProof(platform, sent, undefined))).toBe('abuse.noProof');
    expect(codeOf(() => admitProof(platform, sent, 'x y'))).toBe('abuse.noProof');
    expect(codeOf(() => admitProof(platform, { ...sent, channel: 'lain' }, proof))).toBe('abuse.noProof');
    expect(codeOf(() => admitProof(platform, { ...sent, subject: 'report:abd' }, proof))).toBe(
      'abuse.noProof',
    );
    expect(codeOf(() => admitProof(platform, { ...sent, kind: 'reply' }, proof))).toBe('abuse.noProof');
    later(601);
    expect(codeOf(() => admitProof(platform, sent, proof))).toBe('abuse.stale');
  });

  it('asks more where much came, for that channel alone, and less again later', {
    timeout: 90_000,
  }, async () => {
    const { platform, later } = world();
    const early = await proofFor(platform, box('box:early'));
    expect(puzzleFor(platform, 'box', '-', 1).bits).toBe(13);
    for (let n = 0; n < 236; n += 1) {
      const proof = await proofFor(platform, box(`box:${n}`));
      admitProof(platform, box(`box:${n}`), proof);
    }
    expect(puzzleFor(platform, 'box', '-', 1).bits).toBe(15);
    expect(puzzleFor(platform, 'report', 'kota-contoh', 1).bits).toBe(16);
    expect(codeOf(() => admitProof(platform, box('box:early'), early))).toBe('abuse.harder');
    later(60);
    expect(puzzleFor(platform, 'box', '-', 1).bits).toBe(13);
    expect(admitProof(platform, box('box:early'), early)).toBe(1);
  });
});

describe('admitting without script', () => {
  it('asks for a moment, takes the same form once, and answers its repetition', () => {
    const { platform, later } = world();
    const token = waitToken(platform, sent);
    expect(admitWait(platform, sent, token)).toBe(3);
    later(2);
    expect(admitWait(platform, sent, token)).toBe(1);
    later(1);
    expect(admitWait(platform, sent, token)).toBe(0);
    expect(admitWait(platform, sent, token)).toBe(0);
  });

  it('takes no token of another thing, and none of yesterday', () => {
    const { platform, later } = world();
    const token = waitToken(platform, sent);
    expect(codeOf(() => admitWait(platform, { ...sent, subject: 'report:x' }, token))).toBe('abuse.noProof');
    later(86_400);
    expect(codeOf(() => admitWait(platform, sent, token))).toBe('abuse.noProof');
  });

  it('lets who began earlier go first, and never makes the other path harder', () => {
    const { platform, later } = world();
    const honest = waitToken(platform, sent);
    later(700);
    const flood = Array.from({ length: 200 }, (_, n) => ({ ...sent, subject: `report:${n}` }));
    const tokens = flood.map((one) => waitToken(platform, one));
    later(20);
    const waits = flood.map((one, n) => admitWait(platform, one, tokens[n] as string));
    const admitted = waits.filter((seconds) => seconds === 0).length;
    expect(admitted).toBeLessThan(20);
    expect(admitWait(platform, sent, honest)).toBe(0);
    expect(puzzleFor(platform, 'report', 'kota-contoh', 1).bits).toBe(16);
  });

  it('vouches for the moment alone', () => {
    const mark = waitMark(key, 'a', noon);
    expect(waited(key, 'a', mark, new Date(noon.getTime() + 5000))).toBe(5000);
    expect(waited(key, 'a', mark, new Date(noon.getTime() - 1))).toBeNull();
  });
});
