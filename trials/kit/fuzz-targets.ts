import { sign } from 'node:crypto';
import { prepareMinutes } from '../../src/evidence/minutes/pdf/minutes.ts';
import { sampleKeys } from '../../src/evidence/pdf/fixtures/keys.ts';
import { sampleRecord, sampleSeal } from '../../src/evidence/pdf/fixtures/sample-record.ts';
import { jpegHeader, photoOf, preparePact, sealDocument } from '../../src/evidence/pdf/index.ts';
import { picture } from '../../src/evidence/pdf/kit/jpeg.ts';
import { stampOf } from '../../src/evidence/timestamp/authority.ts';
import { noOpenssl, startAuthority } from '../../src/evidence/timestamp/fixtures/tsa.ts';
import { timestampResponse } from '../../src/evidence/timestamp/request.ts';
import {
  pngWithoutMetadata,
  readExif,
  readJpeg,
  withMetadata,
  withoutMetadata,
} from '../../src/platform/pictures/index.ts';
import { decodeBase41, encodeBase41 } from '../../src/verify/base41.ts';
import { parseCms, requireSignature } from '../../src/verify/cms.ts';
import { readDer } from '../../src/verify/der.ts';
import { makeLogKey, makeProof } from '../../src/verify/fixtures/log.ts';
import { exampleMinutes, examplePhotos } from '../../src/verify/fixtures/minutes.ts';
import type { Random } from '../../src/verify/fixtures/mutate.ts';
import { heldRecord } from '../../src/verify/fixtures/offline.ts';
import { softPasskey, useOf } from '../../src/verify/fixtures/passkey.ts';
import { makePdf, pactOptions } from '../../src/verify/fixtures/pdf.ts';
import { makeSealKeys } from '../../src/verify/fixtures/seal.ts';
import * as verify from '../../src/verify/index.ts';
import { requireWhole, sealValue } from '../../src/verify/pdf.ts';
import { readPhotos } from '../../src/verify/pdf-photos.ts';
import { BASELINE_JPEG, grayPng, PROGRESSIVE_JPEG, telephonePhoto } from '../../test/scan-files.ts';
import * as inputs from './fuzz-inputs.ts';

/** One parser: sound inputs to spoil, inputs made of its pieces, and what is done with each. */
export interface Target {
  name: string;
  /** How many of a million inputs. */
  share: number;
  sound: readonly Uint8Array[];
  made?: (random: Random) => Uint8Array;
  /** A `FormatError` or a `Refusal` is an answer; anything else that it throws is a finding. */
  take(bytes: Uint8Array): unknown;
}

const utf8 = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
const pem = (der: Uint8Array) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;

/** That what was read is written back to the same bytes: one value has one encoding. */
function requireEqual(written: string | Uint8Array, read: string | Uint8Array): void {
  if (!Buffer.from(written as Uint8Array).equals(Buffer.from(read as Uint8Array)))
    throw new Error('accepted, but written back otherwise');
}

export async function fuzzTargets(): Promise<Target[]> {
  const world = await makeWorld();
  return [
    ...[...ofDocuments(world), ...ofSeals(world), ...ofLogs(world), ...ofCodes(world), ...ofRecords(world)],
    ...ofPictures(),
  ];
}

type World = Awaited<ReturnType<typeof makeWorld>>;

async function makeWorld() {
  const { root, signer } = await sampleKeys('p256');
  const rsa = await sampleKeys('rsa-2048');
  const record = sampleRecord();
  const seal = { ...sampleSeal, origin: 'ikrar.example/contoh/g' };
  const pdfs = await Promise.all(
    [signer, rsa.signer].map(async (key) => (await sealDocument(preparePact(record, seal), key)).bytes),
  );
  const small = makeSealKeys();
  const smallPdf = makePdf(small, pactOptions(record, seal));
  const log = makeLogKey(seal.origin);
  const witness = makeLogKey('saksi.example');
  const commitment = verify.commitment(seal.salt, verify.recordBytes(record));
  const entry = verify.encodeEntry({ kind: 'pact', commitment });
  const proof = await makeProof(log, entry, 1, 3000);
  const tokens = noOpenssl === null ? [await makeToken()] : [];
  const photos = examplePhotos.map(photoOf);
  const minutes = prepareMinutes(exampleMinutes(), seal, photos);
  const minutesPdf = (await sealDocument(minutes, signer)).bytes;
  return {
    minutesPdf,
    root,
    record,
    seal,
    pdfs,
    small,
    smallPdf,
    log,
    witness,
    commitment,
    entry,
    proof,
    tokens,
  };
}

async function makeToken(): Promise<Uint8Array> {
  const authority = await startAuthority();
  try {
    return (await stampOf(authority.config, new Uint8Array())).token;
  } finally {
    authority.close();
  }
}

function ofDocuments({ pdfs, minutesPdf, smallPdf, root, log, proof, small }: World): Target[] {
  const given = { roots: [root.certificatePem, small.rootPem], logKeys: [log.vkey], proof };
  return [
    {
      ...{ name: 'pdf', share: 70_000, sound: [smallPdf, ...pdfs], made: inputs.pdfSoup },
      take: (bytes) => {
        const pdf = verify.readPdf(bytes);
        verify.documentDigest(pdf);
        requireWhole(pdf);
        sealValue(pdf);
      },
    },
    {
      ...{ name: 'pact', share: 12_000, sound: [smallPdf, ...pdfs], made: inputs.pdfSoup },
      take: (bytes) => verify.checkPact({ ...given, pdf: bytes }),
    },
    {
      ...{ name: 'minutes-pdf', share: 12_000, sound: [minutesPdf], made: inputs.pdfSoup },
      take: (bytes) => verify.checkPact({ ...given, pdf: bytes }),
    },
    { ...{ name: 'minutes-photos', share: 12_000, sound: [minutesPdf] }, take: readPhotos },
    {
      ...{ name: 'jpeg-header', share: 40_000, sound: [...examplePhotos, telephonePhoto()] },
      take: (bytes) => jpegHeader(bytes) && picture('P1', photoOf(bytes), [0, 0, 1, 1]),
    },
  ];
}

function ofSeals({ pdfs, smallPdf, small, root, tokens }: World): Target[] {
  const values = [smallPdf, ...pdfs].map((pdf) => sealValue(verify.readPdf(pdf)));
  const certificates = [...small.chain, ...verify.readPem(root.certificatePem).map(({ der }) => der)];
  const made = (random: Random) => inputs.derSoup(random);
  return [
    {
      ...{ name: 'cms', share: 60_000, sound: values, made },
      take: (bytes) => requireSignature(parseCms(bytes)),
    },
    { ...{ name: 'der', share: 100_000, sound: [...values, ...certificates], made }, take: readDer },
    {
      ...{ name: 'certificate', share: 80_000, sound: certificates, made },
      take: verify.readCertificate,
    },
    {
      ...{ name: 'certificate-pem', share: 20_000, sound: certificates.map((der) => utf8(pem(der))) },
      take: (bytes) => verify.readPem(text(bytes)),
    },
    {
      ...{ name: 'timestamp', share: 60_000, sound: [...tokens, ...tokens, values[0] as Uint8Array], made },
      take: (bytes) => {
        const stamp = verify.parseTimestamp(bytes);
        verify.requireTimestamp(stamp, stamp.imprint);
      },
    },
    {
      ...{ name: 'timestamp-reply', share: 20_000, sound: tokens.map(timestampResponse), made },
      take: (bytes) => verify.parseTimestamp(verify.timestampToken(bytes)),
    },
  ];
}

function ofLogs({ log, witness, proof, entry, seal }: World): Target[] {
  const { checkpoint } = verify.parseTlogProof(proof);
  const witnessKey = verify.witnessKey(witness.key.name, witness.key.publicKey);
  const vkeys = [log.vkey, verify.formatWitnessVkey(witnessKey)];
  const policy = `log ${vkeys[0]}\nwitness w1 ${vkeys[1]} https://saksi.example/\ngroup g1 any w1\nquorum g1\n`;
  const heads = [verify.encodeHeadEntry({ origin: seal.origin, size: 5, root: new Uint8Array(32) })];
  const tiles = ['tile/0/x001/x234/067', 'tile/entries/000.p/3', 'tile/2/001.p/255'];
  return [
    {
      ...{ name: 'note', share: 80_000, sound: [utf8(checkpoint)], made: inputs.noteSoup },
      take: (bytes) => {
        const note = verify.parseNote(text(bytes));
        verify.verifyCosignatures(note, [witnessKey]);
        verify.verifyNote(note, [log.key]);
      },
    },
    {
      ...{ name: 'checkpoint', share: 60_000, sound: [utf8(checkpoint)], made: inputs.noteSoup },
      take: (bytes) => verify.verifyCheckpoint(text(bytes), [log.key]),
    },
    {
      ...{ name: 'proof', share: 70_000, sound: [utf8(proof)], made: inputs.noteSoup },
      take: (bytes) => verify.verifyTlogProof(text(bytes), entry, [log.key]),
    },
    {
      ...{ name: 'vkey', share: 70_000, sound: vkeys.map(utf8), made: inputs.keySoup },
      take: (bytes) =>
        requireEqual(utf8(verify.formatVkey(verify.parseVkey(text(bytes)))), utf8(text(bytes))),
    },
    {
      ...{ name: 'witness-vkey', share: 30_000, sound: vkeys.map(utf8), made: inputs.keySoup },
      take: (bytes) =>
        requireEqual(utf8(verify.formatWitnessVkey(verify.parseWitnessVkey(text(bytes)))), utf8(text(bytes))),
    },
    {
      ...{ name: 'policy', share: 50_000, sound: [utf8(policy)], made: inputs.policySoup },
      take: (bytes) => verify.leastWitnesses(verify.parsePolicy(text(bytes))),
    },
    {
      ...{ name: 'tile-path', share: 60_000, sound: tiles.map(utf8), made: inputs.tileSoup },
      take: (bytes) => verify.parseTilePath(text(bytes)),
    },
    {
      ...{ name: 'entry', share: 40_000, sound: [entry, verify.encodeBundle([entry, entry])] },
      take: (bytes) => requireEqual(verify.encodeEntry(verify.decodeEntry(bytes)), bytes),
    },
    {
      ...{ name: 'entry-bundle', share: 30_000, sound: [verify.encodeBundle([entry, entry])] },
      take: (bytes) => requireEqual(verify.encodeBundle(verify.decodeBundle(bytes)), bytes),
    },
    {
      ...{ name: 'head-entry', share: 30_000, sound: heads },
      take: (bytes) => requireEqual(verify.encodeHeadEntry(verify.decodeHeadEntry(bytes)), bytes),
    },
  ];
}

function ofCodes({ small, record, commitment }: World): Target[] {
  const own = verify.readCertificate(small.chain[0] as Uint8Array).publicKey;
  const keyId = verify.sealKeyId(own?.export({ type: 'spki', format: 'der' }) as Buffer);
  const claims = verify.encodeClaims(verify.claimsOf(record, 1, commitment, keyId));
  const key = { key: small.keyPem, dsaEncoding: 'ieee-p1363' as const };
  const code = verify.qrText(
    'https://ikrar.example',
    claims,
    sign('sha256', verify.claimsMessage(claims), key),
  );
  const given = { seals: [small.chain.map(pem).join('')], roots: [small.rootPem] };
  return [
    {
      ...{ name: 'qr-text', share: 70_000, sound: [utf8(code)], made: inputs.codeSoup },
      take: (bytes) => verify.parseQrText(text(bytes)),
    },
    {
      ...{ name: 'qr-code', share: 12_000, sound: [utf8(code)], made: inputs.codeSoup },
      take: (bytes) => verify.checkQr({ ...given, text: text(bytes) }),
    },
    {
      ...{ name: 'qr-claims', share: 80_000, sound: [claims] },
      take: (bytes) => requireEqual(verify.encodeClaims(verify.decodeClaims(bytes)), bytes),
    },
    {
      ...{ name: 'base41', share: 40_000, sound: [utf8(encodeBase41(claims))], made: inputs.codeSoup },
      take: (bytes) => requireEqual(utf8(encodeBase41(decodeBase41(text(bytes)))), bytes),
    },
    {
      ...{ name: 'receipt', share: 40_000, sound: [utf8(record.receipt)], made: inputs.receiptSoup },
      take: (bytes) => verify.receiptBytes(text(bytes)),
    },
  ];
}

function ofRecords({ record, seal }: World): Target[] {
  const nonce = 'AAAAAAAAAAAAAAAAAAAAAA';
  const evidence = useOf(softPasskey(new Uint8Array(16)), record, { nonce, origin: 'https://ikrar.example' });
  const signed = { ...record, act: { ...record.act, method: 'passkey' as const, evidence } };
  const held = heldRecord(record);
  const records = [record, signed, held].map((one) => verify.recordBytes(one));
  const minutes = [exampleMinutes(), exampleMinutes({ photos: [] })].map(verify.minutesBytes);
  return [
    {
      ...{ name: 'record', share: 60_000, sound: records, made: inputs.jsonSoup },
      take: (bytes) => requireEqual(verify.recordBytes(verify.parseRecord(bytes)), bytes),
    },
    {
      ...{ name: 'minutes', share: 60_000, sound: minutes, made: inputs.jsonSoup },
      take: (bytes) => requireEqual(verify.minutesBytes(verify.parseMinutes(bytes)), bytes),
    },
    {
      ...{ name: 'seal', share: 40_000, sound: [verify.sealBytes(seal)], made: inputs.jsonSoup },
      take: (bytes) => requireEqual(verify.sealBytes(verify.parseSeal(bytes)), bytes),
    },
    {
      ...{ name: 'json', share: 40_000, sound: records, made: inputs.jsonSoup },
      take: (bytes) => requireEqual(verify.canonicalJson(verify.parseCanonicalJson(bytes)), bytes),
    },
    {
      ...{ name: 'passkey', share: 40_000, sound: [utf8(JSON.stringify(evidence))], made: inputs.jsonSoup },
      take: (bytes) => {
        const given = looseStrings(text(bytes), Object.keys(evidence));
        verify.requirePasskey(record, given as unknown as typeof evidence, 'https://ikrar.example');
      },
    },
    {
      ...{ name: 'offline-act', share: 20_000, sound: [utf8(JSON.stringify(held.act.offline))] },
      made: inputs.jsonSoup,
      take: (bytes) => {
        const given = looseStrings(text(bytes), ['at', 'sentAt', 'device', 'publicKey', 'signature']);
        const offline = { ...held.act.offline, ...given } as verify.OfflineAct;
        verify.clockDoubt(held.act.at, offline);
        verify.requireOfflineAct(held, offline);
      },
    },
  ];
}

/** What a telephone sends. A picture that is taken reads as itself once it says nothing but the picture. */
function ofPictures(): Target[] {
  const photos = [telephonePhoto(), BASELINE_JPEG, PROGRESSIVE_JPEG];
  const exif = telephonePhoto(6, BASELINE_JPEG, '2024:09:18 07:15:31');
  return [
    {
      ...{ name: 'jpeg', share: 60_000, sound: photos },
      take: (bytes) => {
        const picture = withoutMetadata(bytes);
        requireEqual(withoutMetadata(picture), picture);
        withMetadata(readJpeg(bytes));
      },
    },
    { name: 'exif', share: 60_000, sound: [exif.subarray(6, 6 + exif.readUInt16BE(4) - 2)], take: readExif },
    {
      ...{ name: 'png', share: 6_000, sound: [grayPng(), grayPng(240, 320, { interlace: 1 })] },
      take: pngWithoutMetadata,
    },
  ];
}

/** The fields that a record would hold, each some text: a record lets nothing else through to the passkey. */
function looseStrings(json: string, names: readonly string[]): Record<string, string> {
  const found = [...json.matchAll(/"([^"]*)":"([^"]*)"/g)].map(([, name, value]) => [name, value]);
  return { ...Object.fromEntries(names.map((name) => [name, ''])), ...Object.fromEntries(found) };
}
