import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hex, sha256 } from './bytes.ts';
import { exampleMinutes } from './fixtures/minutes.ts';
import { exampleRecord, exampleSalt } from './fixtures/record.ts';
import {
  canonicalJson,
  caseEventBytes,
  commitment,
  encodeBundle,
  encodeEntry,
  encodeHeadEntry,
  formatReceipt,
  formatTlogProof,
  formatVkey,
  growTiles,
  inclusionProof,
  leafHash,
  minutesBytes,
  minutesContent,
  parseMinutes,
  parseRecord,
  parseTlogProof,
  recordBytes,
  sealBytes,
  signCheckpoint,
  textDigest,
  verifierKey,
  verifyTlogProof,
} from './index.ts';
import { claimedHead } from './tlog-proof.ts';

const folder = new URL('../../docs/formats/', import.meta.url);
const ours = ['case-event.md', 'entry.md', 'log.md', 'minutes.md', 'pact-pdf.md', 'record.md', 'text.md'];
const vectors = new Map<string, string>();
for (const name of readdirSync(folder).filter((file) => ours.includes(file))) {
  const blocks = readFileSync(new URL(name, folder), 'utf8').matchAll(/^```vector (\S+)\n(.*?)\n```$/gms);
  for (const [, vector, text] of blocks) vectors.set(vector as string, text as string);
}

const utf8 = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
const entry = encodeEntry({ kind: 'pact', commitment: commitment(exampleSalt, recordBytes(exampleRecord)) });
const entries = [
  encodeEntry({ kind: 'pact', commitment: new Uint8Array(32) }),
  entry,
  encodeEntry({ kind: 'minutes', commitment: new Uint8Array(32).fill(0xff) }),
];
const seal = {
  index: 1,
  origin: 'ikrar.example/contoh/gerakan-1',
  salt: exampleSalt,
  verifyUrl: 'https://ikrar.example/periksa/0123-4567-89AB-CDEF',
};

/** The Ed25519 key of the seed 0x00 to 0x1F, as PKCS #8 (RFC 8410). */
const secret = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), exampleSalt]),
  format: 'der',
  type: 'pkcs8',
});
const spki = createPublicKey(secret).export({ format: 'der', type: 'spki' });
const key = verifierKey(seal.origin, new Uint8Array(spki.subarray(-32)));

async function proofText(): Promise<string> {
  const { tiles, root, size } = await growTiles(0, entries.map(leafHash), () => new Uint8Array());
  const read = () => tiles[0]?.bytes ?? new Uint8Array();
  const checkpoint = await signCheckpoint({ origin: seal.origin, size, root }, key, (bytes) =>
    sign(null, bytes, secret),
  );
  return formatTlogProof({ index: 1, hashes: await inclusionProof(1, size, read), checkpoint });
}

const { title, opener, points, closing, language } = exampleRecord.text;
const made: Record<string, string | (() => Promise<string>)> = {
  'text-json': utf8(canonicalJson({ title, opener, points, closing, language })),
  'text-digest': textDigest(exampleRecord.text),
  record: utf8(recordBytes(exampleRecord)),
  'record-sha256': hex(sha256(recordBytes(exampleRecord))),
  'receipt-bytes': '00443214c74254b635cf',
  receipt: formatReceipt(Buffer.from('00443214c74254b635cf', 'hex')),
  salt: hex(exampleSalt),
  commitment: hex(commitment(exampleSalt, recordBytes(exampleRecord))),
  entry: hex(entry),
  'leaf-hashes': entries.map((one) => hex(leafHash(one))).join('\n'),
  'entry-bundle': hex(encodeBundle(entries)),
  vkey: formatVkey(key),
  proof: async () => (await proofText()).trimEnd(),
  'head-entry': async () => hex(encodeHeadEntry(claimedHead(parseTlogProof(await proofText())))),
  seal: utf8(sealBytes(seal)),
  minutes: utf8(minutesBytes(exampleMinutes())),
  'minutes-content': minutesContent(exampleMinutes()),
  'minutes-entry': hex(
    encodeEntry({ kind: 'minutes', commitment: commitment(exampleSalt, minutesBytes(exampleMinutes())) }),
  ),
};

/** Of the row in case-event.md. */
const facts = [
  ...['0123456789abcdef', '2024-09-18T02:03:04.567890', 'account:01j7zq', 'case.opened', hex(sha256('{}'))],
];
const digest = hex(sha256(canonicalJson(facts)));
const caseEvent = caseEventBytes({
  ...{ agency: 'contoh', what: 'event', id: 'fedcba9876543210', day: '2024-09-18', digest },
});
Object.assign(made, {
  'case-event-facts': utf8(canonicalJson(facts)),
  'case-event-digest': digest,
  'case-event': utf8(caseEvent),
  'case-event-entry': hex(
    encodeEntry({ kind: 'case-event', commitment: commitment(exampleSalt, caseEvent) }),
  ),
});

describe('the vectors in docs/formats', () => {
  it('are all repeated here, and none is missing there', () => {
    expect([...vectors.keys()].sort()).toEqual(Object.keys(made).sort());
  });

  it.each(Object.keys(made))('%s is what the code makes', async (name) => {
    const value = made[name];
    expect(vectors.get(name)).toBe(typeof value === 'function' ? await value() : value);
  });

  it('verify when read from the documents alone', () => {
    const record = Buffer.from(vectors.get('record') ?? '', 'utf8');
    const salt = Buffer.from(vectors.get('salt') ?? '', 'hex');
    expect(parseRecord(record)).toEqual(exampleRecord);
    expect(parseMinutes(Buffer.from(vectors.get('minutes') ?? '', 'utf8'))).toEqual(exampleMinutes());
    const opened = encodeEntry({ kind: 'pact', commitment: commitment(salt, record) });
    expect(verifyTlogProof(`${vectors.get('proof')}\n`, opened, [key]).size).toBe(3);
  });
});
