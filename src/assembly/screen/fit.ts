import { widthOf } from './letters.ts';

/**
 * Type sizes of the reading screen, in hundredths of the picture's width (of a 16:9 picture; `--u` of the stylesheet).
 *
 * Why these: a capital of Arial is 0.716 of the type size high. Somebody with normal sight just makes out a letter of
 * 5 minutes of arc, 44 mm at 30 metres; a letter is read at ease from twice that, 87 mm (about the rule for signs of
 * one inch for thirty feet), which is a type size of 122 mm. On a picture 2 m wide that is 6.1, 2.5 m wide 4.9, 3 m wide
 * 4.1 hundredths. The least size of what is read aloud is therefore 4.9: read with ease at 30 metres on a picture of
 * 2.5 m, and by normal sight (1.6 times the least) on one of 2 m. Each card takes the largest size that holds its text.
 */
export const SIZES = [11, 9.8, 8.8, 7.9, 7.1, 6.4, 5.8, 5.3, 4.9] as const;
export type Size = (typeof SIZES)[number];
const LEAST = SIZES[SIZES.length - 1] as Size;

export const LINE_HEIGHT = 1.18;
const CAPITAL = 0.716;

/** Where a text stands, in hundredths of the picture's width. */
export interface Room {
  width: number;
  height: number;
}

/** A text, or a part of one that was too long, at the size that fits. The parts joined are the text, letter for letter. */
export interface Fitted {
  text: string;
  size: Size;
}

/** Minutes of arc under which a capital of this size appears at a distance, on a picture of this width, both in metres. */
export function arcMinutes(size: number, pictureWidth: number, distance: number): number {
  const capital = (size / 100) * pictureWidth * CAPITAL;
  return (2 * Math.atan(capital / 2 / distance) * 180 * 60) / Math.PI;
}

/** The fewest parts that fit, at one size for all of them: what belongs together looks alike. */
export function fit(text: string, room: Room): Fitted[] {
  for (let count = 1; ; count += 1) {
    const parts = divide(text, count);
    const size = SIZES.find((one) => parts.every((part) => fits(part, one, room)));
    if (size !== undefined) return parts.map((part) => ({ text: part, size }));
    if (count >= text.length) return parts.map((part) => ({ text: part, size: LEAST }));
  }
}

/** Entries of a list, as many on each screen as fit at the least size; one that is too long for a screen is cut. */
export function fitList(
  entries: readonly string[],
  room: Room,
  gap: number,
): { entries: string[]; size: Size }[] {
  const screens: string[][] = [];
  const parts = (entry: string) => fit(entry, room).map(({ text }) => text.trimEnd());
  for (const entry of entries.flatMap(parts)) {
    const last = screens.at(-1);
    if (last && listFits([...last, entry], LEAST, room, gap)) last.push(entry);
    else screens.push([entry]);
  }
  const size = SIZES.find((one) => screens.every((screen) => listFits(screen, one, room, gap))) ?? LEAST;
  return screens.map((screen) => ({ entries: screen, size }));
}

function listFits(entries: readonly string[], size: Size, room: Room, gap: number): boolean {
  const heights = entries.map((entry) => (linesOf(entry, size, room.width) ?? 99) * size * LINE_HEIGHT);
  return heights.reduce((sum, height) => sum + height, gap * (entries.length - 1)) <= room.height;
}

function fits(text: string, size: Size, { width, height }: Room): boolean {
  const lines = linesOf(text, size, width);
  return lines !== null && lines * size * LINE_HEIGHT <= height;
}

/** Lines as a browser breaks them, between words; null where a word is wider than the room. */
function linesOf(text: string, size: number, width: number): number | null {
  let lines = 0;
  for (const paragraph of text.trimEnd().split('\n')) {
    let used = Number.POSITIVE_INFINITY;
    for (const word of paragraph.split(' ')) {
      const wide = widthOf(word) * size;
      if (wide > width) return null;
      const after = used + widthOf(' ') * size + wide;
      if (after > width) lines += 1;
      used = after > width ? wide : after;
    }
  }
  return lines;
}

/** Into parts of about one length, cut behind a sentence, a comma or at least a word; the space stays with the first. */
function divide(text: string, count: number): string[] {
  const parts: string[] = [];
  let rest = text;
  for (let left = count; left > 1 && rest.length > 1; left -= 1) {
    const at = cut(rest, rest.length / left);
    parts.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...parts, rest].filter((part) => part !== '');
}

/** How far, in letters, a better place to cut may lie from the even one. */
const REACH = { sentence: 45, clause: 35 };

function cut(text: string, even: number): number {
  const places = [...text.matchAll(/\s+/g)].map(({ index, 0: space }) => ({
    at: index + space.length,
    cost: Math.abs(index - even) - bonus(text[index - 1] ?? ''),
  }));
  const best = places.filter(({ at }) => at < text.length).sort((a, b) => a.cost - b.cost)[0];
  return best?.at ?? Math.max(1, Math.round(even));
}

function bonus(before: string): number {
  if ('.;:'.includes(before)) return REACH.sentence;
  return before === ',' ? REACH.clause : 0;
}
