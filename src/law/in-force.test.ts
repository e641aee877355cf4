import { describe, expect, it } from 'vitest';
import { findInstrument, firstDay, INSTRUMENTS, inForce, lastDay } from './index.ts';

describe('inForce', () => {
  it.each([
    ['uu-5-2014', '2023-02-23', 'in-force'],
    ['uu-5-2014', '2023-10-30', 'in-force'],
    ['uu-5-2014', '2023-10-31', 'revoked'],
    ['uu-5-2014', '2024-09-11', 'revoked'],
    ['uu-20-2023', '2023-10-30', 'not-yet'],
    ['uu-20-2023', '2023-10-31', 'in-force'],
    ['pp-53-2010', '2021-08-30', 'in-force'],
    ['pp-53-2010', '2021-08-31', 'revoked'],
    ['pp-94-2021', '2021-08-31', 'in-force'],
    ['skb-netralitas-2022', '2022-09-21', 'not-yet'],
    ['skb-netralitas-2020', '2022-09-22', 'revoked'],
    ['skb-netralitas-2022', '2026-01-01', 'in-force'],
    ['pp-79-2021', '2021-06-01', 'unknown'],
    ['pp-79-2021', '2020-12-31', 'not-yet'],
    ['pp-79-2021', '2022-01-01', 'in-force'],
    ['pp-49-2018', '2018-11-15', 'unknown'],
    ['mk-136-puu-xxii-2024', '2024-11-13', 'not-yet'],
  ])('%s on %s: %s', (id, date, standing) => {
    expect(inForce(findInstrument(id)!, date)).toBe(standing);
  });

  it('never turns back once in force and then revoked', () => {
    const order = ['not-yet', 'unknown', 'in-force', 'revoked'];
    const days = [
      '2003-01-01',
      '2014-01-15',
      '2018-06-01',
      '2021-08-31',
      '2022-09-22',
      '2023-10-31',
      '2027-01-01',
    ];
    for (const instrument of INSTRUMENTS.filter((i) => i.inForceFrom)) {
      const ranks = days.map((day) => order.indexOf(inForce(instrument, day)));
      expect(
        [...ranks].sort((a, b) => a - b),
        instrument.id,
      ).toEqual(ranks);
    }
  });

  it('knows the bounds of a partial date', () => {
    expect([firstDay('2024'), lastDay('2024'), firstDay('2024-02'), lastDay('2024-02')]).toEqual([
      '2024-01-01',
      '2024-12-31',
      '2024-02-01',
      '2024-02-29',
    ]);
  });
});
