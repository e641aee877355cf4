import type { Register } from '../make-register.ts';
import { SHIPPED } from '../register.ts';
import type { ArticleRef, Instrument, IsoDate } from '../types.ts';
import { scanCitations } from './scan.ts';

/**
 * The one citation that the text holds, else undefined. `instrument` is absent where the register does not know it;
 * `name` is then its canonical short form.
 */
export function parseCitation(
  text: string,
  on?: IsoDate,
  register: Register = SHIPPED,
): { name: string; instrument?: Instrument; article?: ArticleRef } | undefined {
  const { instruments, articles } = scanCitations(text, on, register);
  const [only, second] = instruments;
  if (!only || second || articles.length > 1) return undefined;
  const article = articles[0]?.ref;
  return {
    name: only.name,
    ...(only.instrument ? { instrument: only.instrument } : {}),
    ...(article ? { article } : {}),
  };
}
