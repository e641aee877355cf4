import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPool } from '../../src/platform/db/index.ts';
import { runToEnd } from '../../test/server.ts';
import type { Counts } from '../../trials/kit/trial.ts';
import { AGENCY, CAMPAIGN, CEREMONY } from '../kit/yard.ts';

/** What must stand in the database at the end of the day. */
export interface Expected {
  /** Ids of everybody who signed; nobody else may have. */
  signed: ReadonlySet<string>;
  /** By id, how everybody stands who was recorded. */
  standings: ReadonlyMap<string, string>;
}

/** Reads the database, not the pages: every signature once, attendance as it was, the log whole. */
export async function audit(dataDir: string, expected: Expected): Promise<Counts> {
  const { signatures, offline, standings } = await stored(dataDir);
  requireSame('signatures', new Set(signatures.map(({ person }) => person)), expected.signed);
  if (signatures.length !== expected.signed.size) throw new Error('somebody stands there twice');
  for (const [person, standing] of expected.standings)
    if (standings.get(person) !== standing)
      throw new Error(`${person} is ${standings.get(person)}, not ${standing}`);
  requireSame('attendance', new Set(standings.keys()), new Set(expected.standings.keys()));
  const { code, out, err } = await runToEnd(['log', 'check', '--json'], dataDir);
  if (code !== 0) throw new Error(`log check ended with ${code}: ${out}${err.slice(-2000)}`);
  return { signatures: signatures.length, keptOffline: offline, recorded: standings.size };
}

async function stored(dataDir: string) {
  const { url } = JSON.parse(readFileSync(join(dataDir, 'postgres/ikrar.json'), 'utf8'));
  const pool = await openPool(url, () => {});
  try {
    const signatures = await pool.query(
      `select g.person_id as person, r.record from signing.signature g join evidence.sealed_record r
         on r.agency_id = g.agency_id and r.campaign_id = g.campaign_id and r.person_id = g.person_id
         and r.receipt = g.receipt where g.agency_id = $1 and g.campaign_id = $2`,
      [AGENCY, CAMPAIGN],
    );
    const presence = await pool.query(
      'select person_id, standing from ceremonies.presence_now where agency_id = $1 and ceremony_id = $2',
      [AGENCY, CEREMONY],
    );
    const isOffline = ({ record }: { record: Buffer }) => 'offline' in JSON.parse(String(record)).act;
    return {
      signatures: signatures.rows as { person: string }[],
      offline: signatures.rows.filter(isOffline).length,
      standings: new Map<string, string>(presence.rows.map((row) => [row.person_id, row.standing])),
    };
  } finally {
    await pool.end();
  }
}

function requireSame(what: string, found: ReadonlySet<string>, wanted: ReadonlySet<string>): void {
  const [more, fewer] = [
    [...found].filter((id) => !wanted.has(id)),
    [...wanted].filter((id) => !found.has(id)),
  ];
  if (more.length + fewer.length > 0)
    throw new Error(`${what}: ${more.length} too many (${more}), ${fewer.length} missing (${fewer})`);
}
