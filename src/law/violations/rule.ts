import { inForce } from '../in-force.ts';
import type { Register } from '../make-register.ts';
import type { IsoDate } from '../types.ts';
import { PLAIN_JOINING } from './data/discipline-parts.ts';
import { OLD_BASIS, OLD_LEVELS, UNLISTED_ETHICS } from './data/legacy.ts';
import { holdsOn, type Stated } from './stated.ts';
import type { ActKind, Basis, Group, LevelClaim, Violation } from './types.ts';

/** Levels and bases that apply to an act on its day. */
export interface Rule {
  readonly levels: readonly LevelClaim[];
  readonly bases: readonly Basis[];
}

/** In force on that day by its own dates and by the register's; a date known only to its year does not exclude. */
export function applies(
  stated: Pick<Stated, 'since' | 'until'> & { readonly instrument: string },
  date: IsoDate,
  register: Register,
): boolean {
  const instrument = register.findInstrument(stated.instrument);
  const standings = [holdsOn(stated, date), ...(instrument ? [inForce(instrument, date)] : [])];
  return !standings.includes('not-yet') && !standings.includes('revoked');
}

/** For the items that an act may be, on its day. Bases are empty where nothing in force is known. */
export function ruleOn(
  date: IsoDate,
  kind: ActKind,
  group: Group,
  items: readonly Violation[],
  register: Register,
): Rule {
  const { levels, bases } = ruleOf(kind, group, items, isOldDiscipline(date, kind, group, register));
  return { levels, bases: bases.filter((basis) => applies(basis, date, register)) };
}

/** Discipline of an act before PP 94/2021; dismissal for party membership never stood in it. */
export function isOldDiscipline(date: IsoDate, kind: ActKind, group: Group, register: Register): boolean {
  const instrument = register.findInstrument('pp-94-2021');
  const notYet = instrument ? inForce(instrument, date) === 'not-yet' : false;
  return notYet && group === 'discipline' && kind !== 'party-member';
}

function ruleOf(kind: ActKind, group: Group, items: readonly Violation[], old: boolean): Rule {
  if (old) return { levels: OLD_LEVELS, bases: [OLD_BASIS] };
  if (items.length === 0) return UNLISTED_ETHICS;
  const levels = items.flatMap((item) => item.levels);
  const bases = items.flatMap((item) => item.bases);
  if (kind !== 'join-campaign' || group === 'ethics') return { levels, bases };
  const { since, sources } = PLAIN_JOINING;
  const medium: LevelClaim = { level: 'sedang', since, sources, confidence: 'conflict' };
  const severe = levels.map((claim): LevelClaim => ({ ...claim, confidence: 'conflict' }));
  return { levels: [medium, ...severe], bases: [PLAIN_JOINING, ...bases] };
}
