import { Refusal } from '../refusal.ts';

/** A4 at 600 dots an inch has 35 million; more than this no second person needs, and no phone can show. */
const MOST_PIXELS = 50_000_000;
const LONGEST_SIDE = 12_000;
/** Below this no signature can be read. */
const SHORTEST_SIDE = 200;

/** @throws Refusal pictures.tooWide, pictures.tooSmall */
export function checkSize(width: number, height: number): void {
  if (Math.max(width, height) > LONGEST_SIDE || width * height > MOST_PIXELS) {
    throw new Refusal('pictures.tooWide', 422, { width, height });
  }
  if (Math.min(width, height) < SHORTEST_SIDE) throw new Refusal('pictures.tooSmall', 422, { width, height });
}
