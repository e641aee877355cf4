import { LEXICON, STOPWORDS } from './lexicon.ts';
import { isNear, slack } from './near.ts';
import { roots } from './stem.ts';
import { wordsOf } from './words.ts';

/** What a question is about: concepts with how surely they were meant (1, less where a spelling was mended). */
export interface Understood {
  readonly concepts: ReadonlyMap<string, number>;
  /** Words that carry meaning and that the lexicon does not know. */
  readonly unknown: readonly string[];
}

const LONGEST_PHRASE = 4;
const forms = new Map<string, string[]>();
for (const [concept, text] of Object.entries(LEXICON))
  for (const form of text.split(',')) learn(wordsOf(form).join(' '), concept);
const singles = [...forms.keys()].filter((form) => !form.includes(' ') && form.length >= 5);

function learn(form: string, concept: string): void {
  const held = forms.get(form) ?? [];
  if (!held.includes(concept)) forms.set(form, [...held, concept]);
}

/** The longest phrases first; what a phrase has used is not read again. */
export function understand(text: string): Understood {
  const words = wordsOf(text);
  const concepts = new Map<string, number>();
  const unknown: string[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(words, at);
    const found = phrase ?? wordAt(words[at] as string);
    if (found) {
      for (const concept of found.concepts)
        concepts.set(concept, Math.max(found.sure, concepts.get(concept) ?? 0));
    } else if (carriesMeaning(words[at] as string)) unknown.push(words[at] as string);
    at += phrase?.length ?? 1;
  }
  return { concepts, unknown };
}

interface Found {
  readonly concepts: readonly string[];
  readonly sure: number;
  readonly length: number;
}

function phraseAt(words: readonly string[], at: number): Found | null {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 1; length--) {
    const concepts = forms.get(words.slice(at, at + length).join(' '));
    if (concepts) return { concepts, sure: 1, length };
  }
  return null;
}

function wordAt(word: string): Found | null {
  const plain = forms.get(word);
  if (plain) return { concepts: plain, sure: 1, length: 1 };
  if (STOPWORDS.has(word)) return null;
  for (const root of roots(word)) {
    const concepts = forms.get(root);
    if (concepts) return { concepts, sure: 1, length: 1 };
  }
  return mended(word);
}

/** A misspelt word: the nearest form that begins with the same letter, or any at one slip in a long word. */
function mended(word: string): Found | null {
  for (const candidate of roots(word).filter((root) => root.length >= 5)) {
    const limit = slack(candidate);
    const near = singles.find((form) => form[0] === candidate[0] && isNear(candidate, form, limit));
    if (near) return { concepts: forms.get(near) as string[], sure: 0.7, length: 1 };
  }
  return null;
}

function carriesMeaning(word: string): boolean {
  return !STOPWORDS.has(word) && word.length > 1;
}
