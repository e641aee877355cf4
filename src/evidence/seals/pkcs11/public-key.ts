import { createPublicKey, type KeyObject } from 'node:crypto';
import { SealFault } from '../fault.ts';
import type { DeviceKey } from '../seal-file.ts';
import { attributeOf, objectOf } from './calls.ts';
import { attributes, CKO_PUBLIC_KEY } from './codes.ts';
import { type Call, CryptokiFault } from './library.ts';
import { openToken } from './token.ts';

/** DER of secp256r1 as CKA_EC_PARAMS. */
const P256 = Buffer.from('06082a8648ce3d030107', 'hex');

/** The public key beside the private one of this label. @throws SealFault */
export async function devicePublicKey(where: DeviceKey): Promise<KeyObject> {
  const token = await openToken(where);
  try {
    const session = token.sessions[0]!.handle;
    const object = await objectOf(token.call, session, CKO_PUBLIC_KEY, where.label);
    return (await p256(token.call, session, object)) ?? (await rsa(token.call, session, object));
  } finally {
    await token.close();
  }
}

async function p256(call: Call, session: bigint, object: bigint): Promise<KeyObject | null> {
  const curve = await maybe(call, session, object, attributes.ecParams);
  if (!curve) return null;
  if (!curve.equals(P256)) throw new SealFault('the key in the token is not of the curve P-256');
  // An OCTET STRING around 04, x, y.
  const point = (await attributeOf(call, session, object, attributes.ecPoint)).subarray(-65);
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x!, y: y! }, format: 'jwk' });
}

async function rsa(call: Call, session: bigint, object: bigint): Promise<KeyObject> {
  const n = await attributeOf(call, session, object, attributes.modulus);
  const e = await attributeOf(call, session, object, attributes.publicExponent);
  const jwk = { kty: 'RSA', n: n.toString('base64url'), e: e.toString('base64url') };
  return createPublicKey({ key: jwk, format: 'jwk' });
}

async function maybe(call: Call, session: bigint, object: bigint, type: number): Promise<Buffer | null> {
  try {
    return await attributeOf(call, session, object, type);
  } catch (error) {
    if (error instanceof CryptokiFault) return null;
    throw error;
  }
}
