import {
  type ArticleRef,
  type Confidence,
  type FoundArticle,
  type FoundInstrument,
  printArticle,
  type Register,
} from '../../../law/index.ts';
import type { CitationOut, Span } from '../types.ts';
import type { Letter } from './letters.ts';

/** An article with the instrument it belongs to, where one can be told. `direct`: they stand side by side. */
export interface AttachedArticle extends Span {
  readonly ref: ArticleRef;
  readonly of?: FoundInstrument;
  readonly direct: boolean;
}

const BETWEEN_AFTER = /^[\s,]{0,3}(?:(?:dari|dalam|pada|dan|sebagaimana\sdiatur\sdalam)\s{1,2})?$/;
const BETWEEN_BEFORE = /^[\s,(]{1,3}(?:(?:pada|khususnya|yaitu|yakni|dalam)\s{1,2})?$/;
const LIST_GAP = /^[\s,]{0,3}(?:dan|serta|jo\.?|juncto|atau|hingga|sampai)?[\s,]{0,3}$/;
const FAR = 1500;

/** Gives each article its instrument: the one beside it, the one of its list, else the last one named before it. */
export function attachArticles(
  text: string,
  articles: readonly FoundArticle[],
  instruments: readonly FoundInstrument[],
): AttachedArticle[] {
  const attached: AttachedArticle[] = [];
  let k = instruments.length;
  for (let i = articles.length - 1; i >= 0; i--) {
    const article = articles[i] as FoundArticle;
    while (k > 0 && (instruments[k - 1] as FoundInstrument).start >= article.end) k -= 1;
    attached.push(attach(text, article, instruments[k - 1], instruments[k], attached.at(-1)));
  }
  return attached.reverse();
}

function attach(
  text: string,
  { start, end, ref }: FoundArticle,
  before: FoundInstrument | undefined,
  after: FoundInstrument | undefined,
  next: AttachedArticle | undefined,
): AttachedArticle {
  const at = { start, end, ref };
  if (after && after.start - end < 40 && BETWEEN_AFTER.test(text.slice(end, after.start)))
    return { ...at, of: after, direct: true };
  const listed = next?.of && next.start - end < 14 && LIST_GAP.test(text.slice(end, next.start));
  if (listed && next.of && next.of.start > end) return { ...at, of: next.of, direct: false };
  if (before && start - before.end < 16 && BETWEEN_BEFORE.test(text.slice(before.end, start))) {
    return { ...at, of: before, direct: true };
  }
  if (before && start - before.end < FAR) return { ...at, of: before, direct: false };
  return { ...at, direct: false };
}

/** All citations of the text in the order in which they stand. */
export function citationsOut(
  source: string,
  instruments: readonly FoundInstrument[],
  attached: readonly AttachedArticle[],
  letters: readonly Letter[],
  register: Register,
): CitationOut[] {
  const merged = new Set<FoundInstrument>();
  const articles = attached.map((article) => {
    const joined = article.direct && article.of && !merged.has(article.of) ? article.of : undefined;
    if (joined) merged.add(joined);
    const start = Math.min(article.start, joined?.start ?? article.start);
    const end = Math.max(article.end, joined?.end ?? article.end);
    return citation(
      source,
      start,
      end,
      article.of?.name ?? null,
      printArticle(article.ref),
      confidenceOf(article, register),
    );
  });
  const alone = instruments
    .filter((instrument) => !merged.has(instrument))
    .map((i) => citation(source, i.start, i.end, i.name, null, weaker(i.instrument?.confidence, i.reading)));
  const byNumber = letters.map((l) => citation(source, l.start, l.end, l.number, null, 'unknown'));
  return [...articles, ...alone, ...byNumber].sort((a, b) => a.start - b.start || a.end - b.end);
}

function citation(
  source: string,
  start: number,
  end: number,
  instrument: string | null,
  article: string | null,
  confidence: CitationOut['confidence'],
): CitationOut {
  return { start, end, text: source.slice(start, end), instrument, article, confidence };
}

function confidenceOf({ of, ref, direct }: AttachedArticle, register: Register): CitationOut['confidence'] {
  if (!of?.instrument) return 'unknown';
  const known = register.findArticle(of.instrument.id, ref)?.confidence ?? of.instrument.confidence;
  return direct ? weaker(known, of.reading) : weaker(known, 'inferred');
}

const STRENGTH: readonly Confidence[] = ['conflict', 'recalled', 'inferred', 'verified'];

function weaker(a: Confidence | undefined, b: Confidence): CitationOut['confidence'] {
  if (a === undefined) return 'unknown';
  return STRENGTH.indexOf(a) < STRENGTH.indexOf(b) ? a : b;
}
