import { describe, expect, it } from 'vitest';
import { LABELS } from './labels.ts';
import { localTime } from './local-time.ts';

describe('local time', () => {
  it.each([
    ['Asia/Jakarta', '31 Desember 2023', '23.30.00 WIB'],
    ['Asia/Makassar', '1 Januari 2024', '00.30.00 WITA'],
    ['Asia/Jayapura', '1 Januari 2024', '01.30.00 WIT'],
  ] as const)('%s', (zone, day, clock) => {
    expect(localTime('2023-12-31T16:30:00.000Z', zone, LABELS.id)).toEqual({ day, clock });
  });

  it('has every label in both languages', () => {
    expect(Object.keys(LABELS.en).sort()).toEqual(Object.keys(LABELS.id).sort());
    expect(localTime('2023-12-31T16:30:00.000Z', 'Asia/Jakarta', LABELS.en)).toEqual({
      day: '31 December 2023',
      clock: '23:30:00 WIB',
    });
  });
});
