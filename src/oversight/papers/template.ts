/** A template is lines of text; the first character says what a line is. Values are put in after it was read. */
export type Line =
  | { readonly as: 'title' | 'centred' | 'heading' | 'paragraph' | 'item'; readonly text: string }
  | { readonly as: 'field'; readonly label: string; readonly text: string }
  /** A line of a signature block; an empty one leaves room for the signature. */
  | { readonly as: 'left' | 'right'; readonly text: string };

const MARKS = {
  '=': 'title',
  '~': 'centred',
  '#': 'heading',
  '*': 'item',
  '<': 'left',
  '>': 'right',
} as const;
const PLACE = /\{\{([^{}]*)\}\}/g;
const TEMPLATE_LIMITS = { lines: 200, line: 2000, whole: 20_000 } as const;

/** `title`, `number`… as they stand in a template between double braces. */
export function placesIn(text: string): string[] {
  return [...text.matchAll(PLACE)].map(([, name]) => (name ?? '').trim());
}

export function readTemplate(text: string): Line[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(lineOf);
}

function lineOf(line: string): Line {
  const mark = line[0] as string;
  const rest = line.slice(1).trim();
  if (mark === ':' && rest.includes('|')) {
    const [label = '', ...value] = rest.split('|');
    return { as: 'field', label: label.trim(), text: value.join('|').trim() };
  }
  const as = Object.hasOwn(MARKS, mark) ? MARKS[mark as keyof typeof MARKS] : undefined;
  return as ? { as, text: rest } : { as: 'paragraph', text: line };
}

export interface TemplateFault {
  readonly code: 'empty' | 'tooLong' | 'unknown' | 'braces' | 'noTitle' | 'needed' | 'letter';
  /** From 1; 0 of the whole. */
  readonly line: number;
  readonly word: string;
}

/** What is wrong with a template that somebody wrote: unknown places, braces that do not close, a title that is missing. */
export function templateFaults(
  text: string,
  known: readonly string[],
  needed: readonly string[],
  unprintable: (text: string) => readonly string[],
): TemplateFault[] {
  const whole = (code: TemplateFault['code'], word = ''): TemplateFault => ({ code, line: 0, word });
  const lines = text.split('\n');
  if (text.trim() === '') return [whole('empty')];
  if (text.length > TEMPLATE_LIMITS.whole || lines.length > TEMPLATE_LIMITS.lines) return [whole('tooLong')];
  const there = new Set(placesIn(text));
  return [
    ...lines.flatMap((line, at) => lineFaults(line, at + 1, known, unprintable)),
    ...(readTemplate(text).some(({ as }) => as === 'title') ? [] : [whole('noTitle')]),
    ...needed.filter((name) => !there.has(name)).map((name) => whole('needed', name)),
  ];
}

function lineFaults(
  text: string,
  line: number,
  known: readonly string[],
  unprintable: (text: string) => readonly string[],
): TemplateFault[] {
  const rest = text.replace(PLACE, '');
  return [
    ...placesIn(text)
      .filter((name) => !known.includes(name))
      .map((word): TemplateFault => ({ code: 'unknown', line, word })),
    ...(/\{\{|\}\}/.test(rest) ? [{ code: 'braces', line, word: rest.slice(0, 40) } as const] : []),
    ...(text.length > TEMPLATE_LIMITS.line ? [{ code: 'tooLong', line, word: '' } as const] : []),
    ...unprintable(text).map((word): TemplateFault => ({ code: 'letter', line, word })),
  ];
}

/** The line with its values in place. A value never becomes a mark, another place or a field. */
export function withValues(text: string, valueAt: (name: string) => string): string {
  return text.replace(PLACE, (_, name: string) => valueAt(name.trim()));
}
