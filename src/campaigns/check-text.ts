import type { PledgeText } from '../verify/index.ts';
import type { Problem } from './problem.ts';
import { unprintable } from './tidy.ts';

/** Limits of one text. `whole` keeps the sealed record far below its own limit and the paper readable. */
export const TEXT_LIMITS = { title: 300, passage: 2000, points: 30, whole: 20_000 } as const;

/**
 * What keeps a pledge or pact text from being pinned; empty when nothing does. Fields are title, opener, points,
 * closing. The number of points is data (1 to 30): 2019 had six, 2024 has four.
 * @param cannotPrint the caller's own test of characters, such as a font's repertoire: the offending one, or null
 */
export function checkText(
  text: PledgeText,
  cannotPrint: (text: string) => string | null = unprintable,
): Problem[] {
  const problems: Problem[] = [];
  const add = (field: string, code: string, params: Problem['params'] = {}) =>
    problems.push({ field, code, params });
  if (text.title === '') add('title', 'campaigns.textNoTitle');
  if (text.title.length > TEXT_LIMITS.title) add('title', 'campaigns.tooLong', { limit: TEXT_LIMITS.title });
  if (text.points.length === 0) add('points', 'campaigns.textNoPoints');
  if (text.points.length > TEXT_LIMITS.points)
    add('points', 'campaigns.textManyPoints', { count: text.points.length, limit: TEXT_LIMITS.points });
  for (const [field, passage] of passages(text)) {
    if (passage.length > TEXT_LIMITS.passage) add(field, 'campaigns.tooLong', { limit: TEXT_LIMITS.passage });
    const char = cannotPrint(passage);
    if (char) add(field, 'campaigns.unprintable', { char });
  }
  if (wholeLength(text) > TEXT_LIMITS.whole)
    add('points', 'campaigns.textTooLong', { limit: TEXT_LIMITS.whole });
  return problems;
}

function passages(text: PledgeText): [string, string][] {
  const { title, opener, points, closing } = text;
  return [
    ['title', title],
    ['opener', opener],
    ...points.map((p): [string, string] => ['points', p]),
    ['closing', closing],
  ];
}

function wholeLength(text: PledgeText): number {
  return passages(text).reduce((sum, [, passage]) => sum + passage.length, 0);
}
