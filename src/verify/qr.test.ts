import { createECDH, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeBase41, encodeBase41 } from './base41.ts';
import { hex } from './bytes.ts';
import { readCertificate } from './certificate.ts';
import { exampleRecord, exampleSalt } from './fixtures/record.ts';
import { refusal } from './fixtures/refusal.ts';
import { makeSealKeys, type SealKeys } from './fixtures/seal.ts';
import {
  type Claims,
  checkQr,
  claimsMessage,
  claimsOf,
  commitment,
  decodeClaims,
  encodeClaims,
  parseQrText,
  type QrCheckInput,
  qrText,
  recordBytes,
  type SealedRecord,
  sealKeyId,
} from './index.ts';

const document = readFileSync(new URL('../../docs/formats/qr.md', import.meta.url), 'utf8');
const vectors = Object.fromEntries(
  [...document.matchAll(/^```vector (\S+)\n(.*?)\n```$/gms)].map(([, name, text]) => [name, text]),
) as Record<string, string>;
const bytesOf = (vector: string) => new Uint8Array(Buffer.from(vectors[vector] ?? '', 'hex'));
const pem = (der: Uint8Array) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;

const place = commitment(exampleSalt, recordBytes(exampleRecord));
const claims = claimsOf(exampleRecord, 1, place, 'a8f0cb0e');

function named(name: string): SealedRecord {
  return { ...exampleRecord, person: { ...exampleRecord.person, name } };
}

describe('the vectors', () => {
  it('are what the code makes, and verify', () => {
    const ecdh = createECDH('prime256v1');
    ecdh.setPrivateKey(exampleSalt);
    const point = ecdh.getPublicKey();
    const part = (from: number) => point.subarray(from, from + 32).toString('base64url');
    const d = Buffer.from(exampleSalt).toString('base64url');
    const jwk = { kty: 'EC', crv: 'P-256', d, x: part(1), y: part(33) };
    const spki = createPublicKey(createPrivateKey({ key: jwk, format: 'jwk' })).export({
      type: 'spki',
      format: 'der',
    });
    expect(spki).toEqual(Buffer.from(bytesOf('qr-spki')));
    expect(sealKeyId(spki)).toBe(vectors['qr-key']);
    expect(hex(encodeClaims(claims))).toBe(vectors['qr-claims']);
    expect(qrText('https://ikrar.example', bytesOf('qr-claims'), bytesOf('qr-signature'))).toBe(
      vectors['qr-text'],
    );
    expect(parseQrText(vectors['qr-text'] ?? '').claims).toEqual(claims);
  });
});

describe('Base41', () => {
  it('gives every string of bytes back, in characters of QR codes and addresses', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const text = encodeBase41(bytes);
        expect(text).toMatch(/^[0-9A-Z$*.:-]*$/);
        expect(text).not.toMatch(/[.:]$/);
        expect(text.length).toBe(Math.ceil(bytes.length * 1.5));
        expect(new URL(`https://x/Q/${text}`).href).toBe(`https://x/Q/${text}`);
        expect(decodeBase41(text)).toEqual(bytes);
      }),
    );
  });

  it('refuses every other text', () => {
    const strange = ['0', '0000', 'a00', '0 0', '%00', 'é00', ':::', '00.', '::', 'A6', '\ud83d\ude000'];
    for (const text of strange)
      expect(
        refusal(() => decodeBase41(text)),
        text,
      ).toBe('bad-base41');
    expect(refusal(() => decodeBase41('96'))).toBe('accepted');
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        const read = refusal(() => decodeBase41(text));
        expect(['accepted', 'bad-base41']).toContain(read);
        if (read === 'accepted') expect(encodeBase41(decodeBase41(text))).toBe(text);
      }),
    );
  });
});

describe('claims', () => {
  it('keep a name as it is, or cut it between characters and say so', () => {
    const of = (name: string) => claimsOf(named(name), 0, place, '00000000');
    expect(of('Ma’ruf Contoh')).toMatchObject({ name: 'Ma’ruf Contoh', nameCut: false });
    expect(of('x'.repeat(48))).toMatchObject({ name: 'x'.repeat(48), nameCut: false });
    expect(of('x'.repeat(49))).toMatchObject({ name: 'x'.repeat(48), nameCut: true });
    expect(of('é'.repeat(25)).name).toBe('é'.repeat(24));
    expect(of(`x${'\u{1f600}'.repeat(12)}`).name).toBe(`x${'\u{1f600}'.repeat(11)}`);
    expect(of(`${'x'.repeat(47)} Contoh`).name).toBe('x'.repeat(47));
  });

  it('of any record are read back', () => {
    const act = fc.constantFrom<Pick<Claims, 'method' | 'strength'>>(
      ...(['link', 'slip', 'tablet', 'passkey', 'code', 'bsre'] as const).map((method) => ({
        method,
        strength: 'uncertified' as const,
      })),
      { method: 'bsre', strength: 'certified' },
      { method: 'ink', strength: 'scanned' },
    );
    const some = fc.record({
      ...{ act, index: fc.nat(), example: fc.boolean(), draft: fc.boolean() },
      at: fc.integer({ min: 946_684_800, max: 7_258_118_399 }),
      agencyId: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/),
      name: fc.stringMatching(/^[A-Za-zÀ-ÿ.,']([A-Za-zÀ-ÿ.,' ]{0,20}[A-Za-zÀ-ÿ.,'])?$/),
    });
    fc.assert(
      fc.property(some, ({ act: how, name, ...rest }) => {
        const given = { ...claims, ...rest, ...how, name: name.normalize('NFC') };
        expect(decodeClaims(encodeClaims(given))).toEqual(given);
      }),
    );
  });

  it('have one encoding: whatever is accepted is written back byte for byte', () => {
    const sound = encodeClaims(claims);
    const spoiled = fc
      .array(fc.tuple(fc.nat(sound.length + 2), fc.nat(255)), { maxLength: 3 })
      .map((changes) => {
        const bytes = Array.from(sound);
        for (const [at, byte] of changes) bytes[Math.min(at, bytes.length)] = byte;
        return Uint8Array.from(bytes);
      });
    fc.assert(
      fc.property(fc.oneof(spoiled, fc.uint8Array({ maxLength: 200 })), (bytes) => {
        if (refusal(() => decodeClaims(bytes)) === 'accepted')
          expect(encodeClaims(decodeClaims(bytes))).toEqual(bytes);
      }),
      { numRuns: 3000 },
    );
  });

  it('that no record can have are refused', () => {
    const put = (at: number, ...values: number[]) => {
      const bytes = encodeClaims(claims);
      bytes.set(values, at);
      return refusal(() => decodeClaims(bytes));
    };
    expect(put(0, 2)).toBe('bad-claims');
    expect(put(15, 0xff)).toBe('bad-claims');
    expect(put(25, 0x07)).toBe('bad-claims');
    expect(put(25, 0x36)).toBe('bad-claims');
    expect(put(25, 0x10)).toBe('bad-claims');
    expect(put(25, 0x06)).toBe('bad-claims');
    expect(put(25, 0x26)).toBe('accepted');
    expect(put(58, 0)).toBe('bad-claims');
    expect(put(58, 200)).toBe('bad-claims');
    expect(put(59, 0x2e)).toBe('bad-claims');
    expect(put(66, 0x00)).toBe('bad-claims');
    expect(put(66, 0x20)).toBe('bad-claims');
    expect(put(66, 0xff)).toBe('not-utf8');
    expect(refusal(() => encodeClaims({ ...claims, index: 2 ** 40 }))).toBe('bad-claims');
  });
});

describe('a QR code', () => {
  let keys: SealKeys;
  let sound: QrCheckInput;
  let bytes: Uint8Array;
  const logged = { record: exampleRecord, index: 1, commitment: place, published: 2 };

  beforeAll(() => {
    keys = makeSealKeys();
    bytes = encodeClaims({ ...claims, keyId: idOf(keys) });
    sound = { text: signed(bytes), seals: [keys.chain.map(pem).join('')], roots: [keys.rootPem] };
  });

  const idOf = ({ chain }: SealKeys) =>
    sealKeyId(
      readCertificate(chain[0] as Uint8Array).publicKey?.export({
        type: 'spki',
        format: 'der',
      }) ?? new Uint8Array(),
    );
  const signed = (over: Uint8Array, using = keys, says = over) =>
    qrText(
      'https://ikrar.example:8443',
      says,
      sign('sha256', claimsMessage(over), { key: using.keyPem, dsaEncoding: 'ieee-p1363' }),
    );
  const open = (input: Partial<QrCheckInput>) =>
    checkQr({ ...sound, ...input })
      .checks.filter((check) => check.verdict !== 'pass')
      .map((check) => `${check.verdict} ${check.code} ${check.reason}`);

  it('passes every check, in capitals, as a browser shows it, and as payload alone', () => {
    const payload = sound.text.slice(sound.text.indexOf('/Q/') + 3);
    for (const text of [sound.text, `https://ikrar.example:8443/Q/${payload}`, payload]) {
      const report = checkQr({ ...sound, text, logged: () => logged });
      expect(report.checks.filter((check) => check.verdict !== 'pass')).toEqual([]);
      expect(report).toMatchObject({ verdict: 'valid', claims: { name: "Ma'ruf Contoh" } });
      expect(report.checks).toHaveLength(6);
    }
    expect(sound.text).toMatch(/^[0-9A-Z $%*+./:-]+$/);
  });

  it('fails for every single changed bit of what it says', () => {
    const signature = parseQrText(sound.text).signature;
    const whole = Uint8Array.from([...bytes, ...signature]);
    for (let bit = 0; bit < whole.length * 8; bit += 1) {
      const changed = Uint8Array.from(whole);
      changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
      const text = `HTTPS://IKRAR.EXAMPLE/Q/${encodeBase41(changed)}`;
      expect(checkQr({ ...sound, text }).verdict, `bit ${bit}`).not.toBe('valid');
    }
  });

  it('of an unknown or another key is never valid, and says why', () => {
    const other = makeSealKeys();
    const seals = [other.chain.map(pem).join('')];
    expect(open({ seals })).toEqual([
      'unknown qr-key seal-not-known',
      'unknown qr-signature step-not-reached',
      'unknown seal-certificate step-not-reached',
    ]);
    expect(open({ seals: [] })[0]).toBe('unknown qr-key no-seals');
    expect(open({ roots: [] })).toEqual(['unknown seal-certificate no-roots']);
    expect(open({ roots: [other.rootPem] })).toEqual(['fail seal-certificate untrusted-root']);
    expect(open({ text: signed(bytes, other) })).toEqual(['fail qr-signature signature-mismatch']);
    const rsa = makeSealKeys({ rsa: true });
    const ofRsa = encodeClaims({ ...claims, keyId: idOf(rsa) });
    const [named] = open({ text: signed(ofRsa, keys), seals: [rsa.chain.map(pem).join('')] });
    expect(named).toBe('fail qr-signature seal-not-p256');
    const late = makeSealKeys({ notAfter: '230101000000Z' });
    const ofLate = encodeClaims({ ...claims, keyId: idOf(late) });
    const lateInput = {
      text: signed(ofLate, late),
      seals: [late.chain.map(pem).join('')],
      roots: [late.rootPem],
    };
    expect(open(lateInput)).toEqual(['fail seal-certificate certificate-not-valid-then']);
  });

  it('finds its seal among two whose short ids are alike', () => {
    const twins = [keys, keys].map(({ chain }) => chain.map(pem).join(''));
    expect(open({ seals: twins })).toEqual([]);
  });

  it('that the log does not hold, or holds otherwise, is found', () => {
    expect(open({ logged: () => undefined })).toEqual([
      'fail qr-record record-not-known',
      'unknown qr-published step-not-reached',
    ]);
    for (const change of [{ index: 2 }, { commitment: new Uint8Array(32) }, { record: named('Lain') }])
      expect(open({ logged: () => ({ ...logged, ...change }) })[0]).toBe('fail qr-record claims-mismatch');
    expect(open({ logged: () => ({ ...logged, published: 1 }) })).toEqual([
      'unknown qr-published not-yet-published',
    ]);
  });

  it('of any other text is not one of a pact', () => {
    for (const text of ['', 'https://ikrar.example/v/a/b', 'x'.repeat(900), `${sound.text} `])
      expect(open({ text })[0]).toBe('fail qr-readable bad-qr');
    expect(open({ text: sound.text.toLowerCase() })[0]).toBe('fail qr-readable bad-qr');
  });
});
