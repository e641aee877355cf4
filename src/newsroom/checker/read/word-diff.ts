export interface WordChange {
  /** Words of the reference that are not in the text; empty for an addition. */
  readonly expected: readonly string[];
  readonly printed: readonly string[];
  /** Units in the text under comparison. */
  readonly start: number;
  readonly end: number;
}

interface Token {
  readonly word: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const LIMIT = 400;

/** Word-by-word differences, blind to case and marks. Texts beyond 400 words are compared up to there. */
export function wordDiff(reference: string, text: string): WordChange[] {
  const a = tokens(reference);
  const b = tokens(text);
  const kept = common(a, b);
  const changes: WordChange[] = [];
  let i = 0;
  let j = 0;
  for (const [ka, kb] of [...kept, [a.length, b.length] as const]) {
    if (ka > i || kb > j) {
      const printed = b.slice(j, kb);
      const start = printed[0]?.start ?? b[j - 1]?.end ?? 0;
      const end = printed.at(-1)?.end ?? start;
      changes.push({
        expected: a.slice(i, ka).map((t) => t.word),
        printed: printed.map((t) => t.word),
        start,
        end,
      });
    }
    i = ka + 1;
    j = kb + 1;
  }
  return changes;
}

/** `[-dan-] {+dari+}` with the words around left out. */
export function printChanges(changes: readonly WordChange[]): string {
  return changes
    .map(({ expected, printed }) =>
      [expected.length > 0 && `[-${expected.join(' ')}-]`, printed.length > 0 && `{+${printed.join(' ')}+}`]
        .filter(Boolean)
        .join(' '),
    )
    .join(' … ');
}

function tokens(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\d]+(?:[-'][\p{L}\d]+)*/gu)].slice(0, LIMIT).map((m) => ({
    word: m[0],
    key: m[0].toLowerCase(),
    start: m.index,
    end: m.index + m[0].length,
  }));
}

/** Pairs of places of the longest common run of words. */
function common(a: readonly Token[], b: readonly Token[]): (readonly [number, number])[] {
  const rows: Uint16Array[] = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) fillRow(rows, i, a, b);
  const pairs: (readonly [number, number])[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if ((a[i] as Token).key === (b[j] as Token).key) pairs.push([i++, j++]);
    else if (at(rows, i + 1, j) >= at(rows, i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

function fillRow(rows: Uint16Array[], i: number, a: readonly Token[], b: readonly Token[]): void {
  const row = rows[i] as Uint16Array;
  for (let j = b.length - 1; j >= 0; j--) {
    const same = (a[i] as Token).key === (b[j] as Token).key;
    row[j] = same ? at(rows, i + 1, j + 1) + 1 : Math.max(at(rows, i + 1, j), at(rows, i, j + 1));
  }
}

function at(rows: readonly Uint16Array[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}
