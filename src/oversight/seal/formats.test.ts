import { createHash, createPrivateKey, sign as signByNode } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nodeSlowHash } from '../slow-hash.ts';
import { codeOf, RECOVERY, RETURN_CODE } from './code.ts';
import { openByNode, publicOf, sealByNode } from './hpke-by-node.testkit.ts';
import {
  concat,
  keyPairFrom,
  keyWords,
  lookupHash,
  nextStatement,
  openSealed,
  pad,
  readCode,
  recipientsOf,
  reporterKeys,
  sealTo,
  signStatement,
  slowHash,
  staffKey,
  toText,
  uint32,
  utf8,
} from './index.ts';
import { WORDS } from './words.ts';

const vectorsOf = (name: string): Map<string, string> => {
  const page = readFileSync(new URL(`../../../docs/formats/${name}.md`, import.meta.url), 'utf8');
  return new Map(
    [...page.matchAll(/^```vector (\S+)\n(.*?)\n```$/gms)].map(([, key, text]) => [
      key as string,
      text as string,
    ]),
  );
};
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest('hex');
const counting = Uint8Array.from({ length: 32 }, (_, i) => i);

describe('the sealed box', () => {
  // RFC 9180, appendix A.2.1: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305, base mode, first message
  const rfc = {
    ikmR: '1ac01f181fdf9f352797655161c58b75c656a6cc2716dcb66372da835542e1df',
    pkR: '4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a',
    skE: 'f4ec9b33b792c372c1d2c2063507b684ef925b8c75a42dbcbf57d63ccd381600',
    info: '4f6465206f6e2061204772656369616e2055726e',
    aad: '436f756e742d30',
    pt: '4265617574792069732074727574682c20747275746820626561757479',
    ct: '1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28',
  };

  it('derives the pair of the RFC, and Node’s own primitives make and open its message', async () => {
    const pair = await keyPairFrom(bytes(rfc.ikmR));
    expect(hex(pair.publicKey)).toBe(rfc.pkR);
    const said = { info: bytes(rfc.info), aad: bytes(rfc.aad) };
    const { encapsulated, ciphertext } = sealByNode(bytes(rfc.skE), pair.publicKey, bytes(rfc.pt), said);
    expect(hex(ciphertext)).toBe(rfc.ct);
    expect(hex(openByNode(pair.privateKey, encapsulated, ciphertext, said))).toBe(rfc.pt);
  });

  const vectors = vectorsOf('sealed-report');
  const bound = {
    agency: 'fakfak',
    case: '0123456789abcdef',
    purpose: 'team',
    from: 'account:a',
    to: 'team',
  } as const;
  const parts = Object.values(bound).map(utf8);
  const aad = concat(...parts.flatMap((part) => [uint32(part.length), part]));
  const info = utf8('ikrar/sealed-report/v1');

  it('is what the format says: made by Node’s primitives it opens, made here they open it', async () => {
    const pair = await keyPairFrom(counting);
    expect([hex(pair.privateKey), hex(pair.publicKey)]).toEqual([
      vectors.get('private'),
      vectors.get('public'),
    ]);
    expect(hex(aad)).toBe(vectors.get('bound'));
    const plain = utf8(vectors.get('text') ?? '');
    const made = sealByNode(bytes(vectors.get('ephemeral') ?? ''), pair.publicKey, pad(plain), { info, aad });
    const sealed = concat(Uint8Array.of(1), made.encapsulated, made.ciphertext);
    expect([sealed.length, sha256(sealed)]).toEqual([4145, vectors.get('sealed-sha256')]);
    expect(await openSealed(pair.privateKey, sealed, bound)).toEqual(plain);
    const own = await sealTo(pair.publicKey, plain, bound);
    const opened = openByNode(pair.privateKey, own.slice(1, 33), own.slice(33), { info, aad });
    expect(new Uint8Array(opened)).toEqual(pad(plain));
    expect(hex(publicOf(pair.privateKey))).toBe(vectors.get('public'));
  });
});

describe('the return code', () => {
  const vectors = vectorsOf('return-code');

  it('is what the format says, by script and by Node', async () => {
    expect(sha256(WORDS.join('\n'))).toBe(vectors.get('words-sha256'));
    const bits = counting.slice(0, 10);
    const code = codeOf(RETURN_CODE, bits);
    expect(code).toBe(vectors.get('code'));
    expect(readCode(code)).toEqual({ bits });
    expect(codeOf(RECOVERY, counting.slice(0, 14))).toBe(vectors.get('recovery'));
    for (const slow of [nodeSlowHash, slowHash()]) {
      const { lookup, pair } = await reporterKeys(bits, slow);
      expect(hex(lookup)).toBe(vectors.get('lookup'));
      expect(hex(lookupHash(lookup))).toBe(vectors.get('lookup-hash'));
      expect(hex(pair.publicKey)).toBe(vectors.get('reporter-public'));
    }
  });
});

describe('the list of recipients', () => {
  const vectors = vectorsOf('recipients');

  it('is what the format says, and Node signs the same', async () => {
    const key = await staffKey(counting);
    expect(hex(key.seal.publicKey)).toBe(vectors.get('seal-public'));
    expect(hex(key.sign.publicKey)).toBe(vectors.get('sign-public'));
    expect(keyWords({ sealPublic: key.seal.publicKey, signPublic: key.sign.publicKey })).toBe(
      vectors.get('key-words'),
    );
    const first = nextStatement([], {
      ...{ agency: 'fakfak', at: '2024-09-18T00:15:00.000Z', change: 'add', keyId: '0123456789abcdef' },
      ...{ accountId: '0123456789abcdeg', role: 'recipient', label: 'Inspektur Contoh' },
      sealPublic: toText(key.seal.publicKey),
      signPublic: toText(key.sign.publicKey),
    });
    const row = signStatement(first, { keyId: '0123456789abcdef', privateKey: key.sign.privateKey });
    expect(Buffer.from(row.statement).toString()).toBe(vectors.get('statement'));
    expect(hex(row.signature)).toBe(vectors.get('signature'));
    const head = Buffer.from('302e020100300506032b657004220420', 'hex');
    const node = createPrivateKey({
      ...{ key: Buffer.concat([head, key.sign.privateKey]), format: 'der', type: 'pkcs8' },
    });
    expect(hex(signByNode(null, row.statement, node))).toBe(vectors.get('signature'));
    expect(recipientsOf('fakfak', [row])).toHaveLength(1);
  });
});
