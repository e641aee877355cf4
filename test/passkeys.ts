import { createHash } from 'node:crypto';
import { type SoftPasskey, softPasskey } from '../src/verify/fixtures/passkey.ts';

export interface CreationOptions {
  rp: { id: string };
  challenge: string;
}

/** What an authenticator in software answers when a page asks it for a passkey; parts can be set wrong. */
export function madeFor(
  { rp, challenge }: CreationOptions,
  change: {
    id?: Uint8Array;
    origin?: string;
    flags?: number;
    counter?: number;
    alg?: number;
    type?: string;
  } = {},
): { key: SoftPasskey; answer: string } {
  const {
    id = createHash('sha256').update(challenge).digest().subarray(0, 20),
    origin = 'http://localhost:3000',
  } = change;
  const key = softPasskey(id);
  const point = key.publicKey.subarray(-64);
  const said = { type: change.type ?? 'webauthn.create', challenge, origin, crossOrigin: false };
  const head = Buffer.alloc(37);
  createHash('sha256').update(rp.id).digest().copy(head);
  head[32] = change.flags ?? 0x45;
  head.writeUInt32BE(change.counter ?? 0, 33);
  const length = Buffer.from([id.length >> 8, id.length & 255]);
  const authData = Buffer.concat([head, Buffer.alloc(16), length, id, coseKey(point, change.alg ?? -7)]);
  // {"fmt": "none", "attStmt": {}, "authData": bytes} in CBOR
  const object = Buffer.concat([
    Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
    bytes(authData),
  ]);
  const parts = [Buffer.from(JSON.stringify(said)), object].map((part) => part.toString('base64url'));
  return { key, answer: [key.credentialId, ...parts].join('.') };
}

/** {1: 2, 3: alg, -1: 1, -2: x, -3: y} in CBOR (RFC 9053 §7.1.1). */
function coseKey(point: Uint8Array, alg: number): Buffer {
  const x = Buffer.from(point.subarray(0, 32));
  const y = Buffer.from(point.subarray(32));
  const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x20 + (-1 - alg), 0x20, 0x01, 0x21]);
  return Buffer.concat([head, bytes(x), Buffer.from([0x22]), bytes(y)]);
}

function bytes(value: Buffer): Buffer {
  const head = value.length < 256 ? [0x58, value.length] : [0x59, value.length >> 8, value.length & 255];
  return Buffer.concat([Buffer.from(head), value]);
}
