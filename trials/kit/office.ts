import type { ClientBase } from 'pg';
import { addAccount, addGrant } from '../../src/access/index.ts';
import { createAgency } from '../../src/agencies/index.ts';
import { setChannel } from '../../src/oversight/channel/set-channel.ts';
import { addKey } from '../../src/oversight/keys/keys.ts';
import { chainOf, changeRecipients } from '../../src/oversight/recipients/index.ts';
import {
  newRandomId,
  newSeed,
  nextStatement,
  type StaffKey,
  signStatement,
  staffKey,
  toText,
} from '../../src/oversight/seal/index.ts';

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
  const [key, keyId] = [await staffKey(newSeed()), newRandomId()];
  const office = { agencyId, accountId, keyId, key, username, password };
  const publics = { sealPublic: key.seal.publicKey, signPublic: key.sign.publicKey };
  await addKey(client, { agencyId, accountId, id: keyId, ...publics }, now);
  for (const role of ['recipient', 'custodian'] as const) await list(client, office, role, now);
  const by = `account:${accountId}`;
  await setChannel(client, { agencyId, state: 'open', keepDays: 365, by }, 1, now);
  return office;
}

async function list(
  client: ClientBase,
  office: Office,
  role: 'recipient' | 'custodian',
  now: Date,
): Promise<void> {
  const { agencyId, accountId, keyId, key } = office;
  const statement = nextStatement(await chainOf(client, agencyId), {
    ...{ agency: agencyId, at: now.toISOString(), change: 'add', keyId, accountId, role },
    ...{
      label: 'Inspektur Contoh',
      sealPublic: toText(key.seal.publicKey),
      signPublic: toText(key.sign.publicKey),
    },
  });
  const row = signStatement(statement, { keyId, privateKey: key.sign.privateKey });
  await changeRecipients(client, { agencyId, accountId, row }, now);
}
