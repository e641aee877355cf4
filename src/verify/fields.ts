import { FormatError } from './format-error.ts';

/** Reads one value found at `field`, or throws `bad-field` with that name. */
export type Field<T> = (value: unknown, field: string) => T;

type Fields = Record<string, Field<unknown>>;
type Read<F extends Fields> = { [K in keyof F]: ReturnType<F[K]> };

/** An object with exactly these fields. @throws FormatError `unknown-field` | `missing-field` | `bad-field` */
export function shape<F extends Fields>(fields: F): Field<Read<F>> {
  return (value, field) => {
    const given = asObject(value, field);
    for (const name of Object.keys(given)) {
      if (!Object.hasOwn(fields, name)) throw new FormatError('unknown-field', { field: join(field, '?') });
    }
    const entries = Object.entries(fields).map(([name, read]) => {
      if (!Object.hasOwn(given, name)) throw new FormatError('missing-field', { field: join(field, name) });
      return [name, read(given[name], join(field, name))];
    });
    return Object.fromEntries(entries) as Read<F>;
  };
}

/** `least` to `most` UTF-16 units of {@link isPrintable} text on one line, or also with line feeds. */
export function words(least: number, most: number, lines: 'line' | 'lines' = 'line'): Field<string> {
  return (value, field) => {
    if (typeof value !== 'string' || value.length < least || value.length > most) throw bad(field);
    if (!isPrintable(value, lines)) throw bad(field);
    return value;
  };
}

export function matching(pattern: RegExp, most: number): Field<string> {
  return (value, field) => {
    if (typeof value !== 'string' || value.length > most || !pattern.test(value)) throw bad(field);
    return value;
  };
}

export function oneOf<T extends string>(...allowed: readonly T[]): Field<T> {
  return (value, field) => {
    const found = allowed.find((option) => option === value);
    if (found === undefined) throw bad(field);
    return found;
  };
}

export function integer(least: number, most: number): Field<number> {
  return (value, field) => {
    if (!Number.isSafeInteger(value) || Number(value) < least || Number(value) > most) throw bad(field);
    return Number(value);
  };
}

export const flag: Field<boolean> = (value, field) => {
  if (typeof value !== 'boolean') throw bad(field);
  return value;
};

export function orNull<T>(read: Field<T>): Field<T | null> {
  return (value, field) => (value === null ? null : read(value, field));
}

export function listOf<T>(least: number, most: number, read: Field<T>): Field<T[]> {
  return (value, field) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) throw bad(field);
    return value.map((item, i) => read(item, `${field}[${i}]`));
  };
}

/** A field that must satisfy one more rule. */
export function checked<T>(read: Field<T>, holds: (value: T) => boolean): Field<T> {
  return (value, field) => {
    const found = read(value, field);
    if (!holds(found)) throw bad(field);
    return found;
  };
}

/** Printable ASCII, which is most of what comes. */
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * Whether a document can show this text as it is: no control characters (a line feed only with `lines`), no
 * bidirectional or other invisible formatting by which a page could read differently from its record, no outer
 * white space, well-formed and in NFC. Forms and imports use the same rule, so nothing unsealable is accepted.
 */
export function isPrintable(text: string, lines: 'line' | 'lines' = 'line'): boolean {
  if (PLAIN.test(text)) return text.trim() === text;
  const hidden = /[\p{Cc}\p{Cs}\p{Co}\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/u;
  const visible = lines === 'lines' ? text.replaceAll('\n', ' ') : text;
  return !hidden.test(visible) && text.trim() === text && text.normalize('NFC') === text;
}

function asObject(value: unknown, field: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw bad(field);
  return value as Record<string, unknown>;
}

function join(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`;
}

function bad(field: string): FormatError {
  return new FormatError('bad-field', { field });
}
