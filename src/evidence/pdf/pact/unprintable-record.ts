import { unprintable } from '../../../platform/print/index.ts';

/** A field of a record, by its path, and the characters in it that no document can print. */
export interface UnprintableField {
  readonly field: string;
  readonly characters: readonly string[];
}

/** Ask before sealing: a record, or part of one, for which this is not empty can never become a PDF. */
export function unprintableIn(record: object): UnprintableField[] {
  return walk(record, '').filter(({ characters }) => characters.length > 0);
}

function walk(value: unknown, field: string): UnprintableField[] {
  if (typeof value === 'string') return [{ field, characters: unprintable(value) }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => walk(each, field === '' ? key : `${field}.${key}`));
}
