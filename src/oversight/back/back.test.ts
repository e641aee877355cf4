import { createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BoxHead, boxPage, MOST_PAGES, PAGE_BYTES, readBox } from './box-format.ts';
import { decoyOf, decoyPart } from './decoy.ts';
import { linesOf } from './lines.ts';
import { STATUSES, statusesOf } from './status.ts';
import { statusText } from './texts.ts';

const key = createSecretKey(Buffer.alloc(32, 3));
const lookup = new Uint8Array(32).fill(9);
const head: BoxHead = {
  ...{ format: 'ikrar/box/v1', agency: 'contoh', agencyName: 'Contoh', case: '0123456789abcdef' },
  ...{ arrivedOn: '2024-09-18', sealedIn: 'browser', due: '2024-09-25', statuses: [], mailbox: '' },
  ...{ messages: [], files: [] },
};
const withSizes = (sizes: number[]): BoxHead => ({
  ...head,
  messages: sizes.map((length, n) => ({ n, sender: 'reporter', day: '2024-09-18', length })),
});

describe('a box', () => {
  it('has one size, and is read back from its pages', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(4145, 16_433, 65_585, 262_193), { maxLength: 8 }), (sizes) => {
        const sealed = sizes.map((size, n) => new Uint8Array(size).fill(n + 1));
        const of = withSizes(sizes);
        const all = sizes.reduce((sum, size) => sum + size, 4 + JSON.stringify(of).length);
        const pages = Array.from({ length: Math.ceil(all / PAGE_BYTES) }, (_, n) => boxPage(of, sealed, n));
        expect(pages.every((page) => page.length === PAGE_BYTES)).toBe(true);
        const read = readBox(pages);
        expect(read.head).toEqual(of);
        expect(read.sealed.map(({ length }) => length)).toEqual(sizes);
        expect(readBox(pages.slice(0, 1)).sealed.length).toBeLessThanOrEqual(sizes.length);
      }),
      { numRuns: 20 },
    );
  });

  it('of a page behind the last one is empty, in the same size', () => {
    expect(boxPage(head, [], MOST_PAGES - 1)).toEqual(new Uint8Array(PAGE_BYTES));
    expect(() => readBox([new Uint8Array(PAGE_BYTES)])).toThrow('bad-padding');
    expect(() => readBox([])).toThrow('bad-padding');
  });
});

describe('a decoy', () => {
  it('is the same for the same code, and another for another', () => {
    expect(decoyOf(key, lookup, ['a', 'b'])).toEqual(decoyOf(key, lookup, ['a', 'b']));
    expect(decoyOf(key, lookup, ['a']).caseId).not.toBe(decoyOf(key, new Uint8Array(32), ['a']).caseId);
    expect(decoyPart(key, lookup, 'x 0', 64)).not.toEqual(decoyPart(key, lookup, 'x 1', 64));
  });

  it('has the form of a real one', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (code) => {
        const { agencyId, caseId, messages, mailbox, daysAgo } = decoyOf(key, code, ['satu', 'dua']);
        expect(['satu', 'dua']).toContain(agencyId);
        expect(caseId).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/);
        expect(messages.length).toBeGreaterThan(0);
        expect(daysAgo).toBeLessThan(90);
        for (const sealed of [mailbox, ...messages.map((one) => one.sealed)]) {
          expect(sealed.length).toBe(4145);
          expect(sealed[0]).toBe(1);
          expect((sealed[32] as number) & 0x80).toBe(0);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('what a reporter hears', () => {
  it('are stages and days, never who was summoned or heard', () => {
    const step = (what: never, data = {}) => ({ what, onDate: '2024-09-20', data });
    const steps = ['received', 'classified', 'accused', 'summoned-1', 'examined', 'paused', 'linked'].map(
      (what) => step(what as never, { who: 'rahasia' }),
    );
    expect(statusesOf(steps)).toEqual([{ what: 'received', day: '2024-09-20' }]);
    const told = [
      step('routed' as never, { to: 'bkn' }),
      step('closed' as never, { reason: 'not-provable' }),
    ];
    expect(statusesOf(told).map((one) => statusText('id', one))).toEqual([
      'Diteruskan ke BKN',
      'Ditutup: tidak dapat dibuktikan',
    ]);
  });

  it.each(STATUSES)('has words for %s', (what) => {
    for (const lang of ['id', 'en'] as const)
      expect(statusText(lang, { what, day: '2024-09-20', which: 'bkn' })).not.toMatch(/\{|mailbox/);
  });

  it('is text, with the lines that are filled in', () => {
    const who = { name: 'Terlapor Contoh', post: '', unit: 'Dinas Contoh' };
    const report = {
      format: 'ikrar/report/v1',
      what: 'Ada.',
      who,
      when: '',
      where: '',
      how: '',
      files: [],
    } as const;
    expect(linesOf({ ...report, files: [] })).toEqual([
      [null, 'Ada.'],
      ['who', 'Terlapor Contoh, Dinas Contoh'],
    ]);
  });
});
