import * as z from 'zod';
import { many } from '../run.ts';
import { queries } from '../sql.ts';
import type { Client } from '../types.ts';
import catalog from './catalog.sql';
import type { Manifest } from './manifest.ts';

const sql = queries<'tables' | 'sequences' | 'migrations'>(catalog);

const tableSchema = z.object({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  refersTo: z.array(z.number()),
  id: z.number(),
});

/** A table as the database describes it. */
export type CatalogTable = z.output<typeof tableSchema>;

/** Every table of ours but the list of migrations, each after those it refers to. @throws Error for a circle */
export async function tablesInOrder(client: Client): Promise<CatalogTable[]> {
  const waiting = new Map(
    (await many(client, sql.tables, {}, tableSchema)).map((table) => [table.id, table]),
  );
  const ordered: CatalogTable[] = [];
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter((table) => !table.refersTo.some((id) => waiting.has(id)));
    if (free.length === 0) {
      throw new Error(
        `Tables refer to each other in a circle: ${[...waiting.values()].map(nameOf).join(', ')}.`,
      );
    }
    for (const table of free) waiting.delete(table.id);
    ordered.push(...free);
  }
  return ordered;
}

/** Positions of all sequences. They do not follow the snapshot: read them after the rows. */
export async function sequences(client: Client): Promise<Manifest['sequences']> {
  const shape = z.object({ schema: z.string(), name: z.string(), last: z.string(), called: z.boolean() });
  return many(client, sql.sequences, {}, shape);
}

/** The migrations applied. */
export async function migrations(client: Client): Promise<Manifest['migrations']> {
  const shape = z.object({ number: z.number(), name: z.string(), checksum: z.string() });
  return many(client, sql.migrations, {}, shape);
}

/** `schema.name`, for people. */
export function nameOf(table: { schema: string; name: string }): string {
  return `${table.schema}.${table.name}`;
}

/** `"schema"."name"`, for SQL. */
export function quoted(table: { schema: string; name: string }): string {
  return `${quote(table.schema)}.${quote(table.name)}`;
}

/** A name as SQL takes it. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** How values are written as text; the same when written and when read. */
export const textForm =
  "set local datestyle = 'ISO'; set local timezone = 'UTC'; set local bytea_output = 'hex'";
