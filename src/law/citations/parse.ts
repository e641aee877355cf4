import type { ArticleRef, Instrument, IsoDate } from '../types.ts';
import { scanCitations } from './scan.ts';

/**
 * The one citation that the text holds, else undefined. `instrument` is absent where the register does not know it;
 * `name` is then its canonical short form.
 */
export function parseCitation(
  text: string,
  on?: IsoDate,
): { name: string; instrument?: Instrument; article?: ArticleRef } | undefined {
  const { instruments, articles } = scanCitations(text, on);
  const [only, second] = instruments;
  if (!only || second || articles.length > 1) return undefined;
  const article = articles[0]?.ref;
  return {
    name: only.name,
    ...(only.instrument ? { instrument: only.instrument } : {}),
    ...(article ? { article } : {}),
  };
}
