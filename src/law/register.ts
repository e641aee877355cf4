import { DISCIPLINE_ARTICLES } from './data/articles-discipline.ts';
import { ELECTION_ARTICLES } from './data/articles-election.ts';
import { OTHER_ARTICLES } from './data/articles-others.ts';
import { BODIES } from './data/bodies.ts';
import { DECREES } from './data/decrees.ts';
import { GOVERNMENT } from './data/government.ts';
import { MINISTERIAL } from './data/ministerial.ts';
import { RULINGS } from './data/rulings.ts';
import { STATUTES } from './data/statutes.ts';
import { GENERAL_STATUTES } from './data/statutes-general.ts';
import type { Article, ArticleRef, Body, Instrument, InstrumentType } from './types.ts';

/** Every instrument known, in no legal order. */
export const INSTRUMENTS: readonly Instrument[] = [
  ...STATUTES,
  ...GENERAL_STATUTES,
  ...GOVERNMENT,
  ...MINISTERIAL,
  ...DECREES,
  ...RULINGS,
];
export const ARTICLES: readonly Article[] = [...DISCIPLINE_ARTICLES, ...ELECTION_ARTICLES, ...OTHER_ARTICLES];
export { BODIES };

const byId = new Map(INSTRUMENTS.map((instrument) => [instrument.id, instrument]));
const byNumber = new Map(
  INSTRUMENTS.flatMap((instrument) =>
    instrument.numbers
      .map((n) => [numberKey(instrument.type, n.number, n.year), instrument] as const)
      .reverse(),
  ),
);

/** By identifier (`pp-94-2021`). */
export function findInstrument(id: string): Instrument | undefined {
  return byId.get(id);
}

/**
 * By type, number and year; `year` null for numbers that carry their own (`136/PUU-XXII/2024`). Leading zeros do not
 * count. Ministerial rules and circulars share numbers, so `issuer` (as in the register) narrows those.
 */
export function findByNumber(
  type: InstrumentType,
  number: string,
  year: number | null,
  issuer?: string,
): Instrument | undefined {
  const found = byNumber.get(numberKey(type, number, year));
  const shared = type === 'se' || type === 'permen' || type === 'kepmen';
  return found && shared && !found.numbers.some((n) => n.issuer === issuer) ? undefined : found;
}

/** The article with exactly these parts, else undefined. */
export function findArticle(instrumentId: string, ref: ArticleRef): Article | undefined {
  return articlesOf(instrumentId).find((article) => sameRef(article.ref, ref));
}

/** The article itself, or the nearest one that contains it (Pasal 5 huruf n for Pasal 5 huruf n angka 9). */
export function nearestArticle(instrumentId: string, ref: ArticleRef): Article | undefined {
  return articlesOf(instrumentId)
    .filter((article) => contains(article.ref, ref))
    .sort((a, b) => depth(b.ref) - depth(a.ref))[0];
}

export function articlesOf(instrumentId: string): readonly Article[] {
  return ARTICLES.filter((article) => article.instrument === instrumentId);
}

export function findBody(id: string): Body | undefined {
  return BODIES.find((body) => body.id === id);
}

export function sameRef(a: ArticleRef, b: ArticleRef): boolean {
  return contains(a, b) && contains(b, a);
}

function contains(outer: ArticleRef, inner: ArticleRef): boolean {
  const parts = ['pasal', 'ayat', 'huruf', 'angka'] as const;
  return parts.every((part) => outer[part] === undefined || outer[part] === inner[part]);
}

function depth(ref: ArticleRef): number {
  return [ref.ayat, ref.huruf, ref.angka].filter((part) => part !== undefined).length;
}

function numberKey(type: InstrumentType, number: string, year: number | null): string {
  return `${type}|${number.replace(/^0+(?=\d)/, '').toUpperCase()}|${year ?? ''}`;
}
