import type { Point } from '../read/points.ts';
import type { RawFinding } from '../types.ts';

/** A fixed turn of the pledge with one word open: what may stand there, and what should. */
const TURNS: readonly { readonly pattern: RegExp; readonly fits: RegExp; readonly should: string }[] = [
  {
    pattern: /politik\suang\s(\p{L}+)\ssegala/iu,
    fits: /^(?:dan|serta|maupun|atau|beserta|ataupun)$/i,
    should: 'dan',
  },
  { pattern: /intimidasi\s(\p{L}+)\sancaman/iu, fits: /^(?:dan|atau|maupun|serta|ataupun)$/i, should: 'dan' },
  {
    pattern: /ujaran\skebencian,?\s(\p{L}+)\s(?:berita\sbohong|hoaks)/iu,
    fits: /^(?:dan|serta|maupun|atau|ataupun)$/i,
    should: 'serta',
  },
  {
    pattern: /sebelum,\sselama,?\s(\p{L}+)\s(?:sesudah|setelah)/iu,
    fits: /^(?:maupun|dan|atau|serta|ataupun)$/i,
    should: 'maupun',
  },
  {
    pattern: /(\p{L}+)\smemihak\s(?:ke)?pada/iu,
    fits: /^(?:tidak|tanpa|tak|jangan|bukan|enggan)$/i,
    should: 'tidak',
  },
  {
    pattern: /(\p{L}+)\s(?:menyebarkan|menyebar)\sujaran\skebencian/iu,
    fits: /^(?:tidak|tanpa|tak|jangan|dan)$/i,
    should: 'tidak',
  },
  {
    pattern: /kepentingan,?\s(\p{L}+)\smelakukan\s(?:praktik|praktek)/iu,
    fits: /^(?:tidak|tak|tanpa|jangan|dan|serta)$/i,
    should: 'tidak',
  },
];

/** A small word that turns a point's meaning: "politik uang dari segala", a lost "tidak". */
export function findSlips(points: readonly Point[]): RawFinding[] {
  return points.flatMap((point) =>
    TURNS.flatMap(({ pattern, fits, should }) => {
      const match = pattern.exec(point.text);
      const printed = match?.[1];
      if (!match || !printed || fits.test(printed)) return [];
      return [
        {
          code: 'points-differ',
          variant: 'slip',
          start: point.start,
          end: point.end,
          params: { printed, should, near: match[0] },
          sources: [],
        },
      ];
    }),
  );
}
