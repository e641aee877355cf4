const START = 1 << 15;

/**
 * Which national numbers a part has named already, at which institution. Kept as figures side by side, not as strings:
 * tens of thousands of them that live as long as a part would be moved through V8's heap again and again.
 */
export function createNumbersMet() {
  let table = emptyTable(START);
  let count = 0;
  /** @param place of the institution, from 1 on @returns false where it was there already */
  const add = (place: number, high: number, low: number): boolean => {
    const mask = table.places.length - 1;
    let at = (Math.imul(low ^ Math.imul(place, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(high, 0xc2b2ae35)) & mask;
    for (; table.places[at] !== 0; at = (at + 1) & mask)
      if (table.lows[at] === low && table.highs[at] === high && table.places[at] === place) return false;
    table.places[at] = place;
    table.highs[at] = high;
    table.lows[at] = low;
    count += 1;
    if (count * 2 > table.places.length) grow();
    return true;
  };
  const grow = () => {
    const { places, highs, lows } = table;
    table = emptyTable(places.length * 2);
    count = 0;
    for (const [at, place] of places.entries())
      if (place !== 0) add(place, highs[at] as number, lows[at] as number);
  };
  return {
    /** @param digits 18 of them @returns false where the institution had it already */
    add: (place: number, digits: string): boolean => add(place, nine(digits, 0), nine(digits, 9)),
    clear(): void {
      table.places.fill(0);
      count = 0;
    },
  };
}

export type NumbersMet = ReturnType<typeof createNumbersMet>;

function emptyTable(size: number) {
  return { places: new Uint32Array(size), highs: new Uint32Array(size), lows: new Uint32Array(size) };
}

/** Nine digits as a figure; no text is cut out for it. */
function nine(digits: string, from: number): number {
  let value = 0;
  for (let at = from; at < from + 9; at++) value = value * 10 + digits.charCodeAt(at) - 48;
  return value;
}
