import { describe, expect, it } from 'vitest';
import { HOLIDAY_YEARS } from '../calendar/index.ts';
import { CLOCKS, DECIDERS, FAILURE_TO_PUNISH, SANCTIONS, TRANSITION } from '../procedure/index.ts';
import { SHIPPED } from '../register.ts';
import type { ArticleRef, Source } from '../types.ts';
import { OLD_BASIS, OLD_LEVELS, UNLISTED_ETHICS } from './data/legacy.ts';
import { BINDINGS, CRIMINAL, VIOLATIONS } from './index.ts';

const CONFIDENCES = ['verified', 'inferred', 'recalled', 'conflict'];
const PARTIAL = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const ALL = {
  VIOLATIONS,
  BINDINGS,
  CRIMINAL,
  SANCTIONS,
  DECIDERS,
  CLOCKS,
  FAILURE_TO_PUNISH,
  TRANSITION,
  HOLIDAY_YEARS,
  OLD: [OLD_BASIS, OLD_LEVELS, UNLISTED_ETHICS],
};

/** Every object in the data, with the path that leads to it. */
function walk(
  value: unknown,
  path: string,
  visit: (one: Record<string, unknown>, path: string) => void,
): void {
  if (Array.isArray(value)) for (const [at, one] of value.entries()) walk(one, `${path}[${at}]`, visit);
  else if (value !== null && typeof value === 'object') {
    visit(value as Record<string, unknown>, path);
    for (const [key, one] of Object.entries(value)) walk(one, `${path}.${key}`, visit);
  }
}

/** What makes an object a statement of law rather than a part of one. */
const SAYS = [
  'gist',
  'text',
  'level',
  'prohibition',
  'sanction',
  'printed',
  'person',
  'punishes',
  'who',
  'starts',
  'days',
];

describe('every statement of law', () => {
  it('carries a source, a date and a confidence', () => {
    let seen = 0;
    walk(ALL, 'ALL', (one, path) => {
      if (!SAYS.some((key) => key in one) || 'reading' in one) return;
      seen += 1;
      expect(CONFIDENCES, path).toContain(one.confidence);
      expect((one.since as { date: string } | undefined)?.date, path).toMatch(PARTIAL);
      expect((one.sources as Source[] | undefined)?.length ?? 0, path).toBeGreaterThan(0);
    });
    expect(seen).toBeGreaterThan(150);
  });

  it('has its dates and lengths sourced too', () => {
    walk(ALL, 'ALL', (one, path) => {
      if (typeof one.date === 'string' && !('kind' in one))
        expect(CONFIDENCES, path).toContain(one.confidence);
      if (typeof one.length === 'number' && 'unit' in one) {
        expect(CONFIDENCES, path).toContain(one.confidence);
        expect((one.sources as Source[]).length, path).toBeGreaterThan(0);
      }
    });
  });

  it('has sources that can be looked up, and says of a recalled one that it was not seen', () => {
    walk(ALL, 'ALL', (one, path) => {
      if (!Array.isArray(one.sources)) return;
      for (const { url, note } of one.sources as Source[]) {
        expect(url, path).toMatch(/^https?:\/\/\S+$/);
        expect(note.length, path).toBeGreaterThan(3);
      }
      if (one.confidence !== 'recalled') return;
      expect((one.sources as Source[]).map((s) => s.note).join(' '), path).toMatch(/[Cc]heck|recalled/);
    });
  });

  it('says everything in both languages', () => {
    walk(ALL, 'ALL', (one, path) => {
      if (typeof one.id !== 'string' || typeof one.en !== 'string') return;
      expect(one.id.length, path).toBeGreaterThan(3);
      expect(one.en, path).not.toBe(one.id);
    });
  });

  it('names only instruments of the register, and articles that it holds or that lie in one it holds', () => {
    const missing = new Set<string>();
    walk(ALL, 'ALL', (one, path) => {
      if (typeof one.instrument !== 'string') return;
      expect(SHIPPED.findInstrument(one.instrument), path).toBeDefined();
      for (const ref of [one.prohibition, one.sanction, one.ref] as (ArticleRef | undefined)[]) {
        if (ref && !SHIPPED.nearestArticle(one.instrument, ref))
          missing.add(`${one.instrument} ${ref.pasal}`);
      }
    });
    expect([...missing].sort()).toEqual([
      'perbkn-6-2022 49',
      'perbkn-6-2022 50',
      'pp-53-2010 4',
      'pp-94-2021 13',
      'pp-94-2021 42',
    ]);
  });
});

describe('the list', () => {
  it('has seven items of ethics and thirteen of discipline', () => {
    expect(VIOLATIONS.map(({ id }) => id)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7].map((n) => `KE${n}`),
      ...Array.from({ length: 13 }, (_, n) => `D${n + 1}`),
    ]);
  });

  it('keeps prohibition and sanction as two numbers that map to each other', () => {
    const pairs = VIOLATIONS.flatMap(({ bases }) => bases).filter(
      (b) => b.prohibition?.angka && b.sanction?.angka,
    );
    expect(pairs.length).toBeGreaterThan(5);
    for (const { prohibition, sanction } of pairs)
      expect(Number(prohibition!.angka) - Number(sanction!.angka)).toBe(2);
  });

  it('keeps conflicts as conflicts', () => {
    const item = (id: string) => VIOLATIONS.find((one) => one.id === id)!;
    for (const id of ['D3', 'D8', 'D9']) {
      expect(new Set(item(id).levels.map((claim) => claim.level)), id).toEqual(new Set(['sedang', 'berat']));
      expect(
        item(id).disputes.map((one) => one.about),
        id,
      ).toContain('level');
    }
    expect(item('D3').bases.map((basis) => basis.printed)).toEqual([
      'Pasal 10 angka 1 huruf b dan c angka 3 dan 4',
    ]);
    expect(item('D3').bases[0]!.sanction).toBeUndefined();
  });
});
