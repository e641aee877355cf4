import type { Kind } from './kinds.ts';

/** A document ready to be set as DOCX or PDF. Made and read in the browser of somebody with access, and sealed there. */
export interface Paper {
  readonly format: 'ikrar/paper/v1';
  readonly kind: Kind;
  readonly case: string;
  /** RFC 3339 UTC. */
  readonly at: string;
  readonly agency: string;
  readonly letterhead: readonly string[];
  readonly example: boolean;
  /** Made from our words, which are no official form, and not from the institution's own. */
  readonly draft: boolean;
  readonly parts: readonly Part[];
  /** Small print at its end: what is unverified, and from where its articles are known. */
  readonly notes: readonly string[];
}

export type Part =
  | { readonly as: 'title'; readonly text: string }
  | { readonly as: 'centred'; readonly text: string }
  | { readonly as: 'heading'; readonly text: string }
  | { readonly as: 'paragraph'; readonly text: string }
  | { readonly as: 'field'; readonly label: string; readonly text: string }
  | { readonly as: 'item'; readonly number: number; readonly text: string }
  | { readonly as: 'sign'; readonly left: readonly string[]; readonly right: readonly string[] };

/** Stands on every page of a document that was not made from an institution's own text. */
export const DRAFT = 'Draf, ganti dengan bentuk resmi instansi.';
export const SEALED = 'Disegel dengan segel elektronik instansi sendiri, tidak tersertifikasi.';

/** What stands at the foot of every page. */
export function footOf({ draft }: Paper, sealed: boolean): string {
  return [...(draft ? [DRAFT] : []), ...(sealed ? [SEALED] : [])].join(' ');
}

export function titleOf(paper: Paper): string {
  return paper.parts.find((part) => part.as === 'title')?.text ?? paper.kind;
}
