import { expect, it } from 'vitest';
import { endOfDay, isDay } from './days.ts';

it('takes days that the calendar has, and nothing else', () => {
  for (const day of ['1945-08-17', '2024-02-29', '2199-12-31']) expect(isDay(day), day).toBe(true);
  for (const none of [
    '',
    '2023-02-29',
    '2026-99-99',
    '2026-1-1',
    '1945-08-16',
    '2200-01-01',
    '2026-01-01T00',
  ])
    expect(isDay(none), none).toBe(false);
});

it('ends a day where the institution is', () => {
  expect(endOfDay('2026-11-22', 'Asia/Jakarta').toISOString()).toBe('2026-11-22T17:00:00.000Z');
  expect(endOfDay('2026-11-22', 'Asia/Jayapura').toISOString()).toBe('2026-11-22T15:00:00.000Z');
  expect(endOfDay('2026-99-99', 'Asia/Jakarta').getTime()).toBe(0);
});
