import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLogKey, makeProof } from '../../../verify/fixtures/log.ts';
import { exampleMinutes, examplePhotos } from '../../../verify/fixtures/minutes.ts';
import {
  canonicalJson,
  checkPact,
  commitment,
  encodeEntry,
  type MinutesRecord,
  maxPhotoBytes,
  maxPhotos,
  minutesBytes,
  minutesContent,
} from '../../../verify/index.ts';
import { absent, judge } from '../../pdf/fixtures/judge.ts';
import { sampleKeys } from '../../pdf/fixtures/keys.ts';
import { sampleSeal } from '../../pdf/fixtures/sample-record.ts';
import { photoOf, sealDocument } from '../../pdf/index.ts';
import { largeMinutes, longestMinutes } from '../fixtures/large-minutes.ts';
import { prepareMinutes } from './minutes.ts';

const seal = { ...sampleSeal, index: 1, origin: 'ikrar.example/contoh/gerakan-1' };
const log = makeLogKey(seal.origin);
const folder = mkdtempSync(join(tmpdir(), 'ikrar-minutes-'));
let keys: Awaited<ReturnType<typeof sampleKeys>>;
let proof: string;
let pdf: Buffer;
beforeAll(async () => {
  keys = await sampleKeys('p256');
  proof = await proofFor(minutesBytes(exampleMinutes()));
  pdf = await sealed(exampleMinutes());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What an institution's own key seals, whether or not the record holds together. */
async function sealed(record: MinutesRecord, photos = examplePhotos): Promise<Buffer> {
  const prepared = prepareMinutes(record, seal, photos.map(photoOf), canonicalJson(record));
  return Buffer.from((await sealDocument(prepared, keys.signer)).bytes);
}

function proofFor(record: Uint8Array, kind: 'pact' | 'minutes' = 'minutes'): Promise<string> {
  return makeProof(log, encodeEntry({ kind, commitment: commitment(seal.salt, record) }), 1, 300);
}

/** A picture filled up with comments to the last byte that is allowed. */
function largest(at: number): Buffer {
  const [photo] = examplePhotos as [Buffer];
  const comments: Buffer[] = [];
  for (let left = maxPhotoBytes - photo.length; left > 0; ) {
    const length = Math.min(left > 65_537 && left < 65_541 ? 60_000 : 65_537, left);
    const comment = Buffer.alloc(length, at);
    comment.writeUInt32BE(0xfffe0000 + length - 2);
    comments.push(comment);
    left -= length;
  }
  return Buffer.concat([photo.subarray(0, 2), ...comments, photo.subarray(2)]);
}

const check = (bytes: Uint8Array, by = proof) =>
  checkPact({ pdf: bytes, roots: [keys.root.certificatePem], logKeys: [log.vkey], proof: by });
const failures = async (bytes: Uint8Array, by?: string) =>
  (await check(bytes, by)).checks
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ code, reason }) => `${code}: ${reason}`);

describe('sealed minutes', () => {
  it('pass every check, in their order', async () => {
    const { checks, verdict, minutes, record } = await check(pdf);
    expect(verdict).toBe('valid');
    expect(record).toBeUndefined();
    expect(minutes).toEqual(exampleMinutes());
    expect(checks.map(({ code }) => code)).toEqual([
      ...['pdf-readable', 'document-whole', 'document-unchanged', 'seal-signature', 'seal-certificate'],
      ...['record-readable', 'minutes-content', 'minutes-counts', 'minutes-photos'],
      ...['log-entry', 'log-inclusion', 'log-head'],
    ]);
  });

  it('ask for the published text where one was read', async () => {
    const input = { pdf, roots: [keys.root.certificatePem], logKeys: [log.vkey], proof };
    const asked = (known: string) =>
      checkPact({ ...input, knownText: () => known }).then(
        ({ checks }) => checks.find(({ code }) => code === 'text-published')?.verdict,
      );
    expect(await asked(String(exampleMinutes().text?.digest))).toBe('pass');
    expect(await asked('0'.repeat(64))).toBe('fail');
    const silent = await sealed(exampleMinutes({ text: null }));
    const { checks } = await checkPact({ ...input, pdf: silent, knownText: () => undefined });
    expect(checks.map(({ code }) => code)).not.toContain('text-published');
  });

  it('may hold no photo, or six', async () => {
    expect(
      await failures(
        await sealed(exampleMinutes({ photos: [] }), []),
        await proofFor(minutesBytes(exampleMinutes({ photos: [] }))),
      ),
    ).toEqual([]);
    expect(pdf.includes('/DCTDecode')).toBe(true);
  });

  it('may hold the six largest photos beside the longest words', async () => {
    const files = Array.from({ length: maxPhotos }, (_, at) => largest(at));
    const photos = files.map((bytes, at) => ({
      ...{ sha256: createHash('sha256').update(bytes).digest('hex'), mediaType: 'image/jpeg' as const },
      ...{ caption: `Foto ${at + 1}`, takenAt: null },
    }));
    const record = { ...longestMinutes(), photos };
    const whole = { ...record, content: minutesContent(record) };
    const bytes = await sealed(whole, files);
    expect(await failures(bytes, await proofFor(minutesBytes(whole)))).toEqual([]);
  });

  it('stay small enough to be checked where remarks and objections are empty lines', async () => {
    const text = `${'x\n'.repeat(999)}x`;
    const [, witness] = exampleMinutes().signatures;
    const objector = { ...witness!, objection: { text, at: exampleMinutes().at } };
    const record = exampleMinutes({ remarks: text, signatures: Array(40).fill(objector) });
    const bytes = await sealed(record);
    expect(bytes.length).toBeLessThan(1_000_000);
    expect(await failures(bytes, await proofFor(minutesBytes(record)))).toEqual([]);
  });

  it.each(['BERITA', 'ikrar/minutes/v1', '/DCTDecode', 'Foto contoh', '/Producer', 'trailer'])(
    'show one flipped byte at %s',
    async (part) => {
      const damaged = Buffer.from(pdf);
      const found = damaged.indexOf(part);
      // Printed words are glyph codes: any byte of a page's marks stands for them.
      const at = found < 0 ? damaged.indexOf('BT /F2') + 1 : found + 3;
      damaged[at] = (damaged[at] as number) ^ 1;
      expect((await check(damaged)).verdict).toBe('invalid');
    },
  );

  it('show a photo exchanged in the file', async () => {
    const damaged = Buffer.from(pdf);
    const at = damaged.indexOf(examplePhotos[1]!) + 80;
    damaged[at] = (damaged[at] as number) ^ 1;
    expect(await failures(damaged)).toEqual([
      'document-unchanged: digest-mismatch',
      'minutes-photos: photos-mismatch',
    ]);
  });
});

/** Attacker: the institution itself, whose key seals whatever it is given. Only the log stands against it, or the record. */
const changed = (changes: Partial<MinutesRecord>) => ({ ...exampleMinutes(), ...changes });
const recomputed = (changes: Partial<MinutesRecord>) => {
  const record = changed(changes);
  return { ...record, content: minutesContent(record) };
};
const base = exampleMinutes();
const total = { ...base.counts.total, signed: 4 };
const contents: [string, Partial<MinutesRecord>][] = [
  ['example', { example: false }],
  ['agency', { agency: { ...base.agency, name: 'Lain' } }],
  ['campaign', { campaign: { ...base.campaign, title: 'Lain' } }],
  ['bases', { bases: [] }],
  ['ceremony', { ceremony: { ...base.ceremony, title: 'Lain' } }],
  ['held', { held: { ...base.held, startedAt: '08:00' } }],
  ['text', { text: null }],
  ['runSheet', { runSheet: [] }],
  ['officers', { officers: [] }],
  ['guests', { guests: [] }],
  ['symbolic', { symbolic: [] }],
  ['annexes', { annexes: [] }],
  ['remarks', { remarks: 'Lain.' }],
];

describe('minutes sealed again with other words', () => {
  it.each(contents)('%s: what was signed and what is logged differ', async (_, changes) => {
    const again = await sealed(changed(changes));
    expect(await failures(again)).toEqual([
      'minutes-content: content-mismatch',
      'log-inclusion: inclusion-mismatch',
    ]);
    expect(await failures(await sealed(recomputed(changes)))).toEqual(['log-inclusion: inclusion-mismatch']);
  });

  it.each<[string, Partial<MinutesRecord>]>([
    ['receipt', { receipt: '0123-4567-89AB-CDEF' }],
    ['version', { ceremony: { ...base.ceremony, version: 2, replaces: base.receipt } }],
    ['signatures', { signatures: [base.signatures[0]!] }],
    ['at', { at: '2024-09-19T02:00:00.000Z' }],
  ])('%s, which no signer saw: what is logged differs', async (_, changes) => {
    expect(await failures(await sealed(changed(changes)))).toEqual(['log-inclusion: inclusion-mismatch']);
  });

  it('counts: they do not add up either', async () => {
    expect(await failures(await sealed(recomputed({ counts: { ...base.counts, total } })))).toEqual([
      'minutes-counts: counts-mismatch',
      'log-inclusion: inclusion-mismatch',
    ]);
  });

  it('photos: exchanged, left out or turned round', async () => {
    for (const photos of [[...examplePhotos].reverse(), examplePhotos.slice(1), []])
      expect(await failures(await sealedWith(photos))).toEqual(['minutes-photos: photos-mismatch']);
  });

  it('as another kind of entry', async () => {
    expect(await failures(pdf, await proofFor(minutesBytes(base), 'pact'))).toEqual([
      'log-inclusion: inclusion-mismatch',
    ]);
  });
});

/** The photos of a record with as many, but other ones in the file. */
async function sealedWith(photos: readonly Buffer[]): Promise<Buffer> {
  const drawn = { ...base, photos: base.photos.slice(0, photos.length) };
  const prepared = prepareMinutes(drawn, seal, photos.map(photoOf), minutesBytes(base));
  return Buffer.from((await sealDocument(prepared, keys.signer)).bytes);
}

const missing = absent(['pdfsig', 'certutil', 'qpdf', 'pdftotext', 'pdfimages', 'zbarimg', 'pdftoppm']);
if (missing.length > 0) console.log(`outside judges skipped, not installed: ${missing.join(', ')}`);

describe.skipIf(missing.length > 0)('outside judges', () => {
  const written = (name: string, bytes: Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };

  it('find the seal valid and whole, the file well formed, and the photos as they were', async () => {
    const path = written('minutes.pdf', pdf);
    const [root, nss] = [written('root.pem', Buffer.from(keys.root.certificatePem)), join(folder, 'nss')];
    judge('mkdir', [nss]);
    judge('certutil', ['-N', '-d', `sql:${nss}`, '--empty-password']);
    judge('certutil', ['-A', '-d', `sql:${nss}`, '-n', 'root', '-t', 'CT,C,C', '-i', root]);
    const { said } = judge('pdfsig', ['-nssdir', `sql:${nss}`, path])!;
    expect(said).toContain('Signature Validation: Signature is Valid.');
    expect(said).toContain('Certificate Validation: Certificate is Trusted.');
    expect(said).toMatch(/(?<!Not )[Tt]otal document signed/);
    const checked = judge('qpdf', ['--check', path])!;
    expect([checked.code, /warn/i.test(checked.said)], checked.said).toEqual([0, false]);
    const pictures = judge('pdfimages', ['-list', path])!
      .said.split('\n')
      .filter((line) => /\bjpeg\b/.test(line));
    expect(pictures.map((line) => line.trim().split(/\s+/).slice(3, 6))).toEqual([
      ['12', '8', 'rgb'],
      ['12', '8', 'gray'],
    ]);
  });

  it('read what is missing as missing, and every figure with its denominator', () => {
    const { said } = judge('pdftotext', ['-layout', written('minutes.pdf', pdf), '-'])!;
    const flat = said.replace(/\s+/g, ' ');
    for (const words of [
      ...['BERITA ACARA', 'Rabu, 18 September 2024', 'pukul 07.30 sampai (tidak tercatat) WIB'],
      ...['4 dari 5 hadir, 1 di antaranya terlambat; 3 dari 5 menandatangani.'],
      ...['Komandan apel : tidak tercatat', 'Polisi Contoh (Kepolisian Contoh), 2 orang'],
      ...['Bukan tanda tangan yang diwakili', '(belum menandatangani)', base.receipt, 'CONTOH'],
      ...['Foto 1. Foto contoh 1 (waktu tidak tercatat)', 'Halaman 1 dari 2'],
    ])
      expect(flat).toContain(words);
  });

  it('read the address that checks it from the printed code', () => {
    const page = join(folder, 'page');
    judge('pdftoppm', ['-r', '200', '-gray', '-singlefile', written('minutes.pdf', pdf), page]);
    expect(judge('zbarimg', ['-q', '--nodbus', '--raw', `${page}.pgm`])?.said.trim()).toBe(seal.verifyUrl);
  });

  it('find everything inside the margins, of forty units and of the longest values', async () => {
    for (const record of [largeMinutes(), longestMinutes()]) {
      const path = written('long.pdf', await sealed(record));
      const { said } = judge('pdftotext', ['-bbox', path, '-'])!;
      const boxes = [
        ...said.matchAll(/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)"/g),
      ];
      expect(boxes.length).toBeGreaterThan(500);
      const outside = boxes.filter(([, left, top, right, bottom]) => {
        return Number(left) < 70 || Number(right) > 535 || Number(top) < 15 || Number(bottom) > 825;
      });
      expect(outside.map(([whole]) => whole)).toEqual([]);
    }
  });
});
