import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  type KeyObject,
} from 'node:crypto';

/** For tests: HPKE base mode (RFC 9180, suite 0x0020, 0x0001, 0x0003) anew from what Node has of its own. */
const KEM = Buffer.concat([Buffer.from('KEM'), Buffer.from([0, 0x20])]);
const HPKE = Buffer.concat([Buffer.from('HPKE'), Buffer.from([0, 0x20, 0, 1, 0, 3])]);

interface Said {
  info: Uint8Array;
  aad: Uint8Array;
}

export function sealByNode(ephemeral: Uint8Array, to: Uint8Array, plain: Uint8Array, said: Said) {
  const encapsulated = publicOf(ephemeral);
  const { key, nonce } = schedule(shared(ephemeral, to, encapsulated, to), said.info);
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 });
  cipher.setAAD(said.aad, { plaintextLength: plain.length });
  const text = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { encapsulated, ciphertext: text };
}

export function openByNode(
  privateKey: Uint8Array,
  encapsulated: Uint8Array,
  ciphertext: Uint8Array,
  said: Said,
): Buffer {
  const own = publicOf(privateKey);
  const { key, nonce } = schedule(shared(privateKey, encapsulated, encapsulated, own), said.info);
  const end = ciphertext.length - 16;
  const cipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 });
  cipher.setAAD(said.aad, { plaintextLength: end });
  cipher.setAuthTag(ciphertext.subarray(end));
  return Buffer.concat([cipher.update(ciphertext.subarray(0, end)), cipher.final()]);
}

export function publicOf(privateKey: Uint8Array): Buffer {
  return createPublicKey(privateObject(privateKey)).export({ type: 'spki', format: 'der' }).subarray(-32);
}

function shared(privateKey: Uint8Array, other: Uint8Array, enc: Uint8Array, receiver: Uint8Array): Buffer {
  const dh = diffieHellman({ privateKey: privateObject(privateKey), publicKey: publicObject(other) });
  const secret = labelledExtract(KEM, Buffer.alloc(0), 'eae_prk', dh);
  return labelledExpand(KEM, secret, 'shared_secret', Buffer.concat([enc, receiver]), 32);
}

function schedule(secret: Buffer, info: Uint8Array) {
  const none = Buffer.alloc(0);
  const context = Buffer.concat([
    Buffer.from([0]),
    labelledExtract(HPKE, none, 'psk_id_hash', none),
    labelledExtract(HPKE, none, 'info_hash', info),
  ]);
  const root = labelledExtract(HPKE, secret, 'secret', none);
  return {
    key: labelledExpand(HPKE, root, 'key', context, 32),
    nonce: labelledExpand(HPKE, root, 'base_nonce', context, 12),
  };
}

function labelledExtract(suite: Buffer, salt: Uint8Array, label: string, ikm: Uint8Array): Buffer {
  const from = Buffer.concat([Buffer.from('HPKE-v1'), suite, Buffer.from(label), ikm]);
  return createHmac('sha256', salt.length > 0 ? salt : Buffer.alloc(32))
    .update(from)
    .digest();
}

/** One block is enough: nothing here is longer than 32 bytes. */
function labelledExpand(suite: Buffer, prk: Buffer, label: string, info: Uint8Array, length: number): Buffer {
  const head = Buffer.concat([Buffer.from([0, length]), Buffer.from('HPKE-v1'), suite, Buffer.from(label)]);
  return createHmac('sha256', prk)
    .update(Buffer.concat([head, info, Buffer.from([1])]))
    .digest()
    .subarray(0, length);
}

function privateObject(raw: Uint8Array): KeyObject {
  const head = Buffer.from('302e020100300506032b656e04220420', 'hex');
  return createPrivateKey({ key: Buffer.concat([head, raw]), format: 'der', type: 'pkcs8' });
}

function publicObject(raw: Uint8Array): KeyObject {
  const head = Buffer.from('302a300506032b656e032100', 'hex');
  return createPublicKey({ key: Buffer.concat([head, raw]), format: 'der', type: 'spki' });
}
