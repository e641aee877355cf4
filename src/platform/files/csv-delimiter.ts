export type Delimiter = ',' | ';' | '\t' | '|';

const CANDIDATES: readonly Delimiter[] = [';', ',', '\t', '|'];
const LOOK_LINES = 30;

/**
 * Excel's own `sep=;` first line decides. Otherwise the sign that appears, outside quotes, in most of the first
 * lines, and among those the one that makes most columns: a comma inside names ("Ahmad, S.Sos") must not win over
 * the semicolons around it.
 */
export function detectDelimiter(head: string): { delimiter: Delimiter; hasHint: boolean } {
  const hint = /^sep=([;,\t|])\r?\n/i.exec(head);
  if (hint) return { delimiter: hint[1] as Delimiter, hasHint: true };
  const lines = unquotedLines(head);
  const scores = CANDIDATES.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const usual = mode(counts.filter((count) => count > 0));
    const agree = counts.filter((count) => count === usual).length;
    return { delimiter, score: usual === 0 ? 0 : (agree / lines.length) * 10 + Math.min(usual, 40) / 4 };
  });
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return { delimiter: best.score > 0 ? best.delimiter : ',', hasHint: false };
}

function unquotedLines(head: string): string[] {
  const bare = head.replace(/"(?:[^"]|"")*"/g, 'x');
  const lines = bare.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  return lines.slice(0, LOOK_LINES);
}

function mode(counts: readonly number[]): number {
  const seen = new Map<number, number>();
  for (const count of counts) seen.set(count, (seen.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, times] of seen) if (times > (seen.get(best) ?? 0)) best = count;
  return best;
}
