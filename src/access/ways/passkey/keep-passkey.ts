import { z } from 'zod';
import { type Client, exec, forAll, many, queries, transaction } from '../../../platform/db/index.ts';
import type { Account } from '../../../platform/http/visit.ts';
import { passkeySite } from '../../../platform/passkey/site.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { tell } from '../tell.ts';
import { handleOf } from './challenge.ts';
import sqlText from './passkey.sql';

export const sql = queries(sqlText);

const MOST_PASSKEYS = 10;
/** ECDSA P-256 and Ed25519, and RSA for older Windows (COSE algorithms). */
const ALGORITHMS = [-7, -8, -257];

const Passkey = z.object({
  id: z.string(),
  device: z.string(),
  synced: z.boolean(),
  madeAt: z.date(),
  usedAt: z.date().nullable(),
});
export type Passkey = z.output<typeof Passkey>;

export function passkeysOf(client: Client, accountId: string): Promise<Passkey[]> {
  return many(client, sql.passkeysOf, { accountId }, Passkey);
}

/** What the browser is asked for, as PublicKeyCredentialCreationOptions in JSON; null where no passkey can be made. */
export function creationOptions(
  platform: Platform,
  account: Account,
  known: readonly Passkey[],
  challenge: string,
) {
  const site = passkeySite(platform.config);
  if (!site || known.length >= MOST_PASSKEYS) return null;
  return {
    rp: { id: site.host, name: 'Ikrar' },
    user: { id: handleOf(platform, account.id), name: account.username, displayName: account.name },
    challenge,
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    timeout: 300_000,
    attestation: 'none',
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    excludeCredentials: known.map(({ id }) => ({ type: 'public-key', id })),
  };
}

/**
 * Keeps the passkey that the browser made. `answer`: credential id, client data and attestation object in base64url,
 * joined by dots.
 * @throws Refusal access.passkeyNotMade, access.passkeyEnough (409)
 */
export async function keepPasskey(
  platform: Platform,
  accountId: string,
  given: { answer: string; challenge: string | null; device: string },
): Promise<void> {
  const made = await readAnswer(platform, given.answer, given.challenge);
  const at = platform.now();
  await forAll(() =>
    transaction(platform.pool, async (client) => {
      if ((await passkeysOf(client, accountId)).length >= MOST_PASSKEYS)
        throw new Refusal('access.passkeyEnough', 409, { most: MOST_PASSKEYS });
      const { device } = given;
      const added = await exec(client, sql.addPasskey, { accountId, ...made, device, now: at });
      if (added === 0) throw new Refusal('access.passkeyNotMade');
      const data = { device, synced: made.synced };
      await tell(client, { accountId, at, kind: 'account.passkeyAdded', data });
    }),
  );
}

/** From now on it signs nobody in. Somebody else's, or a second time, changes nothing. */
export function removePasskey({ pool, now }: Platform, accountId: string, id: string): Promise<void> {
  return forAll(() =>
    transaction(pool, async (client) => {
      if ((await exec(client, sql.removePasskey, { accountId, id })) === 0) return;
      await tell(client, { accountId, at: now(), kind: 'account.passkeyRemoved', data: {} });
    }),
  );
}

async function readAnswer({ config }: Platform, answer: string, challenge: string | null) {
  const site = passkeySite(config);
  const [id = '', clientDataJSON = '', attestationObject = ''] = answer.split('.');
  if (!site || !challenge || !/^[\w-]{1,1400}(\.[\w-]{1,16000}){2}$/.test(answer))
    throw new Refusal('access.passkeyNotMade');
  // Loaded when first needed: most servers start without it.
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: {
        ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
        response: { clientDataJSON, attestationObject },
      },
      ...{ expectedChallenge: challenge, expectedOrigin: site.origin, expectedRPID: site.host },
      ...{ requireUserVerification: true, supportedAlgorithmIDs: ALGORITHMS },
    });
    if (!registrationInfo) throw new Error('not verified');
    const { credential, credentialDeviceType } = registrationInfo;
    const { publicKey, counter } = credential;
    const synced = credentialDeviceType === 'multiDevice';
    return { id: credential.id, publicKey: Buffer.from(publicKey), counter, synced };
  } catch {
    // Every byte of the answer is the browser's: whatever is wrong with it, nothing was made.
    throw new Refusal('access.passkeyNotMade');
  }
}
