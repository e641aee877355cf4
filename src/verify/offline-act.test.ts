import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromUtf8, hex, sha256 } from './bytes.ts';
import { makeLogKey, makeProof } from './fixtures/log.ts';
import { deviceKey, heldRecord } from './fixtures/offline.ts';
import { makePdf, pactOptions } from './fixtures/pdf.ts';
import { exampleRecord, exampleSalt } from './fixtures/record.ts';
import { makeSealKeys } from './fixtures/seal.ts';
import { FormatError } from './format-error.ts';
import {
  checkPact,
  clockDoubt,
  commitment,
  encodeEntry,
  type OfflineAct,
  offlineStatement,
  parseRecord,
  recordBytes,
  requireOfflineAct,
  type SealedRecord,
} from './index.ts';

const held = heldRecord(exampleRecord);
const offline = held.act.offline as OfflineAct;

function refusal(work: () => unknown): string {
  try {
    work();
    return 'accepted';
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return [error.code, ...Object.values(error.params)].join(' ');
  }
}
const finding = (record: SealedRecord, act: OfflineAct = offline) =>
  refusal(() => requireOfflineAct(record, act));
const reading = (act: Partial<SealedRecord['act']>) =>
  refusal(() => recordBytes({ ...held, act: { ...held.act, ...act } }));

describe('what a device signed', () => {
  it('holds for its record, and for nothing else that the statement names', () => {
    expect(finding(held)).toBe('accepted');
    const { agency, campaign, text, person, act } = held;
    const others: Partial<SealedRecord>[] = [
      { agency: { ...agency, id: 'lain' } },
      { campaign: { ...campaign, id: 'lain' } },
      { text: { ...text, digest: 'f'.repeat(64) } },
      { person: { ...person, name: 'Siti Contoh' } },
      { act: { ...act, typedName: 'Maruf Contoh' } },
      { act: { ...act, drawing: null } },
    ];
    for (const other of others) expect(finding({ ...held, ...other })).toBe('offline-signature');
    for (const other of [{ at: offline.sentAt }, { seq: 8 }, { device: 'tablet-2' }, { device: null }])
      expect(finding(held, { ...offline, ...other })).toBe('offline-signature');
    // The server's, not the device's.
    expect(finding(held, { ...offline, sentAt: offline.at, enrolled: false })).toBe('accepted');
  });

  it('needs a key on P-256 and a signature of 64 bytes, each in its one spelling', () => {
    const other = deviceKey('another').publicKey;
    expect(finding(held, { ...offline, publicKey: other })).toBe('offline-signature');
    expect(finding(held, { ...offline, publicKey: other.slice(0, -2) })).toBe('offline-key');
    expect(finding(held, { ...offline, publicKey: `${offline.publicKey}=` })).toBe('not-canonical');
    expect(finding(held, { ...offline, signature: offline.signature.slice(0, -2) })).toBe(
      'offline-signature',
    );
    fc.assert(
      fc.property(fc.nat({ max: 63 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const bytes = Buffer.from(offline.signature, 'base64url');
        bytes[at] = (bytes[at] as number) ^ flip;
        expect(finding(held, { ...offline, signature: bytes.toString('base64url') })).toBe(
          'offline-signature',
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('a record with what a device kept', () => {
  it('is read back, and one without it has the bytes it had', () => {
    expect(parseRecord(recordBytes(held))).toEqual(held);
    expect(fromUtf8(recordBytes(exampleRecord))).not.toContain('offline');
  });

  it('takes a device with a tablet, and none with a slip or link; never with evidence', () => {
    const own = { ...offline, device: null, enrolled: false };
    expect(reading({})).toBe('accepted');
    expect(reading({ method: 'slip', offline: own })).toBe('accepted');
    expect(reading({ method: 'link', offline: own })).toBe('accepted');
    expect(reading({ method: 'slip' })).toBe('bad-field act');
    expect(reading({ offline: own })).toBe('bad-field act');
    expect(reading({ method: 'slip', offline: { ...own, enrolled: true } })).toBe('bad-field act');
    expect(reading({ method: 'code', offline: own })).toBe('bad-field act.method');
    const evidence = { kind: 'code', channel: 'email', sentAt: offline.at } as const;
    expect(reading({ evidence })).toBe('unknown-field act.?');
    expect(reading({ strength: 'certified' })).toBe('bad-field act.strength');
  });

  it('takes no field outside its limits, and none more or fewer', () => {
    const wrong: [keyof OfflineAct, unknown][] = [
      ['at', '2024-09-18T00:30:00Z'],
      ['sentAt', 'kemarin'],
      ['seq', 0],
      ['seq', 1_000_001],
      ['device', 'a b'],
      ['publicKey', ''],
      ['enrolled', 'true'],
      ['signature', 'AA'],
    ];
    for (const [name, value] of wrong)
      expect(reading({ offline: { ...offline, [name]: value } })).toBe(`bad-field act.offline.${name}`);
    const { seq: _, ...less } = offline;
    expect(reading({ offline: less as OfflineAct })).toBe('missing-field act.offline.seq');
    expect(reading({ offline: { ...offline, more: 1 } as OfflineAct })).toBe('unknown-field act.offline.?');
  });
});

describe('the clock of the device', () => {
  const at = '2024-09-18T01:00:00.000Z';
  it.each([
    ['2024-09-18T00:00:00.000Z', '2024-09-18T01:00:00.000Z', null],
    ['2024-09-18T00:00:00.000Z', '2024-09-18T01:02:00.000Z', null],
    ['2024-09-18T00:00:00.000Z', '2024-09-18T00:57:59.999Z', 2],
    ['2024-09-18T00:00:00.000Z', '2024-09-18T08:00:00.000Z', 420],
    ['2024-09-18T01:00:00.001Z', '2024-09-18T01:00:00.000Z', 1],
    ['2024-09-18T03:00:00.000Z', '2024-09-18T01:00:00.000Z', 120],
    ['2024-09-10T01:00:00.000Z', '2024-09-18T01:00:00.000Z', null],
    ['2024-09-10T00:00:00.000Z', '2024-09-18T01:00:00.000Z', 60],
  ])('saved %s, sent %s: doubted by %s', (saved, sentAt, minutes) => {
    expect(clockDoubt(at, { at: saved, sentAt })).toBe(minutes);
  });
});

describe('the checker', () => {
  const keys = makeSealKeys();
  const seal = {
    ...{ index: 0, origin: 'ikrar.example/contoh/g', salt: exampleSalt },
    verifyUrl: 'https://ikrar.example/v',
  };
  async function checksOf(record: SealedRecord) {
    const log = makeLogKey(seal.origin);
    const entry = encodeEntry({ kind: 'pact', commitment: commitment(exampleSalt, recordBytes(record)) });
    const proof = await makeProof(log, entry, 0, 3);
    const pdf = makePdf(keys, pactOptions(record, seal));
    const report = await checkPact({ pdf, roots: [keys.rootPem], logKeys: [log.vkey], proof });
    const bad = report.checks.filter(({ verdict }) => verdict !== 'pass');
    return [report.verdict, ...bad.map(({ code, verdict, reason }) => `${code} ${verdict} ${reason}`)];
  }

  it('asks it of such a record alone; a wrong clock is a doubt, a wrong signature a failure', async () => {
    expect(await checksOf(exampleRecord)).toEqual(['valid']);
    expect(await checksOf(held)).toEqual(['valid']);
    expect(await checksOf(heldRecord(exampleRecord, { sentAt: '2024-09-18T01:40:00.000Z' }))).toEqual([
      'incomplete',
      'act-offline-clock unknown offline-clock',
    ]);
    expect(await checksOf(heldRecord(exampleRecord, { seq: 8 }))).toEqual([
      'invalid',
      'act-offline fail offline-signature',
    ]);
  });
});

describe('the vectors in docs/formats/offline.md', () => {
  const document = readFileSync(new URL('../../docs/formats/offline.md', import.meta.url), 'utf8');
  const vectors = new Map(
    [...document.matchAll(/^```vector (\S+)\n(.*?)\n```$/gms)].map(([, name, text]) => [
      name,
      text as string,
    ]),
  );

  it('are what the code makes, and hold', () => {
    const act = JSON.parse(vectors.get('offline-act') ?? '{}') as OfflineAct;
    expect(fromUtf8(offlineStatement(exampleRecord, act))).toBe(vectors.get('offline-statement'));
    expect(act.publicKey).toBe(deviceKey('ikrar offline vector').publicKey);
    const record: SealedRecord = {
      ...exampleRecord,
      act: { ...exampleRecord.act, method: 'tablet', offline: act },
    };
    expect(finding(record, act)).toBe('accepted');
    expect(hex(sha256(recordBytes(record)))).toBe(vectors.get('offline-record-sha256'));
  });
});
