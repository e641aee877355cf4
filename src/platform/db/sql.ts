import { createHash } from 'node:crypto';
import { placeholders } from './placeholders.ts';

/** One named block of a `.sql` file, ready to run. */
export interface Query {
  /** The name of the block. */
  readonly name: string;
  /** The name of the prepared statement: the block's name and a digest, so equal names in two files never clash. */
  readonly statement: string;
  /** SQL with $1, $2, … */
  readonly text: string;
  /** The name of each parameter: the first stands for $1. */
  readonly params: readonly string[];
}

/** The blocks of one file. Asking for a name that the file lacks throws. */
export type Queries<N extends string = string> = { readonly [name in N]: Query };

/**
 * Parses a `.sql` file. A block starts at a line `-- name: findPerson` and ends before the next one; it holds one
 * statement with parameters `:name`. Comments before the first block are for the reader.
 * @throws Error for two blocks of one name, an empty block, or statements outside a block
 */
export function queries<N extends string = string>(file: string): Queries<N> {
  const [preface = '', ...parts] = file.split(/^--[ \t]*name:[ \t]*/m);
  if (placeholders(preface).bare !== '') throw new Error('SQL before the first "-- name:" line.');
  const found = new Map<string, Query>();
  for (const part of parts) {
    const query = block(part);
    if (found.has(query.name)) throw new Error(`Two SQL blocks are named ${query.name}.`);
    found.set(query.name, query);
  }
  return guarded(found) as Queries<N>;
}

function block(part: string): Query {
  const [, name, body = ''] = /^([A-Za-z]\w*)[ \t]*\r?\n([\s\S]*)$/.exec(part) ?? [];
  if (name === undefined) throw new Error(`Bad SQL block name: ${part.split('\n', 1)[0]}`);
  const { text, names, bare } = placeholders(body);
  if (bare === '') throw new Error(`The SQL block ${name} is empty.`);
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { name, statement: `${name.slice(0, 48)}_${digest}`, text: text.trim(), params: names };
}

/** A misspelt name fails where it stands, instead of running `undefined`. */
function guarded(found: ReadonlyMap<string, Query>): Queries {
  return new Proxy(Object.fromEntries(found), {
    get(target, name) {
      if (typeof name !== 'string' || name === 'then') return undefined;
      const query = Object.hasOwn(target, name) ? target[name] : undefined;
      if (query === undefined)
        throw new Error(`No SQL block is named ${name}; there are ${[...found.keys()].join(', ')}.`);
      return query;
    },
  });
}
