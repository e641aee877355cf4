import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleRecord } from '../evidence/pdf/fixtures/sample-record.ts';
import { FormatError } from './format-error.ts';
import { parseRecord, recordBytes, type SealedRecord } from './record.ts';
import { frameOfRecords, personalBytes, wholeRecord } from './record-frame.ts';

const joined = (record: SealedRecord) => wholeRecord(frameOfRecords(record), personalBytes(record));
/** Words with everything that could look like the frame's seams. */
const words = fc
  .array(fc.constantFrom('"', '\\', ',"person":', '{', '}', ',"text":', 'é', 'Ṣ', '𝒜', '漢', 'a', ' b'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => `x${parts.join('')}x`.normalize('NFC'));

describe('a record in two parts', () => {
  it('joined again is the record, byte for byte, whatever stands in it', () => {
    const record = fc
      .record({ name: words, unit: words, typedName: words, place: words, title: words, agency: words })
      .map(({ name, unit, typedName, place, title, agency }) => {
        const plain = sampleRecord();
        return sampleRecord(
          {
            person: { ...plain.person, name, unit },
            act: { ...plain.act, typedName, place },
            agency: { ...plain.agency, name: agency },
          },
          { title },
        );
      });
    fc.assert(
      fc.property(record, (given) => {
        expect(Buffer.from(joined(given)).equals(recordBytes(given))).toBe(true);
        expect(parseRecord(joined(given))).toEqual(given);
      }),
    );
  });

  it('has one frame for two people of one text, and another for another text', () => {
    const [one, other] = [sampleRecord(), sampleRecord({ receipt: '0000-0000-0000-0000' })];
    expect(frameOfRecords(one)).toEqual(frameOfRecords(other));
    expect(frameOfRecords(one).id).not.toEqual(frameOfRecords(sampleRecord({}, { title: 'Lain' })).id);
  });

  it('refuses in each part what the whole refuses', () => {
    const record = sampleRecord();
    const bad = (change: Partial<SealedRecord>) => ({ ...record, ...change });
    expect(() => frameOfRecords(bad({ bases: ['a\u202e'] }))).toThrow(FormatError);
    expect(() => frameOfRecords(bad({ agency: { ...record.agency, id: '' } }))).toThrow(FormatError);
    expect(() => personalBytes(bad({ receipt: 'x' }))).toThrow(FormatError);
    expect(() => personalBytes(bad({ person: { ...record.person, name: ' a' } }))).toThrow(FormatError);
    const passkey = { ...record.act, method: 'passkey' as const };
    expect(() => personalBytes(bad({ act: passkey }))).toThrow(FormatError);
    const points = Array.from({ length: 50 }, () => 'x'.repeat(4000));
    expect(() => joined(sampleRecord({}, { points }))).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
  });
});
