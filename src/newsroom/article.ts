/** A part of a release as a page lays it out. */
export type ArticlePart =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'points' | 'numbered'; readonly items: readonly string[] };

/** Blank lines part paragraphs; lines that begin with `- ` or `1. ` are lists. No other markup. */
export function articleParts(body: string): ArticlePart[] {
  const parts: ArticlePart[] = [];
  let open: { kind: ArticlePart['kind']; lines: string[] } | null = null;
  const close = () => {
    if (open)
      parts.push(
        open.kind === 'paragraph'
          ? { kind: 'paragraph', text: open.lines.join(' ') }
          : { kind: open.kind, items: open.lines },
      );
    open = null;
  };
  for (const line of body.split('\n')) {
    const kind = kindOf(line);
    if (line.trim() === '' || (open && open.kind !== kind)) close();
    if (line.trim() === '') continue;
    open ??= { kind, lines: [] };
    open.lines.push(
      line.replace(kind === 'points' ? /^-\s+/ : kind === 'numbered' ? /^\d{1,2}\.\s+/ : /^$/, ''),
    );
  }
  close();
  return parts;
}

function kindOf(line: string): ArticlePart['kind'] {
  if (/^-\s+\S/.test(line)) return 'points';
  return /^\d{1,2}\.\s+\S/.test(line) ? 'numbered' : 'paragraph';
}
