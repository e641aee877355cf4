import type { Register } from '../make-register.ts';
import type { IsoDate } from '../types.ts';
import { BINDINGS } from './data/bindings.ts';
import { type Reason, reason } from './reason.ts';
import { applies } from './rule.ts';
import { weakest } from './stated.ts';
import type { Binding, Group, LevelClaim, StaffCategory } from './types.ts';

export interface Person {
  readonly category: StaffCategory;
  /** Husband or wife of a candidate in that election; `on-leave`: with unpaid leave (CLTN) on the day of the act. */
  readonly spouse?: 'on-leave' | 'no-leave';
}

/** What binds this person on that day, the joint decree included. */
export function bindingsOf(
  person: Person,
  group: Group,
  date: IsoDate,
  register: Register,
): readonly Binding[] {
  return BINDINGS.filter(
    (binding) =>
      binding.group === group &&
      (binding.person === person.category || (binding.person === 'spouse' && person.spouse !== undefined)) &&
      applies(binding, date, register),
  );
}

/**
 * Levels are written for civil servants. For PPPK they are followed as far as they fit, and dismissal is the end of the
 * contract; people outside the ASN have one graduated sanction in the circular and none of the levels.
 */
export function levelsFor(
  { category }: Person,
  bindings: readonly Binding[],
  levels: readonly LevelClaim[],
): readonly LevelClaim[] {
  const own = bindings.find((binding) => binding.person === category);
  if (category === 'pns' || category === 'cpns' || !own) return levels;
  if (category === 'non-asn') return [{ ...own, level: 'contract' }];
  return levels.map((claim) => ({
    ...claim,
    level: claim.level === 'ptdh' ? 'contract' : claim.level,
    confidence: weakest([claim.confidence, 'inferred']),
    sources: [...claim.sources, ...own.sources],
  }));
}

export function personReasons({ category, spouse }: Person): readonly Reason[] {
  const own = {
    pns: [],
    cpns: [reason('cpns')],
    pppk: [reason('pppk')],
    'pppk-pw': [reason('pppkPartTime')],
    'non-asn': [reason('nonAsn')],
  }[category];
  return spouse === undefined ? own : [...own, reason('spouse')];
}
