import type pg from 'pg';
import { types as builtin } from 'pg';

/** One line for the person who runs the server. */
export type Log = (line: string) => void;

/** Whatever can run a statement: the pool, or a client inside a transaction. */
export type Client = Pick<pg.ClientBase, 'query'>;

const int8 = 20;
const int8Array = 1016;
const date = 1082;
const dateArray = 1182;
const timestamp = 1114;
const timestampArray = 1115;
const textArray = 1009;

/**
 * How column values arrive: bigint as a number when it is safe (else as a BigInt), date and timestamp as
 * the text PostgreSQL writes ('2024-09-18'), timestamptz as a Date, numeric as text, bytea as a Buffer.
 * A date never passes through Date: the time zone of the server would shift it.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary') {
      const own = parsers.get(oid);
      if (own) return own;
    }
    return builtinParser(oid, format);
  },
};

const asText = (text: string): string => text;

/** The library's type names only the types it knows a constant for. */
const builtinParser = builtin.getTypeParser as (oid: number, format?: string) => (text: string) => unknown;

const textArrayParser = builtinParser(textArray, 'text') as (text: string) => (string | null)[];

const parsers = new Map<number, (text: string) => unknown>([
  [int8, safeInteger],
  [int8Array, (text) => textArrayParser(text).map((item) => (item === null ? null : safeInteger(item)))],
  [date, asText],
  [dateArray, textArrayParser],
  [timestamp, asText],
  [timestampArray, textArrayParser],
]);

function safeInteger(text: string): number | bigint {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
}
