import { beforeAll, describe, expect, it } from 'vitest';
import { type LogKey, makeLogKey, makeProof } from './fixtures/log.ts';
import { makePdf, type PdfOptions, pactOptions } from './fixtures/pdf.ts';
import { exampleRecord, exampleSalt } from './fixtures/record.ts';
import { makeSealKeys, type SealKeys } from './fixtures/seal.ts';
import {
  checkMeanings,
  checkPact,
  commitment,
  encodeEntry,
  type PactCheckInput,
  type PactReport,
  reasonMeanings,
  recordBytes,
} from './index.ts';

const origin = 'ikrar.example/contoh/gerakan-1';
const seal = {
  index: 5,
  origin,
  salt: exampleSalt,
  verifyUrl: 'https://ikrar.example/periksa/0123-4567-89AB-CDEF',
};
const entry = encodeEntry({ kind: 'pact', commitment: commitment(exampleSalt, recordBytes(exampleRecord)) });

let keys: SealKeys;
let log: LogKey;
let proof: string;
let sound: PactCheckInput & { proof: string };

beforeAll(async () => {
  keys = makeSealKeys();
  log = makeLogKey(origin);
  proof = await makeProof(log, entry, 5, 11);
  sound = { pdf: pdfWith({}), roots: [keys.rootPem], logKeys: [log.vkey], proof };
});

function pdfWith(options: Partial<PdfOptions>, using = keys): Uint8Array {
  return makePdf(using, { ...pactOptions(exampleRecord, seal), ...options });
}

/** The checks that did not pass, as `code: reason`. */
function failures(report: PactReport): string[] {
  return report.checks
    .filter((check) => check.verdict === 'fail')
    .map((check) => `${check.code}: ${check.reason}`);
}

async function failuresOf(input: Partial<PactCheckInput>): Promise<string[]> {
  return failures(await checkPact({ ...sound, ...input }));
}

describe('a sound pact', () => {
  it('passes every check and gives the record and the seal', async () => {
    const report = await checkPact(sound);
    expect(report.checks.filter((check) => check.verdict !== 'pass')).toEqual([]);
    expect(report.verdict).toBe('valid');
    expect(report.record).toEqual(exampleRecord);
    expect(report.seal).toEqual(seal);
    expect(report.checks.map((check) => check.code)).not.toContain('text-published');
  });

  it('passes with an RSA seal and an exact reserve', async () => {
    const rsa = makeSealKeys({ rsa: true });
    expect(await failuresOf({ pdf: pdfWith({ padding: 0 }, rsa), roots: [rsa.rootPem] })).toEqual([]);
  });

  it('is incomplete, never invalid, when something to compare with is not given', async () => {
    const { proof: _, ...withoutProof } = sound;
    const cases: [PactCheckInput, string][] = [
      [{ ...sound, roots: [] }, 'seal-certificate no-roots'],
      [{ ...sound, logKeys: [] }, 'log-head no-log-keys'],
      [withoutProof, 'log-entry no-proof,log-inclusion no-proof,log-head no-proof'],
      [{ ...sound, knownText: () => undefined }, 'text-published text-not-known'],
    ];
    for (const [input, expected] of cases) {
      const report = await checkPact(input);
      const open = report.checks.filter((check) => check.verdict === 'unknown');
      expect(open.map((check) => `${check.code} ${check.reason}`).join()).toBe(expected);
      expect(report.verdict).toBe('incomplete');
    }
  });
});

describe('a tampered pact', () => {
  it('fails at least one check for every flipped bit pattern at every byte', async () => {
    for (let at = 0; at < sound.pdf.length; at += 1) {
      const pdf = Uint8Array.from(sound.pdf);
      pdf[at] = (pdf[at] as number) ^ (1 << (at % 8));
      const report = await checkPact({ ...sound, pdf });
      if (report.verdict !== 'invalid') expect.fail(`byte ${at}: ${JSON.stringify(report.checks)}`);
    }
  });

  it('fails for every character of the seal value set to another digit, its upper case, or a space', async () => {
    const start = Buffer.from(sound.pdf).indexOf('/Contents <') + 11;
    const end = Buffer.from(sound.pdf).indexOf('>', start);
    for (let at = start; at < end; at += 1) {
      const digit = String.fromCharCode(sound.pdf[at] as number);
      const other = ((Number.parseInt(digit, 16) + 1 + (at % 15)) % 16).toString(16);
      for (const changed of [other, digit.toUpperCase(), ' ']) {
        if (changed === digit) continue;
        const pdf = Uint8Array.from(sound.pdf);
        pdf[at] = changed.charCodeAt(0);
        const report = await checkPact({ ...sound, pdf });
        if (report.verdict !== 'invalid')
          expect.fail(`byte ${at} to ${changed}: ${JSON.stringify(report.checks)}`);
      }
    }
  });

  it('names bytes added after the seal', async () => {
    const pdf = Buffer.concat([sound.pdf, Buffer.from('\n')]);
    expect(await failuresOf({ pdf })).toEqual(['pdf-readable: changed-after-signing']);
    const update =
      '1 0 obj\nnull\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< >>\nstartxref\n9\n%%EOF\n';
    const updated = Buffer.concat([sound.pdf, Buffer.from(update)]);
    expect(await failuresOf({ pdf: updated })).toEqual(['pdf-readable: changed-after-signing']);
  });

  it('names a changed page, a changed range, and a seal over less than the file', async () => {
    const changed = Buffer.from(sound.pdf.map((byte) => byte));
    changed.write('Segel', changed.indexOf('(Segel') + 1);
    changed.write('Palsu', changed.indexOf('(Segel') + 1);
    expect(await failuresOf({ pdf: changed })).toEqual(['document-unchanged: digest-mismatch']);
    const narrow = pdfWith({ edit: (text) => text.replace('/ByteRange [0 0', '/ByteRange [1 0') });
    expect(await failuresOf({ pdf: narrow })).toEqual(['document-whole: range-not-whole']);
  });
});

describe('a seal that is not as it must be', () => {
  const cases: [string, Partial<PdfOptions> | (() => Partial<PdfOptions>), string[]][] = [
    ['a signing time', { signingTime: true }, ['seal-signature: cms-signing-time']],
    ['an unsigned attribute', { unsignedAttribute: true }, ['seal-signature: cms-unsigned-part']],
    [
      'another named certificate',
      () => ({ named: keys.chain[1]! }),
      ['seal-signature: signing-certificate-mismatch'],
    ],
    ['no certificate of its own', () => ({ carried: [keys.chain[1]!] }), ['seal-signature: signer-missing']],
    ['no intermediate', () => ({ carried: [keys.chain[0]!] }), ['seal-certificate: untrusted-root']],
    [
      'another seal type',
      { edit: (t) => t.replace('ETSI.CAdES', 'ETSI.CAdEX') },
      ['pdf-readable: pdf-structure'],
    ],
    ['no signature', { edit: (t) => t.replace('/FT /Sig', '/FT /Btn') }, ['pdf-readable: no-signature']],
    [
      'two signatures',
      { edit: (t) => t.replace('/Fields [3 0 R] /SigFlags 3', '/Fields [3 0 R 3 0 R]      ') },
      ['pdf-readable: several-signatures'],
    ],
    [
      'no record',
      { edit: (t) => t.replaceAll('ikrar-record', 'other-record') },
      ['record-readable: no-attachment'],
    ],
    [
      'no seal data',
      { edit: (t) => t.replaceAll('ikrar-seal', 'other-seal') },
      ['record-readable: no-attachment'],
    ],
  ];
  it.each(cases)('names %s', async (_, options, expected) => {
    const pdf = pdfWith(typeof options === 'function' ? options() : options);
    expect(await failuresOf({ pdf })).toEqual(expected);
  });

  it('names a certificate outside the chain, a strange root, and one not valid or not fit', async () => {
    const other = makeSealKeys();
    const carried = [...keys.chain, other.chain[0]!];
    expect(await failuresOf({ pdf: pdfWith({ carried }) })).toEqual(['seal-certificate: certificate-unused']);
    expect(await failuresOf({ roots: [other.rootPem] })).toEqual(['seal-certificate: untrusted-root']);
    const flood = [...keys.chain, ...Array.from({ length: 7 }, () => other.chain[1]!)];
    expect(await failuresOf({ pdf: pdfWith({ carried: flood }) })).toEqual(['seal-signature: cms-structure']);
    const expired = makeSealKeys({ notAfter: '240918010203Z' });
    const over = { pdf: pdfWith({}, expired), roots: [expired.rootPem] };
    expect(await failuresOf(over)).toEqual(['seal-certificate: certificate-not-valid-then']);
    const unfit = [makeSealKeys({ leafUsage: 0x20 }), makeSealKeys({ intermediateIsAuthority: false })];
    for (const using of unfit) {
      const input = { pdf: pdfWith({}, using), roots: [using.rootPem] };
      expect(await failuresOf(input)).toEqual(['seal-certificate: certificate-usage']);
    }
    const odd = makeSealKeys({ unknownCritical: true });
    const strange = { pdf: pdfWith({}, odd), roots: [odd.rootPem] };
    expect(await failuresOf(strange)).toEqual(['seal-certificate: certificate-extension']);
  });
});

describe('a record or a proof that does not fit', () => {
  it('names a text that is not the digested or not the published one', async () => {
    const text = { ...exampleRecord.text, closing: 'Lain.' };
    const pdf = makePdf(keys, pactOptions({ ...exampleRecord, text }, seal));
    expect(await failuresOf({ pdf })).toEqual([
      'text-digest: text-digest-mismatch',
      'log-inclusion: inclusion-mismatch',
    ]);
    const knownText = () => 'f'.repeat(64);
    expect(await failuresOf({ knownText })).toEqual(['text-published: text-not-published']);
    const published = (id: string, version: number) =>
      id === 'contoh-pakta' && version === 1 ? digest : undefined;
    const digest = exampleRecord.text.digest;
    expect((await checkPact({ ...sound, knownText: published })).verdict).toBe('valid');
  });

  it('names a record that is not readable', async () => {
    const record = Buffer.from(JSON.stringify(exampleRecord));
    expect(await failuresOf({ pdf: pdfWith({ record }) })).toEqual(['record-readable: not-canonical']);
  });

  it('names another place, another salt, another log, another key, a broken proof', async () => {
    const elsewhere = pactOptions(exampleRecord, { ...seal, index: 6 });
    expect(await failuresOf({ pdf: makePdf(keys, elsewhere) })).toEqual(['log-entry: entry-index-mismatch']);
    const salted = pactOptions(exampleRecord, { ...seal, salt: new Uint8Array(32) });
    expect(await failuresOf({ pdf: makePdf(keys, salted) })).toEqual(['log-inclusion: inclusion-mismatch']);

    const otherLog = makeLogKey('ikrar.example/lain');
    const foreign = { proof: await makeProof(otherLog, entry, 5, 11), logKeys: [otherLog.vkey] };
    expect(await failuresOf(foreign)).toEqual(['log-head: origin-mismatch']);
    expect(await failuresOf({ logKeys: [makeLogKey(origin).vkey] })).toEqual(['log-head: note-unsigned']);
    const broken = ['log-entry', 'log-inclusion', 'log-head'].map((code) => `${code}: bad-proof`);
    expect(await failuresOf({ proof: 'c2sp.org/tlog-proof@v2\n\n' })).toEqual(broken);
  });

  it('fails for every changed character of the proof', async () => {
    for (let at = 0; at < proof.length; at += 1) {
      const changed = `${proof.slice(0, at)}${proof[at] === 'A' ? 'B' : 'A'}${proof.slice(at + 1)}`;
      const report = await checkPact({ ...sound, proof: changed });
      if (report.verdict !== 'invalid') expect.fail(`character ${at}: ${JSON.stringify(report.checks)}`);
    }
  });
});

it('uses only codes of the catalogue', async () => {
  const report = await checkPact({ ...sound, pdf: new Uint8Array() });
  expect(report.checks.every((check) => check.code in checkMeanings)).toBe(true);
  expect(report.checks.every((check) => check.reason !== undefined && check.reason in reasonMeanings)).toBe(
    true,
  );
  expect(report.checks[0]).toEqual({
    code: 'pdf-readable',
    verdict: 'fail',
    reason: 'not-a-pdf',
    params: {},
  });
});
