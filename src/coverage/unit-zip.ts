import { recordByReceipt, type StoredRecord, sealPacts } from '../evidence/index.ts';
import { type ZipInput, zipStream } from '../platform/files/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { SealedOf } from './people.ts';

/** Sealed together where they never were: a distant key is asked twice for so many. */
const AT_ONCE = 50;

/** The signed PDFs of these records, few in memory at a time, in a folder for each unit. */
export function pactZip(
  platform: Platform,
  agencyId: string,
  sealed: readonly SealedOf[],
): ReadableStream<Uint8Array> {
  return zipStream(files(platform, agencyId, sealed), { modified: platform.now() });
}

async function* files(
  platform: Platform,
  agencyId: string,
  sealed: readonly SealedOf[],
): AsyncGenerator<ZipInput> {
  for (let from = 0; from < sealed.length; from += AT_ONCE) {
    const some = sealed.slice(from, from + AT_ONCE);
    const stored: StoredRecord[] = [];
    for (const { receipt } of some) stored.push(await recordByReceipt(platform.pool, agencyId, receipt));
    for (const [at, { pdf }] of (await sealPacts(platform, stored)).entries()) {
      const one = some[at] as SealedOf;
      yield { name: `${folderName(one.unitName)}/${pactName(one)}`, bytes: pdf.bytes };
    }
  }
}

/** Name, last four digits of the number, receipt: told apart by people, safe on every system. */
export function pactName({
  name,
  idNumber,
  receipt,
}: Pick<SealedOf, 'name' | 'idNumber' | 'receipt'>): string {
  const four = (idNumber ?? '').replace(/\D/g, '').slice(-4);
  return `${[plain(name, 60) || 'pakta', four, receipt].filter(Boolean).join('-')}.pdf`;
}

export function folderName(unit: string): string {
  return plain(unit, 60) || 'unit';
}

/** Letters and digits with hyphens; CON, NUL and their like get an underscore, for Windows keeps them. */
function plain(text: string, longest: number): string {
  const words = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘ʼ]/g, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-|-$/g, '');
  return /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(words) ? `${words}_` : words;
}
