import type { Span } from '../types.ts';
import { sentencesOf } from './sentences.ts';

const SENTENCE_LENGTH = 60;
const RUN_LENGTH = 150;

/**
 * Later copies of what was already said, as runs. A run counts from two sentences or 150 units on: a repeated phrase
 * or a pulled quote is not a fault.
 */
export function duplicatesOf(text: string): Span[] {
  const seen = new Set<string>();
  const runs: { start: number; end: number; count: number }[] = [];
  let open = false;
  for (const sentence of sentencesOf(text)) {
    if (sentence.end - sentence.start < SENTENCE_LENGTH) {
      const last = runs.at(-1);
      if (open && last && seen.has(keyOf(text, sentence))) last.end = sentence.end;
      seen.add(keyOf(text, sentence));
      continue;
    }
    const key = keyOf(text, sentence);
    if (!seen.has(key)) open = false;
    else if (open) grow(runs, sentence);
    else {
      runs.push({ ...sentence, count: 1 });
      open = true;
    }
    seen.add(key);
  }
  return runs.filter((run) => run.count > 1 || run.end - run.start >= RUN_LENGTH);
}

function grow(runs: { start: number; end: number; count: number }[], sentence: Span): void {
  const last = runs.at(-1);
  if (!last) return;
  last.end = sentence.end;
  last.count += 1;
}

function keyOf(text: string, { start, end }: Span): string {
  return text
    .slice(start, end)
    .toLowerCase()
    .replace(/[\W_]+/g, ' ')
    .trim();
}
