import { printArticle } from './citations/article-ref.ts';
import type { Register } from './make-register.ts';
import type { Article, DatedFact, Instrument, Source } from './types.ts';

/** A statement that the register may not hold. `code` is the message's key too. */
export interface RegisterProblem {
  readonly code: `law.rule.${Rule}`;
  readonly instrument: string;
  /** What is wrong there: a date, an address, the identifier that leads nowhere, an article. */
  readonly what: string;
}

type Rule =
  | 'idTaken'
  | 'nameTaken'
  | 'numberTaken'
  | 'noSuchDay'
  | 'order'
  | 'revokedWhen'
  | 'leadsNowhere'
  | 'itself'
  | 'source'
  | 'articleTaken'
  | 'articleBeyond'
  | 'articleNowhere'
  | 'misfit';

/** Everything in the register that breaks its rules; empty for the one that is shipped. */
export function registerProblems(register: Register): RegisterProblem[] {
  return [
    ...taken(register),
    ...register.instruments.flatMap((instrument) => instrumentProblems(register, instrument)),
    ...register.articles.flatMap((article) => articleProblems(register, article)),
  ];
}

function taken({ instruments, articles }: Register): RegisterProblem[] {
  const numbers = instruments.flatMap(({ id, type, numbers }) =>
    numbers.map((n) => [id, `${type} ${n.issuer} ${n.number} ${n.year ?? ''}`.trim()] as const),
  );
  return [
    ...twice(instruments.map(({ id }) => [id, id])).map(([id, what]) => problem('idTaken', id, what)),
    ...twice(instruments.map(({ id, name }) => [id, name])).map(([id, what]) =>
      problem('nameTaken', id, what),
    ),
    ...twice(numbers).map(([id, what]) => problem('numberTaken', id, what)),
    ...twice(articles.map((a) => [a.instrument, `${a.instrument} ${printArticle(a.ref)}`])).map(
      ([id, what]) => problem('articleTaken', id, what),
    ),
  ];
}

function instrumentProblems(register: Register, instrument: Instrument): RegisterProblem[] {
  const { id, signed, inForceFrom, inForceUntil, status, sources } = instrument;
  const say = (rule: Rule, what: string) => problem(rule, id, what);
  const others = [
    ...[instrument.revokedBy ?? []].flat(),
    ...[instrument.replaces, instrument.amends, instrument.touchedBy].flatMap((ids) => ids ?? []),
  ];
  return [
    ...[signed, inForceFrom, inForceUntil]
      .filter((fact) => fact !== undefined && !isDay(fact))
      .map((fact) => say('noSuchDay', fact?.date ?? '')),
    ...(inForceFrom && inForceUntil && inForceFrom.date >= inForceUntil.date
      ? [say('order', `${inForceFrom.date} … ${inForceUntil.date}`)]
      : []),
    ...(status === 'revoked' && !inForceUntil ? [say('revokedWhen', instrument.name)] : []),
    ...others.filter((other) => other === id).map((other) => say('itself', other)),
    ...others.filter((other) => !register.findInstrument(other)).map((other) => say('leadsNowhere', other)),
    ...badSources(sources).map((url) => say('source', url)),
  ];
}

function articleProblems(register: Register, article: Article): RegisterProblem[] {
  const { instrument: id, ref, mapsTo = [], sources } = article;
  const say = (rule: Rule, what: string) => problem(rule, id, what);
  const instrument = register.findInstrument(id);
  if (!instrument) return [say('leadsNowhere', id)];
  const last = instrument.lastPasal?.number ?? Infinity;
  return [
    ...(Number.parseInt(ref.pasal, 10) > last ? [say('articleBeyond', printArticle(ref))] : []),
    ...mapsTo
      .filter((other) => !register.findArticle(id, other))
      .map((other) => say('articleNowhere', printArticle(other))),
    ...badSources(sources).map((url) => say('source', url)),
  ];
}

/** A source is an address and at least a word on what was seen there. */
function badSources(sources: readonly Source[]): string[] {
  if (sources.length === 0) return ['–'];
  return sources.filter(({ url, note }) => !isAddress(url) || note.trim().length < 4).map(({ url }) => url);
}

/** http or https, with a host; nothing a browser would run. */
export function isAddress(url: string): boolean {
  return /^https?:\/\/[^\s/]+\.\S+$/.test(url) && URL.canParse(url);
}

/** A year, a month of it, or a day that the calendar has. */
function isDay({ date }: DatedFact): boolean {
  if (!/^(19|20|21)\d\d(-\d\d(-\d\d)?)?$/.test(date)) return false;
  const whole = `${date}-01-01`.slice(0, 10);
  const instant = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(whole);
}

function twice(pairs: readonly (readonly [id: string, what: string])[]): (readonly [string, string])[] {
  const seen = new Set<string>();
  return pairs.filter(([, what]) => seen.has(what) || !seen.add(what));
}

function problem(rule: Rule, instrument: string, what: string): RegisterProblem {
  return { code: `law.rule.${rule}`, instrument, what };
}
