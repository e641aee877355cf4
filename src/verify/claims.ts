import { concat, fromUtf8, hex, sha256, utf8, view } from './bytes.ts';
import { isPrintable } from './fields.ts';
import { FormatError } from './format-error.ts';
import { formatReceipt, receiptBytes } from './receipt.ts';
import type { ActMethod, SealedRecord } from './record.ts';

/**
 * What the QR code on a pact says by itself, signed with the institution's seal key. It holds the beginnings of two
 * digests, enough to tie it to text and log entry (128 bits), and only the name of the person. `docs/formats/qr.md`
 */
export interface Claims {
  /** Eight hexadecimal digits: {@link sealKeyId}. */
  keyId: string;
  receipt: string;
  /** Of the act, in whole seconds since 1970. */
  at: number;
  /** Place in the log of the campaign that the receipt belongs to. */
  index: number;
  method: ActMethod;
  strength: SealedRecord['act']['strength'];
  example: boolean;
  draft: boolean;
  /** The first 16 bytes of the text's digest and of the entry's commitment, in hexadecimal. */
  text: string;
  commitment: string;
  agencyId: string;
  /** At most 48 bytes of UTF-8. */
  name: string;
  nameCut: boolean;
}

const version = 0x01;
const methods: readonly ActMethod[] = ['link', 'slip', 'tablet', 'passkey', 'code', 'bsre', 'ink'];
const strengths: readonly Claims['strength'][] = ['uncertified', 'certified', 'scanned'];
const fixedLength = 58;
const longestName = 48;
const longestAgency = 100;
const cutMark = 0x80;
const identifier = /^[A-Za-z0-9][A-Za-z0-9._:-]*$/;
/** Seconds of 2000-01-01 and of the end of 2199, the limits of `act.at`. */
const [earliest, latest] = [946_684_800, 7_258_118_399];
const largestIndex = 2 ** 40 - 1;

/** The claims of one record at its place in the log. `commitment` is that of its log entry, 32 bytes. */
export function claimsOf(record: SealedRecord, index: number, commitment: Uint8Array, keyId: string): Claims {
  const { act, agency, text } = record;
  const name = cutName(record.person.name);
  return {
    keyId,
    receipt: record.receipt,
    at: Math.floor(Date.parse(act.at) / 1000),
    index,
    method: act.method,
    strength: act.strength,
    example: record.example,
    draft: text.draft,
    text: text.digest.slice(0, 32),
    commitment: hex(commitment.subarray(0, 16)),
    agencyId: agency.id,
    name,
    nameCut: name !== record.person.name,
  };
}

/** The first four bytes of SHA-256 over the key's SubjectPublicKeyInfo (DER). It finds a key, it proves nothing. */
export function sealKeyId(spki: Uint8Array): string {
  return hex(sha256(spki).subarray(0, 4));
}

/** @throws FormatError `bad-claims` | `bad-receipt` */
export function encodeClaims(claims: Claims): Uint8Array {
  const agency = utf8(claims.agencyId);
  const name = utf8(claims.name);
  const bytes = Buffer.alloc(fixedLength + 2 + agency.length + name.length);
  bytes[0] = version;
  bytes.write(claims.keyId, 1, 4, 'hex');
  bytes.set(receiptBytes(claims.receipt), 5);
  bytes.writeUIntBE(within(claims.at, earliest, latest), 15, 5);
  bytes.writeUIntBE(within(claims.index, 0, largestIndex), 20, 5);
  bytes[25] = actByte(claims);
  bytes.write(claims.text, 26, 16, 'hex');
  bytes.write(claims.commitment, 42, 16, 'hex');
  bytes[fixedLength] = agency.length;
  bytes.set(agency, fixedLength + 1);
  bytes[fixedLength + 1 + agency.length] = name.length | (claims.nameCut ? cutMark : 0);
  bytes.set(name, fixedLength + 2 + agency.length);
  return new Uint8Array(bytes);
}

/** Strict: one encoding for each value, and only values that a record can have. @throws FormatError `bad-claims` */
export function decodeClaims(bytes: Uint8Array): Claims {
  if (bytes.length < fixedLength + 4 || bytes[0] !== version) throw new FormatError('bad-claims');
  const fixed = view(bytes);
  const agencyEnd = fixedLength + 1 + (bytes[fixedLength] as number);
  const mark = bytes[agencyEnd];
  const nameLength = (mark ?? 0) & 0x7f;
  if (mark === undefined || nameLength > longestName || bytes.length !== agencyEnd + 1 + nameLength)
    throw new FormatError('bad-claims');
  return {
    keyId: hex(bytes.subarray(1, 5)),
    receipt: formatReceipt(bytes.subarray(5, 15)),
    at: within(fixed.readUIntBE(15, 5), earliest, latest),
    index: fixed.readUIntBE(20, 5),
    ...actOf(bytes[25] as number),
    text: hex(bytes.subarray(26, 42)),
    commitment: hex(bytes.subarray(42, 58)),
    agencyId: agencyOf(bytes.subarray(fixedLength + 1, agencyEnd)),
    name: nameOf(bytes.subarray(agencyEnd + 1)),
    nameCut: mark >= cutMark,
  };
}

/** What the seal key signs: `ikrar/qr/v1\n` ‖ claims. */
export function claimsMessage(claims: Uint8Array): Uint8Array {
  return concat(utf8('ikrar/qr/v1\n'), claims);
}

/** At most 48 bytes, cut between characters. */
function cutName(name: string): string {
  let room = longestName;
  let kept = '';
  for (const character of name) {
    room -= Buffer.byteLength(character, 'utf8');
    if (room < 0) return kept.trimEnd();
    kept += character;
  }
  return kept;
}

/** Bits 0-3 method, 4-5 strength, 6 example, 7 draft text. */
function actByte({ method, strength, example, draft }: Claims): number {
  const act = methods.indexOf(method) | (strengths.indexOf(strength) << 4);
  return act | (example ? 0x40 : 0) | (draft ? 0x80 : 0);
}

function actOf(byte: number): Pick<Claims, 'method' | 'strength' | 'example' | 'draft'> {
  const method = methods[byte & 0x0f];
  const strength = strengths[(byte >> 4) & 0x03];
  if (method === undefined || strength === undefined || !fits(method, strength))
    throw new FormatError('bad-claims');
  return { method, strength, example: (byte & 0x40) !== 0, draft: (byte & 0x80) !== 0 };
}

/** Only a provider's service certifies, only ink is scanned. */
function fits(method: ActMethod, strength: Claims['strength']): boolean {
  if (method === 'ink') return strength === 'scanned';
  return strength === 'uncertified' || (strength === 'certified' && method === 'bsre');
}

function agencyOf(bytes: Uint8Array): string {
  const id = view(bytes).toString('latin1');
  if (id.length > longestAgency || !identifier.test(id)) throw new FormatError('bad-claims');
  return id;
}

function nameOf(bytes: Uint8Array): string {
  const name = fromUtf8(bytes);
  if (name === '' || !isPrintable(name)) throw new FormatError('bad-claims');
  return name;
}

function within(value: number, least: number, most: number): number {
  if (!Number.isSafeInteger(value) || value < least || value > most) throw new FormatError('bad-claims');
  return value;
}
