import { readFile } from 'node:fs/promises';
import type { Pool } from 'pg';
import * as z from 'zod';
import { UsageError } from '../../platform/command.ts';
import { transaction } from '../../platform/db/index.ts';
import { detectDelimiter } from '../../platform/files/csv-delimiter.ts';
import { agencyIds, createAgency, LEVELS, ZONES } from '../agency.ts';
import { recordsOf, textOf } from './records.ts';

const Line = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/),
  name: z.string().min(1).max(200),
  level: z.enum(LEVELS),
  zone: z.enum(ZONES),
  regionCode: z
    .string()
    .regex(/^\d\d(\.\d\d)?$/)
    .nullable(),
  place: z.string().nullable(),
});

/**
 * Adds the institutions of a CSV file that are not there yet: id, name, level, zone, region code, place; a heading first.
 * @throws UsageError naming the line
 */
export async function addAgencies(pool: Pool, path: string, now: Date): Promise<void> {
  const text = textOf(await readFile(path));
  const known = new Set(await agencyIds(pool));
  const records = [...recordsOf(text, detectDelimiter(text).delimiter)].slice(1);
  await transaction(pool, async (client) => {
    for (const [at, cells] of records.entries()) {
      if (cells.every((cell) => cell.trim() === '')) continue;
      const [id, name, level, zone, regionCode, place] = cells.map((cell) => cell.trim());
      const line = {
        id,
        name,
        level,
        zone: zone || 'Asia/Jakarta',
        regionCode: regionCode || null,
        place: place || null,
      };
      const read = Line.safeParse(line);
      if (!read.success)
        throw new UsageError(`${path}, line ${at + 2}: ${read.error.issues[0]?.path.join('.')}`);
      if (known.has(read.data.id)) continue;
      const names = [{ name: read.data.name, validFrom: null, validUntil: null, source: null }];
      await createAgency(
        client,
        { ...read.data, letterhead: [read.data.name], isExample: false, names },
        now,
      );
    }
  });
}
