import type { ClientBase } from 'pg';
import type { Agency } from '../agencies/index.ts';
import { dateIn } from '../platform/format.ts';
import { receive } from './channel/receive.ts';
import { sealReport } from './channel/sealed-report.ts';
import { setChannel } from './channel/set-channel.ts';
import { addKey } from './keys/keys.ts';
import type { NewWrap } from './keys/posted.ts';
import { addWrap } from './keys/wraps.ts';
import { chainOf, changeRecipients, recipientsAt } from './recipients/index.ts';
import {
  newRandomId,
  newReturnCode,
  newSeed,
  nextStatement,
  type ReportText,
  readCode,
  reporterKeys,
  type StaffKey,
  signStatement,
  staffKey,
  toText,
  wrapByPassphrase,
} from './seal/index.ts';
import { nodeSlowHash } from './slow-hash.ts';

/** Whose key it is, and what they are called in the list. */
export interface Receiving {
  agencyId: string;
  accountId: string;
  label: string;
}

/** Of the keys of examples, which therefore keep nothing secret. */
export const EXAMPLE_PASSPHRASE = 'padi kapas rotan jati';

/**
 * A key made here instead of in a browser, its owner as the first recipient and as custodian, and the channel open: for
 * examples and trials alone, since a key that was in the server's memory is no secret of its owner.
 */
export async function openChannelHere(
  client: ClientBase,
  receiving: Receiving,
  now: Date,
): Promise<{ keyId: string; key: StaffKey }> {
  const { agencyId, accountId, label } = receiving;
  const [key, keyId] = [await staffKey(newSeed()), newRandomId()];
  const publics = { sealPublic: key.seal.publicKey, signPublic: key.sign.publicKey };
  await addKey(client, { agencyId, accountId, id: keyId, ...publics }, now);
  const wrap = await wrapByPassphrase(
    key.seed,
    { agency: agencyId, keyId },
    EXAMPLE_PASSPHRASE,
    nodeSlowHash,
  );
  await addWrap(client, { agencyId, accountId, now }, keyId, wrap as NewWrap);
  for (const role of ['recipient', 'custodian'] as const) {
    const statement = nextStatement(await chainOf(client, agencyId), {
      ...{ agency: agencyId, at: now.toISOString(), change: 'add', keyId, accountId, role, label },
      ...{ sealPublic: toText(publics.sealPublic), signPublic: toText(publics.signPublic) },
    });
    const row = signStatement(statement, { keyId, privateKey: key.sign.privateKey });
    await changeRecipients(client, { agencyId, accountId, row }, now);
  }
  await setChannel(client, { agencyId, state: 'open', keepDays: 365, by: `account:${accountId}` }, 1, now);
  return { keyId, key };
}

/** A report as a browser would send it; its code is nobody's. */
export async function reportHere(
  client: ClientBase,
  { id: agencyId, zone }: Agency,
  report: Omit<ReportText, 'format' | 'files'>,
  now: Date,
): Promise<void> {
  const read = readCode(newReturnCode());
  if (!('bits' in read)) throw new Error('no code');
  const recipients = await recipientsAt(client, agencyId);
  const written = { report, mode: 'anonymous', identity: { name: '', contact: '' }, involved: [] } as const;
  const keys = await reporterKeys(read.bits, nodeSlowHash);
  const sealed = await sealReport({ agency: agencyId, caseId: newRandomId() }, written, [], recipients, keys);
  const arrival = { agencyId, day: dateIn(now, zone), now, sealedIn: 'browser' } as const;
  await receive(client, arrival, sealed, recipients);
}
