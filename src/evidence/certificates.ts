import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  PemConverter,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** A certificate and its private key (PKCS#8), both PEM. The key is a secret: files readable by the owner only. */
export interface KeyAndCertificate {
  readonly keyPem: string;
  readonly certificatePem: string;
}

export type KeyKind = 'p256' | 'rsa-2048' | 'rsa-3072';

export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** 8 to 20 random bytes; the sign bit and leading zeros are taken care of. */
  readonly serial: Uint8Array;
  readonly kind?: KeyKind;
}

export interface RootPlan extends Validity {
  readonly name: string;
}

export interface SealPlan extends Validity {
  readonly agencyName: string;
  readonly root: KeyAndCertificate;
}

export interface IssuePlan extends Omit<SealPlan, 'kind'> {
  /** SubjectPublicKeyInfo, DER: of a key that may live anywhere. */
  readonly publicKey: Uint8Array;
}

const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
} as const;
const KINDS = {
  p256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  'rsa-2048': { ...RSA, modulusLength: 2048 },
  'rsa-3072': { ...RSA, modulusLength: 3072 },
} as const;

/** id-kp-documentSigning (RFC 9336), with e-mail protection for validators that know only that. */
const SEAL_USES = ['1.3.6.1.5.5.7.3.36', '1.3.6.1.5.5.7.3.4'];

/** X.520 upper bounds (RFC 5280, appendix A): `ub-common-name` and `ub-organization-name`. */
const LONGEST_NAME = 64;

cryptoProvider.set(webcrypto as Crypto);

/** A self-signed root, good only for issuing seals of this installation. */
export async function makeRoot(plan: RootPlan): Promise<KeyAndCertificate> {
  const keys = await generateKeys(plan.kind);
  const name = new Name([{ CN: [{ utf8String: shorten(plan.name) }] }]);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name,
    keys,
    ...validity(plan),
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { keyPem: await exportKey(keys.privateKey), certificatePem: certificate.toString('pem') };
}

/** The seal of one institution, with a new key. The key may only sign, never issue. */
export async function makeSeal(plan: SealPlan): Promise<KeyAndCertificate> {
  const keys = await generateKeys(plan.kind);
  const publicKey = new Uint8Array(await webcrypto.subtle.exportKey('spki', keys.publicKey));
  return {
    keyPem: await exportKey(keys.privateKey),
    certificatePem: await issueSeal({ ...plan, publicKey }),
  };
}

/** The certificate of a seal, PEM, issued by a root of `makeRoot` for a key that somebody else holds. */
export async function issueSeal(plan: IssuePlan): Promise<string> {
  const issuer = new X509Certificate(plan.root.certificatePem);
  const publicKey = new Uint8Array(plan.publicKey);
  const subject = new Name([
    { O: [{ utf8String: shorten(plan.agencyName) }] },
    { CN: [{ utf8String: shorten(`Segel elektronik ${plan.agencyName}`) }] },
  ]);
  const signingKey = await importKey(plan.root.keyPem, issuer);
  const certificate = await X509CertificateGenerator.create({
    subject,
    issuer: issuer.subjectName,
    publicKey,
    signingKey,
    signingAlgorithm: signingKey.algorithm.name === 'ECDSA' ? KINDS.p256 : KINDS['rsa-2048'],
    ...validity(plan),
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
      new ExtendedKeyUsageExtension(SEAL_USES),
      await SubjectKeyIdentifierExtension.create(publicKey),
      await AuthorityKeyIdentifierExtension.create(issuer),
    ],
  });
  return certificate.toString('pem');
}

function validity({ notBefore, notAfter, serial }: Validity) {
  if (serial.length < 8 || serial.length > 20) throw new Error('a serial number takes 8 to 20 random bytes');
  const positive = Buffer.from(serial);
  positive[0] = (positive[0]! & 0x7f) | 0x40;
  return { notBefore, notAfter, serialNumber: positive.toString('hex') };
}

async function generateKeys(kind: KeyKind = 'p256'): Promise<CryptoKeyPair> {
  return (await webcrypto.subtle.generateKey(KINDS[kind], true, ['sign', 'verify'])) as CryptoKeyPair;
}

async function exportKey(key: CryptoKey): Promise<string> {
  return PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}

async function importKey(pem: string, certificate: X509Certificate): Promise<CryptoKey> {
  const kind = certificate.publicKey.algorithm.name === 'ECDSA' ? KINDS.p256 : KINDS['rsa-2048'];
  const [der] = PemConverter.decode(pem);
  return (await webcrypto.subtle.importKey('pkcs8', der!, kind, false, ['sign'])) as CryptoKey;
}

/** Cuts on a whole character. The full name stands in every record; the certificate's field has a legal maximum. */
function shorten(name: string): string {
  const characters = [...name];
  return characters.length <= LONGEST_NAME
    ? name
    : `${characters
        .slice(0, LONGEST_NAME - 1)
        .join('')
        .trimEnd()}…`;
}
