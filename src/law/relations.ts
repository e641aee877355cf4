import { contains, type Register, sameRef } from './make-register.ts';
import type { Article, ArticleRef, Instrument } from './types.ts';

/** What stands around an instrument, told from either side; nothing twice. */
export interface Relations {
  readonly replaced: readonly Instrument[];
  readonly replacedBy: readonly Instrument[];
  readonly amended: readonly Instrument[];
  readonly amendedBy: readonly Instrument[];
}

export function relationsOf(register: Register, one: Instrument): Relations {
  const named = (ids: readonly (string | undefined)[]) =>
    ids.flatMap((id) => (id === undefined ? [] : (register.findInstrument(id) ?? [])));
  const whoName = (pick: (other: Instrument) => readonly (string | undefined)[]) =>
    register.instruments.filter((other) => pick(other).includes(one.id));
  return {
    replaced: unique([...named(one.replaces ?? []), ...whoName((other) => [other.revokedBy])]),
    replacedBy: unique([...named([one.revokedBy]), ...whoName((other) => other.replaces ?? [])]),
    amended: unique([...named(one.amends ?? []), ...whoName((other) => other.touchedBy ?? [])]),
    amendedBy: unique([...named(one.touchedBy ?? []), ...whoName((other) => other.amends ?? [])]),
  };
}

/** The same act under its other numbers: as a prohibition and as its sanction, told from either side; the most exact. */
export function otherNumbers(register: Register, article: Article): readonly ArticleRef[] {
  const back = register
    .articlesOf(article.instrument)
    .filter(({ mapsTo }) => mapsTo?.some((ref) => sameRef(ref, article.ref)))
    .map(({ ref }) => ref);
  const own = article.mapsTo ?? [];
  const all = [...own, ...back.filter((ref) => !own.some((known) => sameRef(known, ref)))];
  return all.filter((ref) => !all.some((other) => other !== ref && contains(ref, other)));
}

function unique(instruments: readonly Instrument[]): readonly Instrument[] {
  return [...new Map(instruments.map((instrument) => [instrument.id, instrument])).values()];
}
