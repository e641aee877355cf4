import type { Point, PointList } from '../read/points.ts';
import { THEMES, type Theme, themeOf } from '../read/themes.ts';
import { printChanges, wordDiff } from '../read/word-diff.ts';
import type { PinnedText, RawFinding } from '../types.ts';
import { findSlips } from './slips.ts';

const FOUR_POINTS = {
  url: 'https://setwan.surakarta.go.id/asn-setwan-surakarta-ikrarkan-netralitas-pada-pemilu-2024-sekretariat-dprd-kota/',
  note: 'an agency that prints the four points; the official form was not seen',
};

/** The pledge's points: as many as announced, none lost, and worded as pinned. */
export function findPoints(list: PointList | undefined, pinned: PinnedText | undefined): RawFinding[] {
  if (!list) return [];
  const compared = pinned ? againstPinned(list, pinned) : [...missing(list), ...findSlips(list.points)];
  return [...mismatch(list), ...merged(list), ...compared];
}

function mismatch({ announced, points, whole }: PointList): RawFinding[] {
  if (!announced || !whole || announced.count === points.length) return [];
  const { start, end, count } = announced;
  return [
    {
      code: 'point-count-mismatch',
      start,
      end,
      params: { announced: count, listed: points.length },
      sources: [],
    },
  ];
}

/** Without a pinned text only the four shared obligations are known; a list of another number is left alone. */
function missing({ announced, points, whole }: PointList): RawFinding[] {
  const themes = new Set(points.map((point) => point.theme));
  const lost = THEMES.filter((theme) => !themes.has(theme));
  const expectsFour = announced ? announced.count === 4 : points.length === 3;
  if (!whole || !expectsFour || lost.length === 0 || lost.length > 2) return [];
  return lost.map((theme) => missingFinding(points, theme));
}

function missingFinding(points: readonly Point[], theme: Theme): RawFinding {
  const { start, end } = spanOf(points);
  return { code: 'points-missing', variant: theme, start, end, params: { theme }, sources: [FOUR_POINTS] };
}

/** Fewer points counted out than there are: two were run together under one number. */
function merged({ announced, points, countedOut }: PointList): RawFinding[] {
  if (!announced || countedOut < 2 || points.length !== announced.count || countedOut >= points.length)
    return [];
  const { start, end } = spanOf(points.slice(0, 2));
  const params = { counted: countedOut, listed: points.length };
  return [{ code: 'points-differ', variant: 'merged', start, end, params, sources: [FOUR_POINTS] }];
}

function againstPinned({ points }: PointList, pinned: PinnedText): RawFinding[] {
  const left = [...points];
  const found: RawFinding[] = [];
  pinned.points.forEach((text, i) => {
    const match = takeMatch(left, text, points[i]);
    if (match) found.push(...differ(match, text, i + 1));
    else found.push(lost(points, text, i + 1));
  });
  const spare = left.map(
    ({ start, end }): RawFinding => ({ code: 'points-differ', variant: 'added', start, end, sources: [] }),
  );
  return [...found, ...spare];
}

/** The same theme first, then the same place. */
function takeMatch(left: Point[], text: string, same: Point | undefined): Point | undefined {
  const theme = themeOf(text);
  const byTheme = theme ? left.findIndex((point) => point.theme === theme) : -1;
  const byPlace = same && !same.theme ? left.indexOf(same) : -1;
  const index = byTheme >= 0 ? byTheme : byPlace;
  return index >= 0 ? left.splice(index, 1)[0] : undefined;
}

function lost(points: readonly Point[], text: string, number: number): RawFinding {
  const theme = themeOf(text);
  const variant = theme ?? 'other';
  return {
    code: 'points-missing',
    variant,
    ...spanOf(points),
    params: { theme: theme ?? text.slice(0, 80), number },
    sources: [],
  };
}

function differ(point: Point, pinned: string, number: number): RawFinding[] {
  const changes = wordDiff(pinned, point.text);
  if (changes.length === 0) return [];
  const params = { number, diff: printChanges(changes) };
  return [
    { code: 'points-differ', variant: 'pinned', start: point.start, end: point.end, params, sources: [] },
  ];
}

function spanOf(points: readonly Point[]): { start: number; end: number } {
  return { start: (points[0] as Point).start, end: (points.at(-1) as Point).end };
}
