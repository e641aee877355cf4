import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { from as copyFrom } from 'pg-copy-streams';
import { acceptImport } from '../src/agencies/imports/accept.ts';
import { prepare } from '../src/agencies/imports/plan-import.ts';
import { createReadings, type Upload } from '../src/agencies/imports/readings.ts';
import { createAgency, parseRoster } from '../src/agencies/index.ts';
import { transaction } from '../src/platform/db/index.ts';
import { csvBytes, writeXlsx } from '../src/platform/files/index.ts';
import type { Platform } from '../src/platform/platform.ts';
import { type Site, withSite } from './kit/database.ts';
import type { Bench } from './kit/report.ts';
import { copyRows, HEADINGS, rosterRows } from './kit/roster.ts';
import { interleaved } from './kit/rounds.ts';

/**
 * Roster rows a second on the way an officer's file takes: read, kept, planned, then accepted as one transaction, into
 * agencies.person with its key and indexes; against COPY of the same columns into the same table. Each round takes a
 * new institution. Reading alone is held against a bare CSV reader.
 */
export function benchImport(bench: Bench): Promise<void> {
  return withSite(bench, async (site) => {
    const count = bench.people ?? (bench.quick ? 20_000 : 100_000);
    const rows = rosterRows(count);
    const csv = csvBytes([HEADINGS, ...rows]);
    const columns = HEADINGS.map((header) => ({ header }));
    const xlsx = await writeXlsx([{ name: 'Pegawai', columns, rows }]);
    bench.say(`${count} people: CSV ${megabytes(csv)}, XLSX ${megabytes(xlsx)}`);
    const perSecond = (work: () => Promise<unknown>) => async () => {
      const began = performance.now();
      await work();
      return (count * 1000) / (performance.now() - began);
    };
    const rates = await interleaved(bench, bench.quick ? 3 : 5, {
      copy: perSecond(() => copy(site, rows)),
      whole: perSecond(() => wholeImport(site, csv, bench)),
      bare: perSecond(() => bareCsv(csv)),
      csv: perSecond(() => read(csv, 'pegawai.csv', count)),
      xlsx: perSecond(() => read(xlsx, 'pegawai.xlsx', count)),
    });
    const unit = 'rows per second';
    const copied = { anchor: 'COPY of the same columns into the same table', anchorValue: rates.copy };
    const bare = { anchor: 'csv-parse alone over the CSV file', anchorValue: rates.bare };
    bench.report({ figure: 'rows imported from CSV', value: rates.whole, unit, ...copied });
    bench.report({ figure: 'rows read and checked from CSV', value: rates.csv, unit, ...bare });
    bench.report({ figure: 'rows read and checked from XLSX', value: rates.xlsx, unit, ...bare });
  });
}

/** Both ways begin with the institution; the import makes its units itself, COPY needs one to point to. */
async function newAgency({ platform }: Site, withUnit: boolean): Promise<string> {
  const now = platform.now();
  const agencyId = `contoh-${++agencies}`;
  await transaction(platform.pool, async (client) => {
    const names = [{ name: `Kabupaten Contoh ${agencies}`, validFrom: null, validUntil: null, source: null }];
    const place = {
      regionCode: null,
      zone: 'Asia/Jakarta',
      place: 'Contoh',
      letterhead: ['Contoh'],
    } as const;
    const agency = { id: agencyId, level: 'kabupaten', isExample: true, names, ...place } as const;
    await createAgency(client, { ...agency, letterhead: [...agency.letterhead] }, now);
    if (withUnit)
      await client.query(
        `insert into agencies.unit (agency_id, id, name, kind, created_at) select $1, $1 || '-' || n, 'Dinas ' || n, 'opd', $2
         from generate_series(0, 199) n`,
        [agencyId, now],
      );
  });
  return agencyId;
}

let agencies = 0;

async function wholeImport(site: Site, csv: Uint8Array, bench: Bench): Promise<void> {
  const { platform } = site;
  const agencyId = await newAgency(site, false);
  const at = [performance.now()];
  const upload = { agencyId, by: 'system:bench', fileName: 'pegawai.csv', bytes: csv, options: {} };
  const importId = await readAndKeep(platform, upload);
  at.push(performance.now());
  const { digest, plan } = await prepare(platform.pool, agencyId, importId);
  at.push(performance.now());
  const accepting = { agencyId, importId, by: upload.by, digest, parentId: null };
  const counts = await acceptImport(platform.pool, accepting, platform.now());
  at.push(performance.now());
  if (counts.add !== plan.rows.length)
    throw new Error(`of ${plan.rows.length} rows ${counts.add} were added`);
  const [reading, planning, acceptance] = at.slice(1).map((end, i) => Math.round(end - (at[i] as number)));
  bench.say(
    `import: read and kept in ${reading} ms, planned in ${planning} ms, accepted in ${acceptance} ms`,
  );
}

/** Asks often, since the reading's own patience would hold the process. @throws Error for a file with problems */
async function readAndKeep(platform: Platform, upload: Upload): Promise<string> {
  const readings = createReadings(platform);
  const { id } = await readings.start(upload, 1);
  for (
    let reading = readings.find(upload.agencyId, id);
    reading;
    reading = readings.find(upload.agencyId, id)
  ) {
    if (reading.fault) throw reading.fault;
    if (reading.problems) throw new Error(`the roster was refused: ${JSON.stringify(reading.problems)}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return id;
}

async function copy(site: Site, rows: readonly (readonly string[])[]): Promise<void> {
  const agencyId = await newAgency(site, true);
  const client = await site.platform.pool.connect();
  try {
    await pipeline(
      copyRows(agencyId, rows),
      client.query(
        copyFrom(`copy agencies.person (agency_id, id, id_kind, id_number, name, category, rank, post, post_status,
          unit_id, email, status, is_example, changed_at) from stdin`),
      ),
    );
  } finally {
    client.release();
  }
}

async function bareCsv(csv: Uint8Array): Promise<void> {
  const parser = parse({ delimiter: ';', bom: true });
  parser.end(csv);
  for await (const _ of parser);
}

async function read(bytes: Uint8Array, name: string, count: number): Promise<void> {
  const { rows, problems } = await parseRoster(bytes, name);
  if (rows.length !== count)
    throw new Error(`${name}: ${rows.length} of ${count} rows: ${JSON.stringify(problems)}`);
}

function megabytes(bytes: Uint8Array): string {
  return `${(bytes.length / 2 ** 20).toFixed(1)} MB`;
}
