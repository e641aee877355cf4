import type { ClientBase, Pool } from 'pg';
import { addAccount, addGrant, claim } from '../access/index.ts';
import { forAll, maybe, transaction } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { createAgency, type Level, type NewAgency } from './agency.ts';
import type { UnitKind } from './roster/index.ts';
import { sql } from './sql.ts';
import { addUnit } from './unit.ts';

export interface Claim {
  name: string;
  level: Level;
  regionCode: string | null;
  zone: NewAgency['zone'];
  place: string | null;
  letterhead: string[];
  officer: { name: string; username: string; password: string };
}

const ROOT_KIND: Record<Level, UnitKind> = {
  national: 'other',
  province: 'province',
  kabupaten: 'kabupaten',
  kota: 'kota',
  opd: 'opd',
};

/**
 * Takes the installation as an institution's own: the institution, its topmost unit and its first officer, all or
 * nothing. Of two at once the second is refused.
 * @returns the officer's account
 * @throws Refusal access.alreadyClaimed (409), access.usernameForm, access.usernameTaken, access.passwordShort
 */
export function claimInstallation(pool: Pool, wish: Claim, now: Date): Promise<Founded> {
  return forAll(() =>
    transaction(pool, async (client) => {
      await claim(client, now);
      return found(client, wish, { by: null, kind: 'agency.claimed' }, now);
    }),
  );
}

/**
 * One more institution on this installation, added by a steward.
 * @throws Refusal access.usernameForm, access.usernameTaken, access.passwordShort
 */
export function addInstitution(pool: Pool, wish: Claim, by: string, now: Date): Promise<Founded> {
  return forAll(() => transaction(pool, (client) => found(client, wish, { by, kind: 'agency.added' }, now)));
}

interface Founded {
  agencyId: string;
  accountId: string;
}

/** The institution, its topmost unit and its first officer. In reach of all: the institution is not there yet. */
async function found(
  client: ClientBase,
  wish: Claim,
  { by, kind }: { by: string | null; kind: 'agency.claimed' | 'agency.added' },
  now: Date,
): Promise<Founded> {
  const agencyId = await freeId(client, slug(wish.name));
  const { name, level, regionCode, zone, place, letterhead, officer } = wish;
  const names = [{ name, validFrom: null, validUntil: null, source: null }];
  const row = { id: agencyId, level, regionCode, zone, place, letterhead, names, isExample: false };
  await createAgency(client, row, now);
  const root = { parentId: null, name, kind: ROOT_KIND[level], regionCode, code: null };
  await addUnit(client, agencyId, root, now);
  const accountId = await addAccount(client, { ...officer, isExample: false }, now);
  const actor = by ?? `account:${accountId}`;
  await addGrant(client, { agencyId, accountId, role: 'officer', unitId: null, by: actor }, now);
  await happened(client, { agencyId, at: now, actor, kind, subject: agencyId, data: { name } });
  return { agencyId, accountId };
}

/** "Pemerintah Kabupaten Belitung Timur" as it stands in addresses: pemerintah-kabupaten-belitung-timur. */
export function slug(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '');
  return (
    words
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60)
      .replace(/^-+|-+$/g, '') || 'instansi'
  );
}

/** An example may already bear the same name; then a number is added. */
async function freeId(client: Parameters<typeof maybe>[0], wanted: string): Promise<string> {
  for (let copy = 1; ; copy += 1) {
    const id = copy === 1 ? wanted : `${wanted}-${copy}`;
    if (!(await maybe(client, sql.agencyIdTaken, { id }))) return id;
  }
}
