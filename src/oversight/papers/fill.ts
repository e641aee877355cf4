import { FIELD_LIMITS, FIELDS } from './fields.ts';
import type { Part } from './paper.ts';
import { type Line, placesIn, readTemplate, withValues } from './template.ts';

export type Values = Readonly<Record<string, string>>;

export interface Filled {
  readonly parts: readonly Part[];
  /** Places without a value, in the order of the text; on the page dots stand there, to be filled by hand. */
  readonly missing: readonly string[];
}

export const DOTS = '………………………';

export interface ValueFault {
  readonly field: string;
  readonly code: 'tooLong' | 'control' | 'day' | 'letter';
  readonly word: string;
}

/**
 * The template with values in its places. Invariant: its lines are read before a value is put in, so that nothing which
 * somebody typed becomes a heading, a field or a signature.
 */
export function fill(template: string, values: Values): Filled {
  const missing = new Set<string>();
  const valueAt = (name: string) => {
    const value = (values[name] ?? '').trim();
    if (value === '') missing.add(name);
    return value === '' ? DOTS : value;
  };
  const parts: Part[] = [];
  const lines = readTemplate(template);
  let number = 0;
  lines.forEach((line, at) => {
    number = line.as === 'item' ? number : 0;
    if (line.as === 'item') {
      for (const text of split(withValues(line.text, valueAt)))
        parts.push({ as: 'item', number: ++number, text });
    } else if (line.as === 'left' || line.as === 'right') {
      if (!isSigning(lines[at - 1])) parts.push(signing(lines.slice(at), valueAt));
    } else if (line.as === 'field')
      parts.push({ as: 'field', label: line.label, text: withValues(line.text, valueAt) });
    else if (line.as === 'paragraph')
      for (const text of split(withValues(line.text, valueAt))) parts.push({ as: 'paragraph', text });
    else parts.push({ as: line.as, text: oneLine(withValues(line.text, valueAt)) });
  });
  return { parts, missing: [...missing] };
}

/** Which of these values this template prints. */
export function placesOf(template: string): string[] {
  return [...new Set(placesIn(template))];
}

/** @param unprintable the letters that the fonts of a PDF lack; of a DOCX none */
export function valueFaults(
  values: Values,
  unprintable: (text: string) => readonly string[] = () => [],
): ValueFault[] {
  return Object.entries(values).flatMap(([field, value]): ValueFault[] => {
    const as = FIELDS[field]?.as ?? 'text';
    if (value.length > FIELD_LIMITS[as] && as !== 'day')
      return [{ field, code: 'tooLong', word: String(FIELD_LIMITS[as]) }];
    if (/[\p{Cc}\p{Cs}]/u.test(value.replaceAll('\n', ''))) return [{ field, code: 'control', word: '' }];
    const strange = unprintable(value);
    return strange.length > 0 ? [{ field, code: 'letter', word: strange.slice(0, 8).join(' ') }] : [];
  });
}

function isSigning(line: Line | undefined): boolean {
  return line?.as === 'left' || line?.as === 'right';
}

function signing(lines: readonly Line[], valueAt: (name: string) => string): Part {
  const end = lines.findIndex((line) => !isSigning(line));
  const own = lines.slice(0, end < 0 ? lines.length : end);
  const side = (as: 'left' | 'right') =>
    own.flatMap((line) => (line.as === as ? [oneLine(withValues(line.text, valueAt))] : []));
  const [left, right] = [side('left'), side('right')];
  return { as: 'sign', left: lowered(left, right), right: lowered(right, left) };
}

/** Both leave their room for a signature at the same height. */
function lowered(lines: readonly string[], beside: readonly string[]): string[] {
  const [own, other] = [lines.indexOf(''), beside.indexOf('')];
  return [...Array<string>(own >= 0 && other > own ? other - own : 0).fill(' '), ...lines];
}

function split(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function oneLine(text: string): string {
  return split(text).join(' ');
}
