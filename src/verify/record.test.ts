import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromUtf8, utf8 } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';
import { exampleRecord, exampleSalt } from './fixtures/record.ts';
import { FormatError } from './format-error.ts';
import {
  type ActEvidence,
  commitment,
  decodeEntry,
  encodeEntry,
  isPrintable,
  parseRecord,
  parseSeal,
  recordBytes,
  sealBytes,
  strengthOf,
} from './index.ts';
import { textDigest } from './text.ts';

type Path = (string | number)[];

/** The record with one place changed; the bytes are canonical, so only the record's own rules are met. */
function changed(path: Path, value: unknown): Uint8Array {
  const copy = structuredClone(exampleRecord) as unknown as Record<string, unknown>;
  const parent = path.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, copy);
  const last = path.at(-1) as string;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return canonicalJson(copy);
}

function refusal(work: () => unknown): string {
  try {
    work();
    return 'accepted';
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return [error.code, ...Object.values(error.params)].join(' ');
  }
}

describe('a record', () => {
  it('is read back as it was written', () => {
    const bytes = recordBytes(exampleRecord);
    expect(parseRecord(bytes)).toEqual(exampleRecord);
    expect(recordBytes(parseRecord(bytes))).toEqual(bytes);
  });

  it('keeps names and texts as Indonesians write them', () => {
    for (const name of [
      "Ma'ruf",
      'Ma’ruf',
      "Jum'at",
      'Sukarno',
      `${'Panjang '.repeat(11)}S.Sos., M.Si`,
      'dr. H. Ümit',
    ]) {
      const record = { ...exampleRecord, person: { ...exampleRecord.person, name } };
      expect(parseRecord(recordBytes(record)).person.name).toBe(name);
    }
    const points = Array.from({ length: 30 }, (_, i) => `Butir ${i + 1}\nbaris kedua`);
    const text = { ...exampleRecord.text, points };
    expect(parseRecord(recordBytes({ ...exampleRecord, text })).text.points).toEqual(points);
  });

  const cases: [Path, unknown, string][] = [
    [['format'], 'ikrar/record/v2', 'unknown-format'],
    [['kind'], 'minutes', 'bad-field kind'],
    [['surprise'], 1, 'unknown-field ?'],
    [['person', 'religion'], 'x', 'unknown-field person.?'],
    [['person', 'rank'], undefined, 'missing-field person.rank'],
    [['receipt'], '0123-4567-89AB-CDEI', 'bad-field receipt'],
    [['receipt'], '0123456789ABCDEF', 'bad-field receipt'],
    [['example'], 'true', 'bad-field example'],
    [['agency', 'zone'], 'Asia/Pontianak', 'bad-field agency.zone'],
    [['agency', 'letterhead'], Array(11).fill('x'), 'bad-field agency.letterhead'],
    [['agency', 'letterhead', 1], '', 'bad-field agency.letterhead[1]'],
    [['agency', 'id'], '../etc', 'bad-field agency.id'],
    [['text', 'version'], 0, 'bad-field text.version'],
    [['text', 'digest'], 'A'.repeat(64), 'bad-field text.digest'],
    [['text', 'points'], [], 'bad-field text.points'],
    [['person', 'name'], 'Contoh\u202eelakap', 'bad-field person.name'],
    [['person', 'name'], 'Contoh\n', 'bad-field person.name'],
    [['person', 'name'], ' Contoh', 'bad-field person.name'],
    [['person', 'name'], 'x'.repeat(201), 'bad-field person.name'],
    [['person', 'idNumber'], '19850312201001100', 'bad-field person'],
    [['person', 'idKind'], 'nik', 'bad-field person.idKind'],
    [['act', 'strength'], 'certified', 'bad-field act.strength'],
    [['act', 'role'], 'symbolic', 'bad-field act.role'],
    [['act', 'at'], '2024-09-18T01:02:03Z', 'bad-field act.at'],
    [['act', 'at'], '2024-02-30T01:02:03.004Z', 'bad-field act.at'],
    [['act', 'at'], '2024-09-18T08:02:03.004+07:00', 'bad-field act.at'],
    [['act', 'ceremony', 'date'], '2024-13-01', 'bad-field act.ceremony.date'],
    [['act', 'drawing'], 'L 1 2', 'bad-field act.drawing'],
    [['act', 'drawing'], 'M 1001 2', 'bad-field act.drawing'],
    [['act', 'drawing'], 'M 1 301', 'bad-field act.drawing'],
    [['act', 'drawing'], 'M 01 2', 'bad-field act.drawing'],
    [['act', 'drawing'], 'M 1 2 L 3', 'bad-field act.drawing'],
    [['act', 'drawing'], `M 1 2${' L 1 2'.repeat(700)}`, 'bad-field act.drawing'],
  ];
  it.each(cases)('with %j as %j is refused', (path, value, expected) => {
    expect(refusal(() => parseRecord(changed(path, value)))).toBe(expected);
  });

  it('allows a local number to be missing, a NIP not', () => {
    const person = { ...exampleRecord.person, idNumber: '', idKind: 'local' as const };
    expect(parseRecord(recordBytes({ ...exampleRecord, person })).person.idNumber).toBe('');
    expect(refusal(() => recordBytes({ ...exampleRecord, person: { ...person, idKind: 'nip' } }))).toBe(
      'bad-field person',
    );
  });

  it('holds of each way what it leaves behind, and no other strength than the way has', () => {
    const at = '2024-09-18T01:02:03.004Z';
    const digest = 'a'.repeat(64);
    const parts = { credentialId: 'AA', publicKey: 'AA', nonce: 'AA', authenticatorData: 'AA' };
    const ink = { kind: 'ink', scanSha256: digest, mediaType: 'image/png', recordedAt: at, confirmedAt: at };
    const ways: [ActEvidence, string][] = [
      [{ kind: 'passkey', ...parts, clientData: 'AA', signature: 'AA' }, 'uncertified'],
      [{ kind: 'code', channel: 'email', sentAt: at }, 'uncertified'],
      [
        { kind: 'bsre', api: 'v2', service: 'esign.example', trial: false, documentSha256: digest },
        'certified',
      ],
      [
        { kind: 'bsre', api: 'v1', service: 'localhost:1', trial: true, documentSha256: digest },
        'uncertified',
      ],
      [ink as ActEvidence, 'scanned'],
    ];
    const { act } = exampleRecord;
    for (const [evidence, strength] of ways) {
      const full = { ...act, method: evidence.kind, strength, evidence };
      expect(parseRecord(changed(['act'], full)).act.evidence).toEqual(evidence);
      expect(strengthOf(evidence)).toBe(strength);
      for (const other of ['uncertified', 'certified', 'scanned'].filter((one) => one !== strength))
        expect(refusal(() => parseRecord(changed(['act'], { ...full, strength: other })))).toBe(
          'bad-field act',
        );
      const { evidence: _, ...without } = full;
      expect(refusal(() => parseRecord(changed(['act'], without)))).toBe('missing-field act.evidence');
      for (const method of ['link', 'slip', 'tablet'])
        expect(refusal(() => parseRecord(changed(['act'], { ...full, method })))).not.toBe('accepted');
      const more = { ...full, evidence: { ...evidence, more: 1 } };
      expect(refusal(() => parseRecord(changed(['act'], more)))).toBe('unknown-field act.evidence.?');
    }
    const [passkey, code] = ways.map(([evidence]) => evidence);
    const mixed = { ...act, method: 'code', evidence: passkey };
    expect(refusal(() => parseRecord(changed(['act'], mixed)))).not.toBe('accepted');
    const late = { ...act, method: 'code', evidence: { ...code, sentAt: '2024-09-18' } };
    expect(refusal(() => parseRecord(changed(['act'], late)))).toBe('bad-field act.evidence.sentAt');
  });

  it('of any bytes or any JSON is read or refused, never more', () => {
    const json = fc.json().map((text) => canonicalOrNothing(JSON.parse(text)));
    const spoiled = fc.tuple(fc.nat(), fc.nat(255)).map(([at, byte]) => {
      const bytes = recordBytes(exampleRecord);
      bytes[at % bytes.length] = byte;
      return bytes;
    });
    fc.assert(
      fc.property(fc.oneof(json, spoiled, fc.uint8Array()), (bytes) => {
        expect(refusal(() => parseRecord(bytes))).toBeTypeOf('string');
        expect(refusal(() => parseSeal(bytes))).not.toBe('accepted');
      }),
      { numRuns: 1000 },
    );
    for (const text of ['null', '1', '[]', '"x"', '{}', '{"__proto__":{"format":"ikrar/record/v1"}}']) {
      expect(refusal(() => parseRecord(utf8(text)))).toBe('unknown-format');
    }
  });
});

function canonicalOrNothing(value: unknown): Uint8Array {
  try {
    return canonicalJson(value);
  } catch {
    return new Uint8Array();
  }
}

describe('a text', () => {
  it('has a digest of its five fields and nothing else', () => {
    const { text } = exampleRecord;
    expect(textDigest({ ...text, id: 'lain', version: 9 } as typeof text)).toBe(text.digest);
    const changes = [
      { title: 'x' },
      { opener: 'x' },
      { closing: 'x' },
      { language: 'en' as const },
      { points: ['x'] },
    ];
    for (const change of changes) expect(textDigest({ ...text, ...change })).not.toBe(text.digest);
  });

  it('is printable without hidden characters', () => {
    for (const text of ['Jum’at', 'a b', 'Ñandú', '-', '1']) expect(isPrintable(text)).toBe(true);
    for (const text of [
      'a\u0000',
      'a\u200bb',
      'a\u00adb',
      'a\u202eb',
      'a\ufeffb',
      'a\nb',
      'a ',
      'e\u0301',
      '\ud800',
    ]) {
      expect(isPrintable(text)).toBe(false);
    }
    expect(isPrintable('a\nb', 'lines')).toBe(true);
    expect(isPrintable('a\tb', 'lines')).toBe(false);
  });
});

describe('a seal', () => {
  const seal = {
    index: 5,
    origin: 'ikrar.example/contoh',
    salt: exampleSalt,
    verifyUrl: 'https://ikrar.example/p',
  };
  it('is read back, and refused if anything is out of range', () => {
    expect(parseSeal(sealBytes(seal))).toEqual(seal);
    expect(refusal(() => sealBytes({ ...seal, index: -1 }))).toBe('bad-field index');
    expect(refusal(() => sealBytes({ ...seal, origin: 'a b' }))).toBe('bad-field origin');
    expect(refusal(() => sealBytes({ ...seal, salt: new Uint8Array(31) }))).toBe('bad-field salt');
    expect(refusal(() => sealBytes({ ...seal, verifyUrl: 'javascript:1' }))).toBe('bad-field verifyUrl');
    const loose = fromUtf8(sealBytes(seal)).replace('Hh8="', 'Hh9="');
    expect(refusal(() => parseSeal(utf8(loose)))).toBe('bad-field salt');
  });
});

describe('an entry', () => {
  it('is read back, and any other shape is refused', () => {
    const bytes = encodeEntry({ kind: 'minutes', commitment: commitment(exampleSalt, utf8('x')) });
    expect(bytes).toHaveLength(39);
    expect(encodeEntry(decodeEntry(bytes))).toEqual(bytes);
    for (const [at, value] of [
      [0, 0],
      [4, 0],
      [5, 2],
      [6, 0],
      [6, 3],
    ] as const) {
      expect(refusal(() => decodeEntry(Uint8Array.from(bytes, (byte, i) => (i === at ? value : byte))))).toBe(
        'bad-entry',
      );
    }
    expect(refusal(() => decodeEntry(bytes.slice(1)))).toBe('bad-entry');
    expect(refusal(() => commitment(new Uint8Array(31), utf8('x')))).toBe('bad-digest');
    expect(refusal(() => encodeEntry({ kind: 'pact', commitment: new Uint8Array(31) }))).toBe('bad-digest');
  });
});
