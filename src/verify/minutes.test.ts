import { describe, expect, it } from 'vitest';
import { exampleMinutes, figures } from './fixtures/minutes.ts';
import { exampleRecord } from './fixtures/record.ts';
import { refusal } from './fixtures/refusal.ts';
import {
  canonicalJson,
  kindOfRecord,
  type MinutesRecord,
  minutesBytes,
  minutesContent,
  parseMinutes,
  parseSealed,
  recordBytes,
} from './index.ts';

/** Given as it is, whatever its digest: the reader is asked, not the writer. */
const read = (changes: object) => () => parseMinutes(canonicalJson({ ...exampleMinutes(), ...changes }));
const [leader, witness] = exampleMinutes().signatures;

describe('minutes', () => {
  it('are read as they were written', () => {
    const record = exampleMinutes();
    expect(parseMinutes(minutesBytes(record))).toEqual(record);
    expect(parseSealed(minutesBytes(record))).toEqual(record);
    expect([kindOfRecord(minutesBytes(record)), kindOfRecord(recordBytes(exampleRecord))]).toEqual([
      'minutes',
      'pact',
    ]);
  });

  it('are told from a pact that only quotes them', () => {
    const quoting = { ...exampleRecord, bases: ['"format":"ikrar/minutes/v1"'] };
    expect(parseSealed(recordBytes(quoting))).toEqual(quoting);
  });

  it.each<[string, object]>([
    ['an unknown field', { more: 1 }],
    ['no title', { ceremony: { ...exampleMinutes().ceremony, title: '' } }],
    [
      'a first version that replaces one',
      { ceremony: { ...exampleMinutes().ceremony, replaces: '0123-4567-89AB-CDEF' } },
    ],
    ['a date that is not known after all', { held: { ...exampleMinutes().held, dateStatus: 'unknown' } }],
    ['an hour that is none', { held: { ...exampleMinutes().held, startedAt: '24:00' } }],
    ['half an act of signing', { signatures: [{ ...leader, method: null }] }],
    ['a drawing of nobody who signed', { signatures: [{ ...witness, drawing: 'M 1 2' }] }],
    [
      'an objection beside a signature',
      { signatures: [{ ...leader, objection: { text: 'Keliru', at: leader?.signedAt } }] },
    ],
    [
      'a category twice',
      {
        counts: {
          ...exampleMinutes().counts,
          byCategory: [0, 1].map(() => exampleMinutes().counts.byCategory[0]),
        },
      },
    ],
    ['a photo twice', { photos: [0, 1].map(() => exampleMinutes().photos[0]) }],
    [
      'seven photos',
      {
        photos: Array.from({ length: 7 }, (_, at) => ({
          ...exampleMinutes().photos[0],
          sha256: String(at).repeat(64),
        })),
      },
    ],
    ['a negative count', { annexes: [{ kind: 'absent', count: -1, commitment: '0'.repeat(64) }] }],
    ['what reads otherwise than it is', { remarks: 'se\u202ecret' }],
  ])('with %s are refused', (_, changes) => {
    expect(['bad-field', 'unknown-field']).toContain(refusal(read(changes)));
  });

  it('take an objection in place of a signature', () => {
    const objection = { text: 'Jam mulai keliru.\nBukan 07.30.', at: '2024-09-18T01:50:00.000Z' };
    const record = exampleMinutes({ signatures: [{ ...witness!, objection }] });
    expect(parseMinutes(minutesBytes(record))).toEqual(record);
  });
});

describe('what the signers signed', () => {
  it('is everything but what comes of signing, numbering and sealing', () => {
    const record = exampleMinutes();
    const later: Partial<MinutesRecord> = {
      ceremony: { ...record.ceremony, version: 2, replaces: record.receipt },
      ...{ receipt: '0123-4567-89AB-CDEF', signatures: [], at: '2025-01-01T00:00:00.000Z' },
    };
    expect(minutesContent({ ...record, ...later })).toBe(record.content);
    for (const changes of [{ remarks: 'Lain.' }, { photos: [] }, { example: false }, { text: null }])
      expect(minutesContent({ ...record, ...changes })).not.toBe(record.content);
  });

  it('is not sealed under another digest', () => {
    const record = exampleMinutes();
    expect(refusal(() => minutesBytes({ ...record, remarks: 'Lain.' }))).toBe('content-mismatch');
  });
});

describe('the figures', () => {
  const { counts } = exampleMinutes();
  const wrong = (changes: Partial<MinutesRecord['counts']>) => () =>
    minutesBytes(exampleMinutes({ counts: { ...counts, ...changes } }));

  it('of categories and units give the total', () => {
    expect(refusal(wrong({ total: { ...counts.total, signed: 4 } }))).toBe('counts-mismatch');
    expect(refusal(wrong({ byUnit: counts.byUnit.slice(1) }))).toBe('counts-mismatch');
    expect(refusal(wrong({ byCategory: [] }))).toBe('counts-mismatch');
  });

  it('give everybody one standing, and no more signatures than people', () => {
    const alone = (some: Parameters<typeof figures>[0]) => {
      const total = figures(some);
      return {
        total,
        byCategory: [{ category: 'pns' as const, ...total }],
        byUnit: [{ unit: 'Dinas', ...total }],
      };
    };
    expect(refusal(wrong(alone({ expected: 2, present: 1 })))).toBe('counts-mismatch');
    expect(refusal(wrong(alone({ expected: 1, present: 1, signed: 2 })))).toBe('counts-mismatch');
    expect(refusal(wrong(alone({ expected: 1, absent: 1, signed: 1, presentSigned: 1 })))).toBe(
      'counts-mismatch',
    );
    expect(wrong(alone({ expected: 1, absent: 1, signed: 1 }))).not.toThrow();
  });
});
