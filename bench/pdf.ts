import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sampleRecord } from '../src/evidence/pdf/fixtures/sample-record.ts';
import { parseRecord } from '../src/verify/index.ts';
import { keptPage, libraryPact, openLibrary, qrPicture, swappedPact } from './kit/library-pact.ts';
import { isShare, makeMillion, makeShare } from './kit/million.ts';
import { opensslSigns } from './kit/outside.ts';
import { type Made, openMaker, type StoredPact, storedPact, wholeFile } from './kit/pacts.ts';
import type { Bench } from './kit/report.ts';
import { interleaved, perCpuSecond, type Rates } from './kit/rounds.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** The nation's civil servants on 1 November 2025, as BKN counts them. */
const NATION = 5_588_245;
const MILLION = 1_000_000;
const PEOPLE = 500;
const BATCH = 25;

/**
 * Complete sealed PDFs (text, drawn signature, QR with its own signature, attachments, PAdES signature) a second of
 * processor time, against `openssl speed` and against @libpdf/core in the same rounds. Every document is another
 * person's. With --million a million different ones are really made, a thread on each core.
 */
export async function benchPdf(bench: Bench): Promise<void> {
  if (isShare) return makeShare();
  const makers = await openMakers();
  const { sealed, rebuilt, drawn, swapped, sizes } = makers;
  bench.say(`${PEOPLE} people, ${sizes.sealed} bytes a file; warming up`);
  await perCpuSecond(3000, sealed);
  await perCpuSecond(1000, rebuilt);
  await perCpuSecond(1000, drawn(true), 20);
  await perCpuSecond(1000, swapped, 20);
  const slice = bench.quick ? 800 : 2000;
  const documents = bench.quick ? 10 : 50;
  // Each begins on a clean heap, warm: none pays for what another left behind.
  const measured = (work: (at: number) => unknown, most?: number) => async () => {
    collectGarbage();
    await perCpuSecond(slice / 4, work, most === undefined ? undefined : most / 5);
    return perCpuSecond(slice, work, most);
  };
  const batches = measured(sealed);
  const rates = await interleaved(bench, bench.quick ? 5 : 9, {
    openssl: async () => opensslSigns(1),
    sealed: async () => BATCH * (await batches()),
    rebuilt: measured(rebuilt),
    embedding: measured(drawn(true), documents),
    plain: measured(drawn(false), documents),
    swapped: measured(swapped, documents),
  });
  reportRates(bench, rates);
  reportSizes(bench, rates, sizes);
  if (bench.million) await reportMillion(bench, rates.sealed);
}

type Name = 'openssl' | 'sealed' | 'rebuilt' | 'embedding' | 'plain' | 'swapped';

function reportRates(bench: Bench, rates: Rates<Name>): void {
  const unit = 'PDF per processor second';
  const of = (figure: string, value: number, anchor: string, anchorValue: number) =>
    bench.report({ figure, value, unit, anchor, anchorValue });
  const openssl = 'openssl speed ecdsap256, signatures a second on one core';
  of('sealed PDFs against raw signatures', rates.sealed, openssl, rates.openssl);
  of('rebuilt PDFs against raw signatures', rates.rebuilt, openssl, rates.openssl);
  of('sealed PDFs against a library', rates.sealed, EMBEDDING, rates.embedding);
  of(
    'sealed PDFs against a library that embeds no font',
    rates.sealed,
    '@libpdf/core, same page, no font embedded',
    rates.plain,
  );
  of(
    'sealed PDFs against the least a library can do',
    rates.sealed,
    '@libpdf/core, a kept page loaded, one ready-made stream swapped, signed',
    rates.swapped,
  );
}

const EMBEDDING = '@libpdf/core, same page, font embedded';

function reportSizes(bench: Bench, rates: Rates<Name>, sizes: { sealed: number; library: number }): void {
  bench.report({
    figure: 'time for the nation on one core, projected',
    value: NATION / rates.sealed / 60,
    unit: `minutes for ${NATION} PDFs`,
    anchor: `${EMBEDDING}, projected`,
    anchorValue: NATION / rates.embedding / 60,
  });
  const size = { figure: 'size of a file', value: sizes.sealed, unit: 'bytes' };
  bench.report({ ...size, anchor: EMBEDDING, anchorValue: sizes.library });
}

async function reportMillion(bench: Bench, rate: number): Promise<void> {
  const made = await makeMillion(bench, MILLION);
  const { files, gigabytes, checked, threads, wallSeconds, cpuSeconds, peakMegabytes } = made;
  bench.say(`${files} files, ${gigabytes.toFixed(1)} GB through memory, ${checked} read back and whole`);
  const figure = `${files} different PDFs made on ${threads} threads`;
  const projected = { anchor: 'the same from the rate of one core', anchorValue: files / rate };
  bench.report({ figure: `${figure}, processor`, value: cpuSeconds, unit: 'seconds', ...projected });
  bench.report({
    figure: `${figure}, wall`,
    value: wallSeconds,
    unit: 'seconds',
    anchor: 'the same from the rate of one core, on all cores at once',
    anchorValue: files / rate / threads,
  });
  bench.report({
    figure: `${figure}, most memory`,
    value: peakMegabytes,
    unit: 'megabytes',
    anchor: 'one file',
    anchorValue: (gigabytes * 1e9) / files / 2 ** 20,
  });
  bench.report({
    figure: 'time for the nation on this machine, projected from the million',
    value: (wallSeconds / files) * (NATION / 60),
    unit: `minutes for ${NATION} PDFs`,
    anchor: 'an hour',
    anchorValue: 60,
  });
}

/** The ways to a file, each tried once for the right answer. */
async function openMakers() {
  const maker = await openMaker();
  const people = Array.from({ length: PEOPLE }, (_, at) => storedPact(at));
  const pick = (at: number) => people[at % PEOPLE] as StoredPact;
  const sealed = async (at: number) => {
    const from = (at * BATCH) % PEOPLE;
    for (const { pdf } of await maker.seal(people.slice(from, from + BATCH))) wholeFile(pdf);
  };
  const kept = await maker.seal(people);
  const rebuilt = (at: number) => wholeFile(maker.rebuild(pick(at), kept[at % PEOPLE] as Made));
  if (!rebuilt(7).equals((kept[7] as Made).pdf.bytes)) throw new Error('a rebuilt PDF differs');

  const library = await openLibrary(maker.keys.seal);
  const pictures = await Promise.all(people.map(({ seal }) => qrPicture(seal.verifyUrl)));
  const records = people.map(({ bytes }) => parseRecord(bytes));
  const drawn = (embed: boolean) => (at: number) =>
    libraryPact(records[at % PEOPLE]!, pictures[at % PEOPLE]!, library, embed);
  const page = await keptPage(sampleRecord(), pictures[0]!, library);
  const own = (at: number) => Buffer.concat([page.content, Buffer.from(`\n% ${pick(at).seal.verifyUrl}\n`)]);
  const swapped = (at: number) => swappedPact(page, own(at), library);
  const bytes = kept.reduce((sum, { pdf }) => sum + pdf.head.length + pdf.tail.length, 0);
  const sizes = { sealed: Math.round(bytes / PEOPLE), library: (await drawn(true)(0)).length };
  return { sealed, rebuilt, drawn, swapped, sizes };
}
