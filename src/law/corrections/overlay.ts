import { parseArticle } from '../citations/article-ref.ts';
import { makeRegister, type Register, sameRef } from '../make-register.ts';
import { type RegisterProblem, registerProblems } from '../rules.ts';
import type { Article, Instrument, Source } from '../types.ts';
import { REQUIRED, shapeOf } from './fields.ts';

/** One row of law.correction as far as the register cares. */
export interface Change {
  readonly id: string;
  readonly instrumentId: string;
  /** `Pasal 5 huruf n angka 3`; null: the instrument itself */
  readonly article: string | null;
  readonly field: string;
  /** true: what was shipped holds again, whatever `value` is */
  readonly asShipped: boolean;
  readonly value: unknown;
  readonly why: string;
  readonly source: string;
}

export interface Overlaid {
  readonly register: Register;
  /** Corrections that count for nothing, since the register of this version cannot take them, with the reason. */
  readonly unusable: readonly { readonly change: Change; readonly problem: RegisterProblem }[];
}

/**
 * The base with the corrections laid over it, given from oldest to newest: the latest of each field counts. Every
 * changed entry names the correction's source among its own. What breaks the rules is left out and told, so that a
 * later version of the program can never be stopped by an old correction.
 */
export function overlay(base: Register, changes: readonly Change[]): Overlaid {
  const latest = latestOf(changes);
  const whole = apply(base, latest);
  const known = new Set(registerProblems(base).map(sayProblem));
  const found = (register: Register) => registerProblems(register).find((p) => !known.has(sayProblem(p)));
  if (whole.unusable.length === 0 && !found(whole.register)) return whole;
  const taken: Change[] = [];
  const unusable: Overlaid['unusable'][number][] = [];
  for (const change of latest.toSorted(newFirst)) {
    const next = apply(base, [...taken, change]);
    const problem = next.unusable[0]?.problem ?? found(next.register);
    if (problem) unusable.push({ change, problem });
    else taken.push(change);
  }
  return { register: apply(base, taken).register, unusable };
}

/** The latest of each field, in the order of time. */
export function latestOf<C extends Change>(changes: readonly C[]): C[] {
  const latest = new Map<string, C>();
  for (const change of changes) {
    latest.delete(keyOf(change));
    latest.set(keyOf(change), change);
  }
  return [...latest.values()];
}

/** The same for every correction of one field. */
export function keyOf({ instrumentId, article, field }: Change): string {
  return [instrumentId, article ?? '', field].join('|');
}

function apply(base: Register, changes: readonly Change[]): Overlaid {
  const instruments = new Map(base.instruments.map((instrument) => [instrument.id, instrument]));
  const articles = [...base.articles];
  const unusable: Overlaid['unusable'][number][] = [];
  // What is new comes first: other corrections may speak of it.
  for (const change of changes.toSorted(newFirst)) {
    if (change.asShipped) continue;
    const rule = change.article === null ? setField(instruments, change) : setArticle(articles, change);
    if (rule) unusable.push({ change, problem: unfit(rule, change) });
  }
  return { register: makeRegister({ ...base, instruments: [...instruments.values()], articles }), unusable };
}

/** The rule that the change breaks by itself, if any. */
type Unfit = 'misfit' | 'idTaken' | 'articleTaken' | null;

function setField(instruments: Map<string, Instrument>, change: Change): Unfit {
  const value = fitting(change);
  const { instrumentId: id, field } = change;
  const instrument = instruments.get(id);
  if (value === undefined) return 'misfit';
  if (field === 'instrument') {
    if (instrument) return 'idTaken';
    if ((value as Instrument).id !== id) return 'misfit';
    instruments.set(id, value as Instrument);
    return null;
  }
  if (!instrument) return 'misfit';
  instruments.set(id, withField(instrument, field, value, change));
  return null;
}

function setArticle(articles: Article[], change: Change): Unfit {
  const value = fitting(change);
  const { instrumentId: id, field } = change;
  const ref = parseArticle(change.article ?? '');
  if (value === undefined || !ref) return 'misfit';
  const at = articles.findIndex((article) => article.instrument === id && sameRef(article.ref, ref));
  if (field === 'article') {
    const added = value as Article;
    if (at >= 0) return 'articleTaken';
    if (added.instrument !== id || !sameRef(added.ref, ref)) return 'misfit';
    articles.push(added);
    return null;
  }
  const article = articles[at];
  if (!article) return 'misfit';
  articles[at] = withField(article, field, value, change);
  return null;
}

/** `null` takes an optional field away; a title that is not known stays null. */
function withField<T extends Instrument | Article>(
  entry: T,
  field: string,
  value: unknown,
  { source, why }: Change,
): T {
  const { [field as keyof T]: _old, ...rest } = entry;
  const next = (value === null && field !== 'title' ? rest : { ...rest, [field]: value }) as T;
  if (field === 'sources' || next.sources.some(({ url }) => url === source)) return next;
  const sources: Source[] = [...next.sources, { url: source, note: why }];
  return { ...next, sources };
}

/** The value as its field takes it; undefined where it does not. */
function fitting({ field, article, value }: Change): unknown {
  const shape = shapeOf(field, article !== null);
  if (!shape) return undefined;
  if (value === null && !REQUIRED.has(field)) return null;
  const parsed = shape.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

function unfit(rule: NonNullable<Unfit>, { instrumentId, article, field }: Change): RegisterProblem {
  const what = { misfit: field, idTaken: instrumentId, articleTaken: article ?? '' }[rule];
  return { code: `law.rule.${rule}`, instrument: instrumentId, what };
}

function newFirst(a: Change, b: Change): number {
  const isWhole = ({ field }: Change) => field === 'instrument' || field === 'article';
  return Number(isWhole(b)) - Number(isWhole(a));
}

function sayProblem({ code, instrument, what }: RegisterProblem): string {
  return [code, instrument, what].join('|');
}
