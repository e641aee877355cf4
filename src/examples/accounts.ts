import { randomInt } from 'node:crypto';
import type { ClientBase } from 'pg';
import { addAccount, addGrant, type Role } from '../access/index.ts';
import { transaction } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';
import { EXAMPLES } from './data/index.ts';

const WORDS = [
  'padi',
  'kapas',
  'rotan',
  'jati',
  'melati',
  'rusa',
  'elang',
  'tembaga',
  'sungai',
  'bukit',
  'kelapa',
  'pandan',
];

const ACCOUNTS: readonly { username: string; name: string; role: Role; unit?: string }[] = [
  { username: 'petugas', name: 'Contoh Petugas BKPSDM', role: 'officer' },
  { username: 'pimpinan', name: 'Contoh Pimpinan', role: 'leader' },
  { username: 'operator', name: 'Contoh Operator Unit', role: 'operator', unit: 'kalteng-1' },
  { username: 'pengawas', name: 'Contoh Pemeriksa', role: 'auditor' },
  { username: 'inspektur', name: 'Contoh Inspektur', role: 'inspector' },
];

export interface ExampleLogin {
  accountId: string;
  username: string;
  password: string;
  role: Role;
}

/** One account a role, with a password made here and shown once: the database keeps only its hash. */
export function addExampleAccounts({ pool, now }: Platform): Promise<ExampleLogin[]> {
  return transaction(pool, async (client) => {
    const logins: ExampleLogin[] = [];
    for (const { username, name, role, unit } of ACCOUNTS) {
      const password = Array.from({ length: 4 }, () => WORDS[randomInt(WORDS.length)]).join('-');
      const accountId = await addAccount(client, { username, name, password, isExample: true }, now());
      await grantAll(client, accountId, role, unit ?? null, now());
      logins.push({ accountId, username, password, role });
    }
    return logins;
  });
}

async function grantAll(
  client: ClientBase,
  accountId: string,
  role: Role,
  unit: string | null,
  now: Date,
): Promise<void> {
  const agencies = EXAMPLES.map((example) => example.agency.id).filter((id) => !unit || unit.startsWith(id));
  for (const agencyId of agencies)
    await addGrant(client, { agencyId, accountId, role, unitId: unit, by: 'system:contoh' }, now);
}
