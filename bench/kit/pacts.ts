import { sampleKeys } from '../../src/evidence/pdf/fixtures/keys.ts';
import { sampleRecord, sampleSeal } from '../../src/evidence/pdf/fixtures/sample-record.ts';
import {
  compilePact,
  openInFrame,
  preparePact,
  rebuildPdf,
  type SealedPdf,
  sealDocuments,
  signAll,
} from '../../src/evidence/pdf/index.ts';
import { rawEcdsa } from '../../src/evidence/seals/ecdsa-value.ts';
import {
  claimsMessage,
  claimsOf,
  commitment,
  encodeClaims,
  formatReceipt,
  qrText,
  recordBytes,
  type Seal,
} from '../../src/verify/index.ts';

/** A record as it is stored, and its place. */
export interface StoredPact {
  bytes: Buffer;
  seal: Seal;
}

/** What made a file, enough to make it again. */
export interface Made {
  pdf: SealedPdf;
  qrSignature: Buffer;
}

/** The work of `sealPacts` without its database: from stored bytes to whole files in memory. */
export interface Maker {
  /** Both signatures for everybody in two calls to the key, files hashed. */
  seal(batch: readonly StoredPact[]): Promise<Made[]>;
  rebuild(stored: StoredPact, made: Made): SealedPdf;
}

export async function openMaker(): Promise<Maker & { keys: Awaited<ReturnType<typeof sampleKeys>> }> {
  const keys = await sampleKeys('p256');
  const { signer } = keys;
  const template = compilePact(sampleRecord());
  const open = ({ bytes, seal }: StoredPact) => {
    const opened = openInFrame(bytes, template.frame, template.shared);
    if (!opened) throw new Error('a record of another campaign');
    const { record } = opened;
    const claims = encodeClaims(claimsOf(record, seal.index, commitment(seal.salt, bytes), KEY_ID));
    return { record, bytes, seal, claims };
  };
  const prepare = ({ record, bytes, seal, claims }: ReturnType<typeof open>, qrSignature: Uint8Array) =>
    preparePact(record, seal, template, { bytes, qrText: qrText(ADDRESS, claims, qrSignature) });
  return {
    keys,
    async seal(batch) {
      const opened = batch.map(open);
      const signed = await signAll(
        signer,
        opened.map(({ claims }) => claimsMessage(claims)),
      );
      const raw = signed.map(rawEcdsa);
      const prepared = opened.map((one, at) => prepare(one, raw[at]!));
      const sealed = await sealDocuments(prepared, signer);
      return sealed.map((pdf, at) => ({ pdf, qrSignature: raw[at]! }));
    },
    rebuild: (stored, { pdf, qrSignature }) =>
      rebuildPdf(prepare(open(stored), qrSignature), signer, pdf.signature),
  };
}

const KEY_ID = '0a1b2c3d';
const ADDRESS = 'https://ikrar.example';
/** Room for every file, used again for each. */
const desk = Buffer.alloc(1 << 20);

/** The whole file in one piece of memory, which the next one overwrites. */
export function wholeFile({ head, tail }: SealedPdf): Buffer {
  desk.set(head);
  desk.set(tail, head.length);
  return desk.subarray(0, head.length + tail.length);
}

/** Another person, number, receipt, moment and place in the log for each. */
export function storedPact(at: number): StoredPact {
  const receipt = formatReceipt(Buffer.from(String(at).padStart(10, '7')));
  const name = `${FIRST[at % FIRST.length]} ${LAST[(at * 7) % LAST.length]} Contoh, S.Sos.`;
  const own = [
    new Date(Date.UTC(2024, 8, 18, 0, 0, at)).toISOString(),
    name,
    `1985031220${String(10_000_000 + at)}`,
    name,
    receipt,
  ];
  const bytes = Buffer.from(COMMON.map((part, place) => part + (own[place] ?? '')).join(''));
  const salt = Buffer.alloc(32, at);
  const verifyUrl = `${ADDRESS}/v/contoh-dishub/${receipt}`;
  return { bytes, seal: { ...sampleSeal, index: at, salt, verifyUrl } };
}

/** Canonical bytes of the sample record, cut where moment, typed name, number, name and receipt stand. */
const COMMON = commonParts();

function commonParts(): string[] {
  const base = sampleRecord();
  const marked = recordBytes({
    ...base,
    receipt: '0000-0000-0000-0000',
    person: { ...base.person, name: 'NAMA', idNumber: '0'.repeat(18) },
    act: { ...base.act, typedName: 'NAMA', at: '2000-01-01T00:00:00.000Z' },
  });
  const holes = /2000-01-01T00:00:00\.000Z|(?<=")NAMA(?=")|(?<=")0{18}(?=")|0000-0000-0000-0000/;
  return Buffer.from(marked).toString().split(holes);
}

const FIRST = ['Siti', 'Budi', 'Yosefina', 'Jumiati', 'Hendra', 'Wayan', 'Fatimah'];
const LAST = [
  ...['Rahmawati', 'Santoso', 'Wanggai', 'Lestari', 'Saputra', 'Ginting', 'Nur', 'Hutapea', 'Mansyur'],
];
