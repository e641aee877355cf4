import { z } from 'zod';
import { exec, maybe } from '../../../platform/db/index.ts';
import { passkeySite } from '../../../platform/passkey/site.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { sql } from './keep-passkey.ts';

/** What the browser is asked for: any passkey that it has for us, or one of these. */
export function useOptions(platform: Platform, challenge: string, ids: readonly string[]) {
  const site = passkeySite(platform.config);
  if (!site) throw new Refusal('platform.notFound', 404);
  return {
    challenge,
    rpId: site.host,
    timeout: 300_000,
    userVerification: 'required',
    allowCredentials: ids.map((id) => ({ type: 'public-key', id })),
  };
}

const Kept = z.object({
  accountId: z.string(),
  publicKey: z.instanceof(Buffer),
  counter: z.coerce.number(),
});

/**
 * Whose passkey answered. `answer`: credential id, authenticator data, client data and signature in base64url, joined
 * by dots. @throws Refusal access.passkeyWrong (401), the same whether it is unknown or wrong
 */
export async function accountOfPasskey(
  { pool, config, now }: Platform,
  answer: string,
  challenge: string | null,
): Promise<string> {
  const wrong = new Refusal('access.passkeyWrong', 401);
  const site = passkeySite(config);
  const [id = '', authenticatorData = '', clientDataJSON = '', signature = ''] = answer.split('.');
  if (!site || !challenge || !/^[\w-]{1,1400}(\.[\w-]{1,16000}){3}$/.test(answer)) throw wrong;
  const kept = await maybe(pool, sql.passkey, { id }, Kept);
  if (!kept) throw wrong;
  const { accountId, publicKey, counter } = kept;
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const checked = await verifyAuthenticationResponse({
    response: {
      ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
      response: { authenticatorData, clientDataJSON, signature },
    },
    ...{ expectedChallenge: challenge, expectedOrigin: site.origin, expectedRPID: site.host },
    requireUserVerification: true,
    credential: { id, publicKey: new Uint8Array(publicKey), counter },
  }).catch(() => null);
  if (!checked?.verified) throw wrong;
  const { newCounter } = checked.authenticationInfo;
  if ((await exec(pool, sql.usePasskey, { id, counter: newCounter, now: now() })) === 0) throw wrong;
  return accountId;
}
