import type { Contents } from '../seal/index.ts';

export const LABELS = ['who', 'when', 'where', 'how', 'name', 'contact', 'files'] as const;

/** A message as lines of a label (null: the text itself) and a text; empty ones are left out. */
export function linesOf(contents: Contents): (readonly [(typeof LABELS)[number] | null, string])[] {
  const files = 'files' in contents ? contents.files.map(({ name }) => name).join(', ') : '';
  if (contents.format === 'ikrar/report/v1') {
    const { what, who, when, where, how } = contents;
    const person = [who.name, who.post, who.unit].filter(Boolean).join(', ');
    return filled([
      [null, what],
      ['who', person],
      ['when', when],
      ['where', where],
      ['how', how],
      ['files', files],
    ]);
  }
  if (contents.format === 'ikrar/identity/v1')
    return filled([
      ['name', contents.name],
      ['contact', contents.contact],
    ]);
  return filled([
    [null, contents.text],
    ['files', files],
  ]);
}

function filled<Label>(lines: (readonly [Label, string])[]): (readonly [Label, string])[] {
  return lines.filter(([, text]) => typeof text === 'string' && text !== '');
}
