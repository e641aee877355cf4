import type { ClientBase } from 'pg';
import { addAccount, addGrant, startSession } from '../../src/access/index.ts';
import { REGION_ROWS } from '../../src/elections/data/regions.ts';
import { exec, openPool, queries, transaction } from '../../src/platform/db/index.ts';
import sqlText from './country.sql';
import type { Site } from './database.ts';
import type { Bench } from './report.ts';

export const countrySql = queries(sqlText);

export interface Country {
  agencies: number;
  /** Of each institution. */
  units: number;
  people: number;
}

/** So many people a statement, so that none runs for minutes. */
const PART = 200_000;

/** Facts and counts that agree, written straight into the tables. Nobody stands on today's roster. */
export async function buildCountry(bench: Bench, site: Site, country: Country): Promise<void> {
  const owner = await openPool(site.url, () => {});
  const { agencies, units, people } = country;
  const now = site.platform.now();
  const provinces = REGION_ROWS.map((row) => row.slice(0, 2));
  const write = (name: string, params: Record<string, unknown>) => exec(owner, countrySql[name], params);
  try {
    await write('agencies', { agencies, provinces, now });
    await write('names', { agencies });
    await write('units', { agencies, units, now });
    await write('campaigns', { agencies, now });
    await write('openings', { agencies, people, now });
    await write('ceremonies', { agencies, now });
    for (let from = 0; from < people; from += PART) {
      const part = { agencies, from, to: Math.min(from + PART, people) };
      await write('audience', { ...part, units });
      for (const name of ['signatures', 'declinings', 'exemptions', 'presences'])
        await write(name, { ...part, now });
      for (const name of ['records', 'persons']) await write(name, part);
      if (from > 0 && from % 1_000_000 === 0) bench.say(`${from} people written`);
    }
    await owner.query('vacuum analyze');
    for (const name of ['unitCounts', 'totals', 'days']) await write(name, {});
    await write('rosterSizes', { agencies, people, now });
    await owner.query('vacuum analyze tally.unit_count, tally.total, tally.day');
  } finally {
    await owner.end();
  }
}

/** At how many institutions the one who asks is an officer; pages are asked for of these. */
const OFFICES = 20;

/** Headers of an officer of some institutions who also works for the nation. */
export async function everywhere(site: Site, agencies: number): Promise<{ cookie: string }> {
  const now = site.platform.now();
  const owner = await openPool(site.url, () => {});
  try {
    return await transaction(owner, async (client) => {
      const person = { username: 'petugas', name: 'Petugas Contoh', password: 'kata-sandi-contoh' };
      const accountId = await addAccount(client, { ...person, isExample: false }, now);
      const grant = { accountId, role: 'officer', unitId: null, by: 'system' } as const;
      for (let n = 0; n < OFFICES; n += 1)
        await addGrant(client, { ...grant, agencyId: officeOf(agencies, n) }, now);
      await overseer(client, accountId, now);
      return { cookie: `ikrar_sesi=${await startSession(client, accountId, now)}` };
    });
  } finally {
    await owner.end();
  }
}

/** Their institutions lie far from each other. */
export function officeOf(agencies: number, nth: number): string {
  return `i${(nth % OFFICES) * Math.floor(agencies / OFFICES)}`;
}

async function overseer(client: ClientBase, accountId: string, now: Date): Promise<void> {
  await client.query(
    `insert into access.wide_grant (id, account_id, role, reason, granted_by, granted_at)
     values ('w1', $1, 'overseer', 'contoh', 'system', $2)`,
    [accountId, now],
  );
}
