import type pg from 'pg';

/**
 * Gathers the planner's statistics of a table of ours at once, after much was written. The server's role may since
 * PostgreSQL 17 (right MAINTAIN, migration 0196); before, the database answers with a warning and autovacuum does it
 * within about a minute.
 */
export async function analyze(
  pool: pg.Pool,
  table: 'agencies.person' | 'agencies.unit' | 'campaigns.audience',
): Promise<void> {
  await pool.query(`analyze ${table}`);
}
