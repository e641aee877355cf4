import type { Pool } from 'pg';

/**
 * Where one of these values stands in any table of the product, as text or as bytes: `schema.table: value`. Asked as
 * the owner, from whom nothing is hidden.
 */
export async function plantedIn(pool: Pool, values: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const table of await tablesOf(pool)) {
    for (const value of values) {
      const hex = Buffer.from(value).toString('hex');
      const { rowCount } = await pool.query(
        `select from ${table} t where position($1 in t::text) > 0 or position($2 in t::text) > 0 limit 1`,
        [value, hex],
      );
      if (rowCount) found.push(`${table}: ${value}`);
    }
  }
  return found;
}

async function tablesOf(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  return rows.map((row) => row.name);
}
