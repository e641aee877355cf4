import { createHash } from 'node:crypto';
import * as z from 'zod';

/** `manifest.json`, the last entry but one of a backup. Its format: docs/operations/backup.md. */
export type Manifest = z.output<typeof manifestSchema>;

export type TableEntry = Manifest['tables'][number];

const name = z.string().regex(/^[a-z_][a-z0-9_]*$/);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();

export const manifestSchema = z.object({
  format: z.literal('ikrar-backup'),
  version: z.literal(1),
  /** The `now` that was given, UTC. */
  created: z.iso.datetime(),
  /** The migrations that the database had, in order; the last number is the schema's version. */
  migrations: z.array(z.object({ number: count, name: z.string(), checksum: digest })),
  /** In the order in which they can be loaded: a table after those it refers to. */
  tables: z.array(
    z.object({
      schema: name,
      name,
      columns: z.array(name),
      rows: count,
      /** Of the entry's bytes, that is of the gzip'd COPY text. */
      sha256: digest,
    }),
  ),
  sequences: z.array(
    z.object({ schema: name, name, last: z.string().regex(/^-?\d+$/), called: z.boolean() }),
  ),
  /** Files of DATA/keys. */
  keys: z.array(z.object({ name: z.string().regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/), sha256: digest })),
});

/** Where a table lies in the tar. */
export function entryOf(table: { schema: string; name: string }): string {
  return `tables/${table.schema}.${table.name}.copy.gz`;
}

/** `manifest.sha256`: as `sha256sum` writes it for the bytes of manifest.json. */
export function digestLine(manifest: Uint8Array): string {
  return `${createHash('sha256').update(manifest).digest('hex')}  manifest.json\n`;
}
