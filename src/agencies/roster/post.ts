import type { PostStatus } from './types.ts';

const ACTING: readonly (readonly [RegExp, PostStatus])[] = [
  [/^(?:plt\b|p\.l\.t\b|pelaksana tugas\b)[\s.:,-]*/i, 'plt'],
  [/^(?:plh\b|p\.l\.h\b|pelaksana harian\b)[\s.:,-]*/i, 'plh'],
  [/^(?:pjs\b|p\.j\.s\b|penjabat sementara\b)[\s.:,-]*/i, 'pjs'],
  [/^(?:pj\b|p\.j\b|penjabat\b)[\s.:,-]*/i, 'pj'],
];

export const MAX_POST = 200;

/** "Plt. Kepala Dinas" is the post "Kepala Dinas" held as plt. "Pelaksana" alone is a post, not an acting one. */
export function parsePost(text: string): { post: string; status: PostStatus } {
  const clean = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  if (/^[-–—]*$/.test(clean)) return { post: '', status: 'definitive' };
  for (const [prefix, status] of ACTING) {
    const rest = clean.replace(prefix, '');
    if (rest !== clean && rest !== '') return { post: rest, status };
  }
  return { post: clean, status: 'definitive' };
}

/** A column of its own that says how the post is held; null when the word is none of ours. */
export function parsePostStatus(text: string): PostStatus | null {
  const clean = text.trim();
  if (/^(?:definitif|definitive|tetap)$/i.test(clean)) return 'definitive';
  return ACTING.find(([prefix]) => prefix.test(clean))?.[1] ?? null;
}
