import { unprintable } from '../../platform/print/index.ts';
import { type Problem, refuse } from './types.ts';

/** A pact that cannot print a person's data could be signed and never made into a document: refused at the door. */
export function unprintableFields(values: Readonly<Record<string, string | null | undefined>>): Problem[] {
  return Object.entries(values).flatMap(([field, text]) => {
    const characters = unprintable(text ?? '').slice(0, 5);
    return characters.length === 0
      ? []
      : [refuse('text.unprintable', { field, characters: characters.join(' ') })];
  });
}
