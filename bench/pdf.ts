import { sampleKeys } from '../src/evidence/pdf/fixtures/keys.ts';
import { sampleRecord, sampleSeal } from '../src/evidence/pdf/fixtures/sample-record.ts';
import { assemblePdf, compilePact, preparePact, sealDocument } from '../src/evidence/pdf/index.ts';
import { formatReceipt, type Seal, type SealedRecord } from '../src/verify/index.ts';
import { libraryPact, openLibrary, qrPicture } from './kit/library-pact.ts';
import { opensslSigns } from './kit/outside.ts';
import type { Bench } from './kit/report.ts';
import { interleaved, perCpuSecond } from './kit/rounds.ts';

/** The nation's civil servants on 1 November 2025, as BKN counts them. */
const NATION = 5_588_245;

/**
 * Complete sealed PDFs (text, QR, attachments, PAdES signature) a second of processor time, against `openssl speed` and
 * against @libpdf/core making the same page. Every document has another person, receipt, address and place in the log.
 */
export async function benchPdf(bench: Bench): Promise<void> {
  const makers = await openMakers();
  const { sealed, rebuilt, library, sizes } = makers;
  bench.say(`${PEOPLE} people, ${sizes.sealed} bytes a file; warming up`);
  await perCpuSecond(1500, sealed);
  await perCpuSecond(1000, rebuilt);
  await perCpuSecond(1000, library(true), 20);
  const slice = bench.quick ? 1000 : 2000;
  const documents = bench.quick ? 10 : 50;
  const rates = await interleaved(bench, bench.quick ? 5 : 9, {
    openssl: async () => opensslSigns(1),
    sealed: () => perCpuSecond(slice, sealed),
    rebuilt: () => perCpuSecond(slice, rebuilt),
    library: () => perCpuSecond(slice, library(true), documents),
    libraryPlain: () => perCpuSecond(slice, library(false), documents),
  });
  const openssl = {
    anchor: 'openssl speed ecdsap256, signatures a second on one core',
    anchorValue: rates.openssl,
  };
  const embedding = { anchor: '@libpdf/core, same page, font embedded', anchorValue: rates.library };
  const plain = { anchor: '@libpdf/core, same page, no font embedded', anchorValue: rates.libraryPlain };
  const unit = 'PDF per processor second';
  bench.report({ figure: 'sealed PDFs against raw signatures', value: rates.sealed, unit, ...openssl });
  bench.report({ figure: 'sealed PDFs against a library', value: rates.sealed, unit, ...embedding });
  bench.report({
    figure: 'sealed PDFs against a library that embeds no font',
    value: rates.sealed,
    unit,
    ...plain,
  });
  bench.report({ figure: 'rebuilt PDFs against raw signatures', value: rates.rebuilt, unit, ...openssl });
  bench.report({
    figure: 'time for the nation on one core, projected',
    value: NATION / rates.sealed / 60,
    unit: `minutes for ${NATION} PDFs`,
    anchor: `${embedding.anchor}, projected`,
    anchorValue: NATION / rates.library / 60,
  });
  bench.report({
    figure: 'size of a file',
    value: sizes.sealed,
    unit: 'bytes',
    anchor: embedding.anchor,
    anchorValue: sizes.library,
  });
}

/** The three ways to a file, each warmed by one whole set and tried for the right answer. */
async function openMakers() {
  const { signer, seal } = await sampleKeys('p256');
  const template = compilePact(sampleRecord());
  const people = Array.from({ length: PEOPLE }, (_, at) => person(at));
  const pick = (at: number) => people[at % PEOPLE] as Person;
  const prepared = (at: number) => preparePact(pick(at).record, pick(at).seal, template);
  const sealed = (at: number) => sealDocument(prepared(at), signer);
  const kept = await Promise.all(people.map((_, at) => sealed(at)));
  const rebuilt = (at: number) =>
    assemblePdf(prepared(at), signer, kept[at % PEOPLE]?.signature as Uint8Array);
  if (!Buffer.from(rebuilt(7)).equals(kept[7]?.bytes as Uint8Array)) throw new Error('a rebuilt PDF differs');

  const opened = await openLibrary(seal);
  const pictures = await Promise.all(people.map((one) => qrPicture(one.seal.verifyUrl)));
  const library = (embed: boolean) => (at: number) =>
    libraryPact(pick(at).record, pictures[at % PEOPLE] as Uint8Array, opened, embed);
  const bytes = kept.reduce((sum, file) => sum + file.bytes.length, 0);
  const sizes = { sealed: Math.round(bytes / PEOPLE), library: (await library(true)(0)).length };
  return { sealed, rebuilt, library, sizes };
}

const PEOPLE = 500;

interface Person {
  record: SealedRecord;
  seal: Seal;
}

function person(at: number): Person {
  const base = sampleRecord();
  const receipt = formatReceipt(Buffer.from(String(at).padStart(10, '7')));
  const name = `${FIRST[at % FIRST.length]} ${LAST[(at * 7) % LAST.length]} Contoh, S.Sos.`;
  const idNumber = `19850312201001${String(1000 + at)}`;
  const record = {
    ...base,
    receipt,
    person: { ...base.person, name, idNumber },
    act: { ...base.act, typedName: name, at: new Date(Date.UTC(2024, 8, 18, 0, 0, at)).toISOString() },
  };
  const seal = {
    ...sampleSeal,
    index: at,
    salt: Buffer.alloc(32, at),
    verifyUrl: `https://ikrar.example/v/contoh-dishub/${receipt}`,
  };
  return { record, seal };
}

const FIRST = ['Siti', 'Budi', 'Yosefina', 'Jumiati', 'Hendra', 'Wayan', 'Fatimah'];
const LAST = [
  'Rahmawati',
  'Santoso',
  'Wanggai',
  'Lestari',
  'Saputra',
  'Ginting',
  'Nur',
  'Hutapea',
  'Mansyur',
];
