import type { CeremonyCounts, Figures } from '../counts.ts';

/** A unit as the screen shows it; the name is null for small units taken together. */
export interface UnitBar {
  name: string | null;
  expected: number;
  /** On time or late. */
  present: number;
  signed: number;
}

/** Of fewer people than this a figure would tell who they are, to everybody in the yard. */
const SMALL = 5;

/**
 * Units from the largest, as many as the picture holds; those that are small, or left over, are one line together.
 * That line is never small itself, or total minus shown would tell what it hides.
 */
export function unitBars(units: CeremonyCounts['byUnit'], room: number): UnitBar[] {
  const bars = units
    .filter(({ expected }) => expected > 0)
    .map((unit) => ({ name: unit.unitName, ...figures(unit) }))
    .sort((a, b) => b.expected - a.expected);
  const shown = bars.filter(({ expected }) => expected >= SMALL);
  const together = bars.filter(({ expected }) => expected < SMALL);
  while (shown.length > 0 && (isSmall(together) || shown.length + Math.min(together.length, 1) > room))
    together.push(shown.pop() as (typeof bars)[number]);
  return together.length === 0 ? shown : shown.length === 0 ? [] : [...shown, sum(together)];
}

function isSmall(units: readonly UnitBar[]): boolean {
  return units.length > 0 && sum(units).expected < SMALL;
}

function sum(units: readonly UnitBar[]): UnitBar {
  const add = (key: 'expected' | 'present' | 'signed') => units.reduce((all, unit) => all + unit[key], 0);
  return { name: null, expected: add('expected'), present: add('present'), signed: add('signed') };
}

function figures({ expected, present, late, signed }: Figures): Omit<UnitBar, 'name'> {
  return { expected, present: present + late, signed };
}
