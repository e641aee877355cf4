import type { Pool } from 'pg';
import type { Nation } from './figures.ts';
import { CENTRAL } from './nation-report.ts';
import { rememberedNation } from './read-nation.ts';

/** A province, or what lies in none. */
export async function regionOf(pool: Pool, electionId: string, region: string, now: Date): Promise<Nation> {
  if (region !== CENTRAL) return rememberedNation(pool, electionId, now, region);
  const nation = await rememberedNation(pool, electionId, now);
  const institutions = nation.institutions.filter(({ province }) => province === null);
  return { ...nation, institutions, days: [] };
}
