import type { SealCertificate, ToSign } from '../../pdf/index.ts';
import type { SignDigests } from '../checked-signer.ts';
import { ecdsaValue } from '../ecdsa-value.ts';
import { SealFault } from '../fault.ts';
import type { DeviceKey } from '../seal-file.ts';
import { signWith } from './calls.ts';
import { CKM_ECDSA, CKM_RSA_PKCS, LOST } from './codes.ts';
import { CryptokiFault } from './library.ts';
import { type OpenToken, openToken } from './token.ts';

/** DigestInfo of SHA-256 (RFC 8017, 9.2, note 1), before the digest. */
const DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/**
 * A seal key in a device. The token is opened when something is first to be signed, so that a server starts and people
 * sign while it is away. After a lost session it is opened once more.
 */
export function deviceSigner(where: DeviceKey, algorithm: SealCertificate['algorithm']): SignDigests {
  let opened: Promise<OpenToken> | undefined;
  const open = () => {
    if (opened) return opened;
    const opening = openToken(where);
    opened = opening;
    opening.catch(() => forget(opening));
    return opening;
  };
  const forget = (which: Promise<OpenToken>) => {
    if (opened === which) opened = undefined;
  };
  const sign: SignDigests = async (batch) => {
    const first = open();
    try {
      return await signAll(await first, algorithm, batch);
    } catch (error) {
      if (!(error instanceof CryptokiFault) || !LOST.includes(error.code)) throw error;
      // Whoever meets the lost session first closes it; all of them go on with the next.
      if (opened === first) {
        forget(first);
        await first.then((token) => token.close());
      }
      return signAll(await open(), algorithm, batch);
    }
  };
  sign.close = async () => {
    const last = opened;
    opened = undefined;
    await last?.then((token) => token.close());
  };
  return sign;
}

async function signAll(
  token: OpenToken,
  algorithm: SealCertificate['algorithm'],
  batch: readonly ToSign[],
): Promise<Uint8Array[]> {
  const asked = batch.map(({ digest }, i) => {
    const session = token.sessions[i % token.sessions.length]!;
    const signed = session.free.then(() => signOne(token, session.handle, algorithm, digest));
    session.free = signed.catch(() => {});
    return signed;
  });
  const done = await Promise.allSettled(asked);
  return done.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}

async function signOne(
  { call, key }: OpenToken,
  session: bigint,
  algorithm: SealCertificate['algorithm'],
  digest: Uint8Array,
): Promise<Uint8Array> {
  if (algorithm === 'rsa-pkcs1-sha256')
    return signWith(call, session, key, CKM_RSA_PKCS, Buffer.concat([DIGEST_INFO, digest]));
  const raw = await signWith(call, session, key, CKM_ECDSA, Buffer.from(digest));
  if (raw.length !== 64) throw new SealFault('the key device gave a signature that is not one of P-256');
  return ecdsaValue(raw);
}
