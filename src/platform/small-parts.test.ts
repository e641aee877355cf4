import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ownerFile } from './files-owner.ts';
import { dateIn, formatDate, formatMoment, formatNumber, formatShare, instantOf, timeIn } from './format.ts';
import { messageOf, messages } from './i18n.ts';
import { base32, newId } from './ids.ts';
import { createLimiter } from './limit.ts';

const at = (ms: number) => new Date(1_700_000_000_000 + ms);

describe('a limiter', () => {
  it('gives each key its tries, then one each interval, never more than the bucket holds', () => {
    const limiter = createLimiter(3, 1000);
    const takes = (key: string, ms: number) => limiter.take(key, at(ms));
    expect([takes('a', 0), takes('a', 0), takes('a', 0), takes('a', 0)]).toEqual([true, true, true, false]);
    expect(takes('b', 0)).toBe(true);
    expect([takes('a', 999), takes('a', 1000), takes('a', 1001)]).toEqual([false, true, false]);
    expect([1, 2, 3, 4].map(() => takes('a', 3_600_000))).toEqual([true, true, true, false]);
    limiter.forget('a');
    expect(takes('a', 3_600_000)).toBe(true);
  });

  it('refuses for ever nobody when the clock is set back', () => {
    const limiter = createLimiter(1, 1000);
    expect(limiter.take('a', at(10_000))).toBe(true);
    expect(limiter.take('a', at(0))).toBe(false);
    expect(limiter.take('a', at(11_000))).toBe(true);
  });
});

describe('identifiers', () => {
  it('sort by time, and differ within a millisecond', () => {
    const ids = Array.from({ length: 1000 }, () => newId(at(0)));
    expect(new Set(ids).size).toBe(1000);
    for (const id of ids) expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/);
    fc.assert(
      fc.property(fc.nat(2 ** 40), fc.nat(2 ** 40), (a, b) => {
        fc.pre(a !== b);
        expect(newId(new Date(a)) < newId(new Date(b))).toBe(a < b);
      }),
    );
  });

  it('are base32 of whole groups', () => {
    expect(base32(Uint8Array.of(0, 0, 0, 0, 0))).toBe('00000000');
    expect(base32(Uint8Array.of(255, 255, 255, 255, 255))).toBe('zzzzzzzz');
    expect(base32(Uint8Array.of(0, 0, 0, 0, 1))).toBe('00000001');
  });
});

describe('dates and numbers', () => {
  it('are written as people write them', () => {
    const moment = new Date('2024-09-17T17:05:00Z');
    expect(formatMoment('id', moment, 'Asia/Jakarta')).toBe('18 September 2024 00.05 WIB');
    expect(formatMoment('en', moment, 'Asia/Makassar')).toBe('18 September 2024 01:05 WITA');
    expect(formatMoment('id', moment, 'Asia/Jayapura')).toBe('18 September 2024 02.05 WIT');
    expect([dateIn(moment, 'Asia/Jakarta'), timeIn(moment, 'Asia/Jakarta')]).toEqual(['2024-09-18', '00:05']);
    expect(formatDate('id', '2024-02-29', true)).toBe('Kamis, 29 Februari 2024');
    expect(formatNumber('id', 1234567)).toBe('1.234.567');
    expect(formatNumber('en', 1234567)).toBe('1,234,567');
  });

  it('come back from the wall clock of each zone', () => {
    for (const zone of ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const) {
      const instant = instantOf('2024-11-27', '07:15', zone);
      expect([dateIn(instant, zone), timeIn(instant, zone)]).toEqual(['2024-11-27', '07:15']);
    }
  });

  it.each([
    [0, '0 %'],
    [0.856, '85,6 %'],
    [1, '100 %'],
    [0.99999, '99,9 %'],
    [0.00001, '0,1 %'],
  ])('a share of %d is %s: never all before all, never none when there is one', (share, text) => {
    expect(formatShare('id', share)).toBe(text);
    expect(formatShare('en', share)).toBe(text.replace(',', '.').replace(' %', '%'));
  });
});

describe('messages', () => {
  it('fill their places, and leave one without a value as it is', () => {
    const tr = messages({ 'uji.satu': '{a} dan {b}' }, { 'uji.satu': '{a} and {b}' });
    expect(tr('id')('uji.satu', { a: '{b}', b: 0 })).toBe('{b} dan 0');
    expect(tr('en')('uji.satu', { a: 1 })).toBe('1 and {b}');
    expect(messageOf('id', 'uji.satu', { a: 1, b: 2 })).toBe('1 dan 2');
    expect(messageOf('id', 'uji.dua')).toBeUndefined();
  });
});

describe("the owner's file", () => {
  const folder = mkdtempSync(join(tmpdir(), 'ikrar-owner-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is made once, whole, for its owner alone', () => {
    const path = join(folder, 'keys/satu.pem');
    expect(ownerFile(path, () => 'isi')).toBe('isi');
    expect(ownerFile(path, () => 'lain')).toBe('isi');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(folder, 'keys'))).toEqual(['satu.pem']);
  });

  it('of two that make it at once is the first one’s', () => {
    const path = join(folder, 'keys/dua.pem');
    const found = ownerFile(path, () => {
      writeFileSync(path, 'lebih dulu', { mode: 0o600 });
      return 'terlambat';
    });
    expect(found).toBe('lebih dulu');
    expect(readdirSync(join(folder, 'keys')).sort()).toEqual(['dua.pem', 'satu.pem']);
  });
});
