import { createHash, X509Certificate } from 'node:crypto';
import { badAnswer } from './answers.ts';

/** What is kept of one certified file. */
export const CERTIFIED_LIMIT = 4 * 1024 * 1024;

export interface SignedFile {
  /** Begins with the very bytes that were handed over. */
  continues: boolean;
  /** Common names in the certificates that the signature carries, but for authorities': the signer's among them. */
  names: string[];
}

interface Signature {
  /** First byte after what it covers. */
  end: number;
  cms: Buffer;
}

/**
 * What can be said about a returned file without the provider's roots: it is a PDF with a signature over all that was
 * handed over, or over the whole file where it was written anew, and the signature carries the digest of just these
 * bytes. Whether its certificate is good is the provider's word.
 * @throws Refusal bsre.badAnswer
 */
export function readSignedFile(bytes: Uint8Array, handedOver: Uint8Array): SignedFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length > CERTIFIED_LIMIT || !/^%PDF-[12]\.\d/.test(file.toString('latin1', 0, 8)))
    throw badAnswer();
  const continues = file.length > handedOver.length && file.subarray(0, handedOver.length).equals(handedOver);
  // A later revision (certificate data, time stamps) may follow what continues our bytes; a rewritten file has none.
  const enough = continues ? handedOver.length : file.length;
  const found = signaturesIn(file).find(({ end }) => end >= enough);
  if (!found) throw badAnswer();
  return { continues, names: namesIn(found.cms) };
}

const BYTE_RANGE = /\/ByteRange\s*\[\s*0\s+(\d{1,8})\s+(\d{1,8})\s+(\d{1,8})\s*\]/g;

/** Those whose byte range leaves out their own value alone, and whose value holds the digest of the rest. */
function signaturesIn(file: Buffer): Signature[] {
  const text = file.toString('latin1');
  return [...text.matchAll(BYTE_RANGE)].slice(0, 20).flatMap((range) => {
    const [before, resume, rest] = range.slice(1).map(Number) as [number, number, number];
    const end = resume + rest;
    if (before >= resume || end > file.length) return [];
    const value = text.slice(before, resume);
    if (!/^<[0-9a-fA-F]{64,}>$/.test(value)) return [];
    const cms = Buffer.from(value.slice(1, -1), 'hex');
    const covered = [file.subarray(0, before), file.subarray(resume, end)];
    return holdsDigest(cms, covered) ? [{ end, cms }] : [];
  });
}

/** The message-digest attribute (RFC 5652, 11.2) holds it as it is. */
function holdsDigest(cms: Buffer, parts: readonly Buffer[]): boolean {
  return ['sha256', 'sha384', 'sha512'].some((algorithm) => {
    const hash = createHash(algorithm);
    for (const part of parts) hash.update(part);
    return cms.includes(hash.digest());
  });
}

/** Certificates stand in a CMS whole (RFC 5652, 10.2.3): each is a SEQUENCE that begins with another one. */
function namesIn(cms: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; at + 8 < cms.length; at += 1) {
    if (cms.readUInt16BE(at) !== 0x3082 || cms.readUInt16BE(at + 4) !== 0x3082) continue;
    const certificate = certificateAt(cms, at);
    if (!certificate) continue;
    const name = /^CN=(.*)$/m.exec(certificate.subject)?.[1];
    if (name && isOfSomebody(certificate)) names.push(name);
    at += certificate.raw.length - 1;
  }
  return names;
}

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** Attacker: a colleague of somebody whose one name is a word in the name of an authority. */
function isOfSomebody({ ca, keyUsage }: X509Certificate): boolean {
  return !ca && !keyUsage?.includes(TIME_STAMPING);
}

function certificateAt(cms: Buffer, at: number): X509Certificate | null {
  const end = at + 4 + cms.readUInt16BE(at + 2);
  if (end > cms.length) return null;
  try {
    return new X509Certificate(cms.subarray(at, end));
  } catch {
    return null;
  }
}
