import { nameKey } from './words.ts';

/** A name made ready to be compared with many others. */
type Prepared<T> = { value: T; key: string; letters: number; fixed: string };

/**
 * Finds the known name that a new one may be a slip of: one edit for names under 8 letters, two for longer ones.
 * Numbers, roman numerals and single letters must agree, since "SDN 1" and "SDN 2" are different schools.
 */
export function similarFinder<T>(known: readonly T[], nameOf: (value: T) => string) {
  const prepared = known.map((value) => prepare(value, nameOf(value)));
  return (name: string): { value: T; distance: number } | null => {
    const wanted = prepare(name, name);
    let best: { value: T; distance: number } | null = null;
    for (const candidate of prepared) {
      const limit = Math.min(allowance(wanted.key), best ? best.distance - 1 : 2);
      if (limit < 1) break;
      if (!couldMatch(wanted, candidate, limit)) continue;
      const distance = editDistance(wanted.key, candidate.key, limit);
      if (distance <= limit) best = { value: candidate.value, distance };
    }
    return best;
  };
}

function prepare<T>(value: T, name: string): Prepared<T> {
  const key = nameKey(name);
  let letters = 0;
  for (const letter of key) letters |= 1 << (letter.charCodeAt(0) % 31);
  const fixed = key
    .split(' ')
    .filter((word) => /^\d|^[ivxlc]+$|^.$/u.test(word))
    .join(' ');
  return { value, key, letters, fixed };
}

function allowance(key: string) {
  return key.length < 8 ? 1 : 2;
}

/** Cheap and never wrong: one edit changes the length by one and adds or removes at most one letter each way. */
function couldMatch(a: Prepared<unknown>, b: Prepared<unknown>, limit: number) {
  if (Math.abs(a.key.length - b.key.length) > limit || a.fixed !== b.fixed || a.key === b.key) return false;
  return bits(a.letters & ~b.letters) <= limit && bits(b.letters & ~a.letters) <= limit;
}

function bits(mask: number) {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Edits (insert, delete, replace, swap of neighbours) from one to the other; anything above `limit` is limit + 1. */
export function editDistance(a: string, b: string, limit: number): number {
  let older: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, older[j - 2]! + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    older = before;
    before = row;
  }
  return Math.min(before[b.length]!, limit + 1);
}
