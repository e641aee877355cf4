/** How many slips of the keyboard a word of this length is forgiven. */
export function slack(word: string): number {
  if (word.length < 5) return 0;
  return word.length < 8 ? 1 : 2;
}

/** True where `a` becomes `b` with at most `limit` letters put in, left out, changed or swapped with the next. */
export function isNear(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = nextRow(a, b, i, last, before);
    if (Math.min(...row) > limit) return false;
    before = last;
    last = row;
  }
  return (last[b.length] as number) <= limit;
}

function nextRow(a: string, b: string, i: number, last: number[], before: number[]): number[] {
  const row = [i];
  for (let j = 1; j <= b.length; j++) {
    const change = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
    const put = (row[j - 1] as number) + 1;
    const leave = (last[j] as number) + 1;
    const swaps = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    row.push(Math.min(change, put, leave, swaps ? (before[j - 2] as number) + 1 : Infinity));
  }
  return row;
}
