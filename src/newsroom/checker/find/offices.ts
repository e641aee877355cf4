import type { IsoDate } from '../../../law/index.ts';
import type { Reading } from '../read/reading.ts';
import { judgedOn } from '../read/time.ts';
import { overlaps } from '../text/spans.ts';
import type { RawFinding } from '../types.ts';

const PAST =
  /\b(?:eks|mantan|dahulu|dulu|dihapus|dibubarkan|bubar|(?:sudah|telah)\stidak\sada|tidak\sada\slagi|peralihan|dialihkan|beralih|pengganti|menggantikan|sebelum|berakhir|saat\situ|pernah|tahun\s20(?:1\d|2[0-3]))\b/i;

/** A body named as if it still acted, on a day when it was gone. Its place among a decree's signatories is no fault. */
export function findExpiredOffices(reading: Reading, on: IsoDate | undefined): RawFinding[] {
  const day = judgedOn(reading.time, on) ?? reading.time.notBefore?.date;
  if (!day) return [];
  const { bodies, findBody } = reading.register;
  return bodies
    .filter((body) => body.until && day >= body.until.date)
    .flatMap((body) => {
      const names = new RegExp(
        `\\b(?:${body.name.replaceAll(' ', '\\s')}\\b(?:\\s\\(${body.short}\\))?|${body.short}\\b)`,
        'g',
      );
      const successor = (body.succeededBy && findBody(body.succeededBy)?.short) ?? '';
      return [...reading.doc.clean.matchAll(names)].flatMap((match): RawFinding[] => {
        const span = { start: match.index, end: match.index + match[0].length };
        const around = reading.doc.clean.slice(Math.max(0, span.start - 60), span.end + 60);
        if (overlaps(reading.cited, span) || PAST.test(around) || isSignatory(reading, span.start)) return [];
        const params = { name: body.short, until: body.until?.date ?? '', date: day, successor };
        return [{ code: 'office-expired', ...span, params, sources: body.sources }];
      });
    });
}

function isSignatory({ doc }: Reading, at: number): boolean {
  return /(?:Keputusan\sBersama|SKB)\b[^.\n]{0,320}$/i.test(doc.clean.slice(Math.max(0, at - 360), at));
}
