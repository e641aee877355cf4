import type pg from 'pg';
import type * as z from 'zod';
import type { Query } from './sql.ts';
import type { Client } from './types.ts';

/** Values by parameter name. Null is a value; undefined counts as missing. */
export type Params = Readonly<Record<string, unknown>>;

/** A row as it came, when no schema was given. */
export type Row = Record<string, unknown>;

/**
 * Every row, each parsed by the schema.
 * @throws Error for a missing or superfluous parameter, a row that the schema refuses, and from the database
 */
export async function many<S extends z.ZodType>(
  client: Client,
  query: Query | undefined,
  params: Params,
  schema: S,
): Promise<z.output<S>[]>;
export async function many(client: Client, query: Query | undefined, params?: Params): Promise<Row[]>;
export async function many(
  client: Client,
  query: Query | undefined,
  params: Params = {},
  schema?: z.ZodType,
): Promise<unknown[]> {
  const { rows } = await send(client, query, params);
  return schema ? rows.map((row) => parsed(row, query, schema)) : rows;
}

/** The one row, or null when there is none. @throws Error also when there are two */
export async function maybe<S extends z.ZodType>(
  client: Client,
  query: Query | undefined,
  params: Params,
  schema: S,
): Promise<z.output<S> | null>;
export async function maybe(client: Client, query: Query | undefined, params?: Params): Promise<Row | null>;
export async function maybe(
  client: Client,
  query: Query | undefined,
  params: Params = {},
  schema?: z.ZodType,
): Promise<unknown> {
  const rows = schema ? await many(client, query, params, schema) : await many(client, query, params);
  if (rows.length > 1) throw new Error(`${query?.name}: at most one row was expected, ${rows.length} came.`);
  return rows[0] ?? null;
}

/** The one row. @throws Error also when there is none, or two */
export async function one<S extends z.ZodType>(
  client: Client,
  query: Query | undefined,
  params: Params,
  schema: S,
): Promise<z.output<S>>;
export async function one(client: Client, query: Query | undefined, params?: Params): Promise<Row>;
export async function one(
  client: Client,
  query: Query | undefined,
  params: Params = {},
  schema?: z.ZodType,
): Promise<unknown> {
  const row = schema ? await maybe(client, query, params, schema) : await maybe(client, query, params);
  if (row === null) throw new Error(`${query?.name}: one row was expected, none came.`);
  return row;
}

/** Runs a statement for its effect. @returns how many rows it touched */
export async function exec(client: Client, query: Query | undefined, params: Params = {}): Promise<number> {
  return (await send(client, query, params)).rowCount ?? 0;
}

/** The values in the order of $1, $2, … @throws Error naming each missing or superfluous parameter */
export function values(query: Query, params: Params): unknown[] {
  const missing = query.params.filter((name) => params[name] === undefined);
  const extra = Object.keys(params).filter((name) => !query.params.includes(name));
  if (missing.length > 0) throw new Error(`${query.name}: missing parameter ${missing.join(', ')}.`);
  if (extra.length > 0) throw new Error(`${query.name}: unknown parameter ${extra.join(', ')}.`);
  return query.params.map((name) => params[name]);
}

function send(client: Client, query: Query | undefined, params: Params): Promise<pg.QueryResult<Row>> {
  if (query === undefined) throw new Error('No such SQL block.');
  return client.query<Row>({ name: query.statement, text: query.text, values: values(query, params) });
}

function parsed(row: Row, query: Query | undefined, schema: z.ZodType): unknown {
  const result = schema.safeParse(row);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`${query?.name}: the row is not as expected (${faults.join('; ')}).`);
}
