import type * as z from 'zod';
import type { Article, Instrument } from '../types.ts';
import { ARTICLE, INSTRUMENT } from './shapes.ts';

/** What may be corrected of an instrument that is there; `null` in a correction says: nothing is known. */
export const INSTRUMENT_FIELDS = [
  ...(['title', 'numbers', 'nicknames', 'signed', 'inForceFrom', 'inForceUntil', 'status'] as const),
  ...([
    'revokedBy',
    'replaces',
    'amends',
    'touchedBy',
    'lastPasal',
    'note',
    'confidence',
    'sources',
  ] as const),
] satisfies (keyof Instrument)[];
export type InstrumentField = (typeof INSTRUMENT_FIELDS)[number];

export const ARTICLE_FIELDS = [
  ...(['gist', 'about', 'mapsTo', 'note', 'confidence', 'sources'] as const),
] satisfies (keyof Article)[];
export type ArticleField = (typeof ARTICLE_FIELDS)[number];

/** `instrument` and `article` add a whole new one. */
export type Field = InstrumentField | ArticleField | 'instrument' | 'article';

/** The shape of a field's value, or undefined where there is no such field. */
export function shapeOf(field: string, ofArticle: boolean): z.ZodType | undefined {
  if (field === (ofArticle ? 'article' : 'instrument')) return ofArticle ? ARTICLE : INSTRUMENT;
  const fields: readonly string[] = ofArticle ? ARTICLE_FIELDS : INSTRUMENT_FIELDS;
  if (!fields.includes(field)) return undefined;
  const shape: Record<string, z.ZodType> = ofArticle ? ARTICLE.shape : INSTRUMENT.shape;
  return shape[field];
}

/** Fields of which "nothing is known" cannot be said. */
export const REQUIRED: ReadonlySet<string> = new Set<Field>([
  ...(['instrument', 'article', 'numbers', 'status', 'confidence', 'sources', 'gist', 'about'] as const),
]);
