import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import * as z from 'zod';
import { many } from '../../platform/db/index.ts';
import { writeCsv } from '../../platform/files/index.ts';
import type { Lang } from '../../platform/i18n.ts';
import { rosterWords } from '../messages.ts';
import { explain, ROSTER_CODES } from '../roster/index.ts';
import type { Load } from './load.ts';
import { sql } from './sql.ts';

const Row = z.object({
  rowNumber: z.number(),
  part: z.number(),
  field: z.string(),
  code: z.enum(ROSTER_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type KeptBadRow = z.output<typeof Row>;

/** Why rows were not taken, in the order of the file, from behind `after` on. */
export function badRows(
  pool: Pool,
  { agencyId, id: loadId }: Pick<Load, 'agencyId' | 'id'>,
  limit: number,
  after: Pick<KeptBadRow, 'rowNumber' | 'part'> = { rowNumber: 0, part: 0 },
): Promise<KeptBadRow[]> {
  const from = { afterRow: after.rowNumber, afterPart: after.part };
  return many(pool, sql.badRows, { agencyId, loadId, ...from, limit }, Row);
}

/** All that was kept, as lines of a CSV for the officer who puts the file right; no word of a person is in it. */
export async function* badRowsCsv(
  pool: Pool,
  load: Pick<Load, 'agencyId' | 'id'>,
  lang: Lang,
): AsyncGenerator<string> {
  const rows: (string | number)[][] = [
    lang === 'en' ? ['Row', 'Column', 'Reason'] : ['Baris', 'Kolom', 'Alasan'],
  ];
  let after: KeptBadRow | undefined;
  for (;;) {
    const some = await badRows(pool, load, 2_000, after);
    rows.push(...some.map((row) => [row.rowNumber, row.field, explain(row, rosterWords[lang])]));
    yield [...writeCsv(rows)].join('').slice(after ? 1 : 0);
    rows.length = 0;
    after = some.at(-1);
    if (!after) return;
  }
}

export async function writeBadRows(
  pool: Pool,
  load: Pick<Load, 'agencyId' | 'id'>,
  path: string,
): Promise<void> {
  await pipeline(Readable.from(badRowsCsv(pool, load, 'id')), createWriteStream(path));
}
