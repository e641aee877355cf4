import type { Article, ArticleRef, Body, Instrument, InstrumentType } from './types.ts';

/** What a register is made of. */
export interface RegisterParts {
  readonly instruments: readonly Instrument[];
  readonly articles: readonly Article[];
  readonly bodies: readonly Body[];
}

/** Instruments, articles and bodies, and the ways to find one. Never changes once made. */
export interface Register extends RegisterParts {
  /** By identifier (`pp-94-2021`). */
  findInstrument(id: string): Instrument | undefined;
  /**
   * By type, number and year; `year` null for numbers that carry their own (`136/PUU-XXII/2024`). Leading zeros do not
   * count. Ministerial rules and circulars share numbers, so `issuer` (as in the register) narrows those.
   */
  findByNumber(
    type: InstrumentType,
    number: string,
    year: number | null,
    issuer?: string,
  ): Instrument | undefined;
  articlesOf(instrumentId: string): readonly Article[];
  /** The article with exactly these parts, else undefined. */
  findArticle(instrumentId: string, ref: ArticleRef): Article | undefined;
  /** The article itself, or the nearest one that contains it (Pasal 5 huruf n for Pasal 5 huruf n angka 9). */
  nearestArticle(instrumentId: string, ref: ArticleRef): Article | undefined;
  findBody(id: string): Body | undefined;
}

export function makeRegister(parts: RegisterParts): Register {
  const byId = new Map(parts.instruments.map((instrument) => [instrument.id, instrument]));
  const byNumber = new Map(parts.instruments.flatMap(numbersOf));
  const articles = Map.groupBy(parts.articles, (article) => article.instrument);
  const articlesOf = (id: string) => articles.get(id) ?? [];
  return {
    ...parts,
    articlesOf,
    findInstrument: (id) => byId.get(id),
    findByNumber(type, number, year, issuer) {
      const found = byNumber.get(numberKey(type, number, year));
      const shared = type === 'se' || type === 'permen' || type === 'kepmen';
      return found && shared && !found.numbers.some((n) => n.issuer === issuer) ? undefined : found;
    },
    findArticle: (id, ref) => articlesOf(id).find((article) => sameRef(article.ref, ref)),
    nearestArticle: (id, ref) =>
      articlesOf(id)
        .filter((article) => contains(article.ref, ref))
        .sort((a, b) => depth(b.ref) - depth(a.ref))[0],
    findBody: (id) => parts.bodies.find((body) => body.id === id),
  };
}

export function sameRef(a: ArticleRef, b: ArticleRef): boolean {
  return contains(a, b) && contains(b, a);
}

/** Whether the inner article is the outer one or a part of it. */
export function contains(outer: ArticleRef, inner: ArticleRef): boolean {
  const parts = ['pasal', 'ayat', 'huruf', 'angka'] as const;
  return parts.every((part) => outer[part] === undefined || outer[part] === inner[part]);
}

function depth(ref: ArticleRef): number {
  return [ref.ayat, ref.huruf, ref.angka].filter((part) => part !== undefined).length;
}

function numbersOf(instrument: Instrument): (readonly [string, Instrument])[] {
  return instrument.numbers
    .map((n) => [numberKey(instrument.type, n.number, n.year), instrument] as const)
    .reverse();
}

function numberKey(type: InstrumentType, number: string, year: number | null): string {
  return `${type}|${number.replace(/^0+(?=\d)/, '').toUpperCase()}|${year ?? ''}`;
}
