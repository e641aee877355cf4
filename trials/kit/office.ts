import type { ClientBase } from 'pg';
import { addAccount, addGrant } from '../../src/access/index.ts';
import { createAgency } from '../../src/agencies/index.ts';
import { openChannelHere } from '../../src/oversight/index.ts';
import type { StaffKey } from '../../src/oversight/seal/index.ts';

/** An invented institution whose one inspector receives reports and keeps identities; the key stays here. */
export interface Office {
  agencyId: string;
  accountId: string;
  keyId: string;
  key: StaffKey;
  username: string;
  password: string;
}

/** @param word a password that nobody else has */
export async function addOffice(
  client: ClientBase,
  agencyId: string,
  word: string,
  now: Date,
): Promise<Office> {
  const name = `Pemerintah Kabupaten ${agencyId}`;
  await createAgency(
    client,
    {
      ...{ id: agencyId, level: 'kabupaten', isExample: true, regionCode: null, zone: 'Asia/Jakarta' },
      names: [{ name, validFrom: null, validUntil: null, source: null }],
      ...{ place: 'Misalan', letterhead: [name] },
    },
    now,
  );
  const [username, password] = [`inspektur-${agencyId}`, word];
  const account = { username, name: 'Inspektur Contoh', password, isExample: false };
  const accountId = await addAccount(client, account, now);
  await addGrant(client, { agencyId, accountId, role: 'inspector', unitId: null, by: 'system:trial' }, now);
  const opened = await openChannelHere(client, { agencyId, accountId, label: 'Inspektur Contoh' }, now);
  return { agencyId, accountId, ...opened, username, password };
}
