import { createSecretKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Platform } from '../../platform/platform.ts';
import { doorKey, nodeHmac } from './door.ts';
import { passAt, passHolds, readPass, SLOT_MS } from './pass.ts';
import { webHmac } from './web-hmac.ts';

const document = readFileSync(new URL('../../../docs/formats/door.md', import.meta.url), 'utf8');
const vectors = Object.fromEntries(
  [...document.matchAll(/^```vector (\S+)\n(.*?)\n```$/gms)].map(([, name, text]) => [name, text]),
);
const secret = createSecretKey(Buffer.from(Array.from({ length: 32 }, (_, i) => i)));
const installation = { secret: () => secret } as unknown as Platform;
const door = doorKey(installation, { code: '0123ABCD', until: new Date('2027-01-18T03:00:00Z') });
const at = new Date('2027-01-18T00:00:15Z');
const later = (slots: number) => new Date(at.getTime() + slots * SLOT_MS);

describe('the vectors', () => {
  it('are what the server and a browser make', async () => {
    expect(Buffer.from(door.key).toString('hex')).toBe(vectors['door-key']);
    expect(await passAt(nodeHmac, door, at)).toBe(vectors['door-pass']);
    expect(await passAt(webHmac, door, at)).toBe(vectors['door-pass']);
  });
});

describe('a pass', () => {
  it('holds two slots before and after its own, and no longer', async () => {
    const pass = readPass(await passAt(nodeHmac, door, at));
    const holds = async (slots: number) =>
      pass !== null && (await passHolds(nodeHmac, door, pass, later(slots)));
    expect(await Promise.all([-3, -2, -1, 0, 1, 2, 3].map(holds))).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('does not hold for another door, nor for the same door with another end', async () => {
    const text = await passAt(nodeHmac, door, at);
    const pass = readPass(text) as NonNullable<ReturnType<typeof readPass>>;
    const until = new Date('2027-01-18T04:00:00Z');
    const longer = doorKey(installation, { code: door.code, until });
    expect(await passHolds(nodeHmac, longer, pass, at)).toBe(false);
    expect(await passHolds(nodeHmac, { ...door, code: '0123ABCE' }, pass, at)).toBe(false);
  });

  it('is read in any case, and nothing else is read as one', async () => {
    const text = await passAt(nodeHmac, door, at);
    expect(readPass(text.toLowerCase())).toEqual(readPass(text));
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 20 }), (other) => {
        const pass = readPass(other);
        if (pass) expect(pass.code + pass.mac).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
      }),
    );
    for (const strange of ['', text.slice(1), `${text}0`, text.replace(/.$/, 'U'), `${text.slice(0, 15)}ı`])
      expect(readPass(strange), strange).toBeNull();
  });
});
