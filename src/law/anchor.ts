import { printArticle } from './citations/article-ref.ts';
import type { ArticleRef } from './types.ts';

/** Where an article stands on its instrument's page: `pasal-5-huruf-n-angka-3`. Kept for ever: people share it. */
export function anchorOf(ref: ArticleRef): string {
  return printArticle(ref)
    .replace(/[^\w]+/g, '-')
    .replace(/-$/, '')
    .toLowerCase();
}
