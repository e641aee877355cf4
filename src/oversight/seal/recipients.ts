import { sha256 } from '@noble/hashes/sha2.js';
import { concat, fromText, fromUtf8, SealError, toText, utf8 } from './bytes.ts';
import { aloud } from './code.ts';
import { isSigned, signBytes } from './staff-key.ts';

const ROLES = ['recipient', 'custodian', 'decider'] as const;
/**
 * recipient: new reports are sealed to them, and they say who is in the list; custodian: who the reporter is, where that
 * is kept from the team; decider: may be given a case to decide it.
 */
export type RecipientRole = (typeof ROLES)[number];

/** What is signed, as canonical JSON. Keys of the members in the order of the alphabet, no white space, UTF-8. */
export interface Statement {
  format: 'ikrar/recipients/v1';
  agency: string;
  serial: number;
  /** RFC 3339 in UTC. */
  at: string;
  change: 'add' | 'end';
  keyId: string;
  accountId: string;
  role: RecipientRole;
  label: string;
  /** base64url */
  sealPublic: string;
  signPublic: string;
  /** base64url of the SHA-256 of the statement before; null for the first */
  previous: string | null;
}

/** A row of `oversight.recipient`. */
export interface SignedStatement {
  statement: Uint8Array;
  signature: Uint8Array;
  /** Id of the key that signed. */
  signedBy: string;
}

export interface Recipient {
  keyId: string;
  accountId: string;
  role: RecipientRole;
  label: string;
  sealPublic: Uint8Array;
  signPublic: Uint8Array;
  since: string;
  serial: number;
  signedBy: string;
}

/** The statement after these rows, of whom it is about. */
export function nextStatement(
  rows: readonly SignedStatement[],
  about: Omit<Statement, 'format' | 'serial' | 'previous'>,
): Statement {
  const last = rows.at(-1);
  const previous = last ? toText(sha256(last.statement)) : null;
  return { format: 'ikrar/recipients/v1', serial: rows.length, previous, ...about };
}

export function signStatement(
  statement: Statement,
  by: { keyId: string; privateKey: Uint8Array },
): SignedStatement {
  const bytes = bytesOf(statement);
  return { statement: bytes, signature: signBytes(bytes, by.privateKey), signedBy: by.keyId };
}

/**
 * Who is in the list after all these statements, in order. The first is signed by the key that it adds, as recipient;
 * each later one by a key that is recipient then. The last recipient cannot be ended: nobody could add another.
 * @throws SealError bad-chain
 */
export function recipientsOf(agency: string, rows: readonly SignedStatement[]): Recipient[] {
  let list: Recipient[] = [];
  let before: Statement | null = null;
  for (const [serial, row] of rows.entries()) {
    const statement = statementOf(row.statement);
    const expected = serial === 0 ? null : toText(sha256((rows[serial - 1] as SignedStatement).statement));
    must(statement.agency === agency && statement.serial === serial && statement.previous === expected);
    must(before === null || before.at <= statement.at);
    must(row.signature.length === 64 && isSignedBy(row, signerOf(row, statement, list)));
    list = changed(list, statement, row.signedBy);
    before = statement;
  }
  return list;
}

/** Six words for the whole list as it stands: whoever sees other words was shown another list. */
export function chainWords(rows: readonly SignedStatement[]): string {
  const last = rows.at(-1);
  return last ? aloud(sha256(last.statement)) : '';
}

/** @throws SealError bad-chain: not canonical, or not a statement */
export function statementOf(bytes: Uint8Array): Statement {
  try {
    const value: unknown = JSON.parse(fromUtf8(bytes));
    must(isStatement(value) && toText(bytesOf(value)) === toText(bytes));
    return value as Statement;
  } catch {
    throw new SealError('bad-chain');
  }
}

function signerOf(row: SignedStatement, first: Statement, list: readonly Recipient[]): Uint8Array {
  if (list.length === 0) {
    must(first.change === 'add' && first.keyId === row.signedBy && first.role === 'recipient');
    return fromText(first.signPublic);
  }
  const signer = list.find(({ keyId, role }) => keyId === row.signedBy && role === 'recipient');
  if (!signer) throw new SealError('bad-chain');
  return signer.signPublic;
}

/** Signatures that were found good: a server reads the same list for each report, and one check takes milliseconds. */
const good = new Set<string>();
const MOST_GOOD = 10_000;

function isSignedBy({ statement, signature }: SignedStatement, publicKey: Uint8Array): boolean {
  const name = toText(sha256(concat(publicKey, signature, statement)));
  if (good.has(name)) return true;
  if (!isSigned(statement, signature, publicKey)) return false;
  if (good.size >= MOST_GOOD) good.clear();
  good.add(name);
  return true;
}

function changed(list: readonly Recipient[], statement: Statement, signedBy: string): Recipient[] {
  const { keyId, accountId, role, label, at, serial } = statement;
  const [sealPublic, signPublic] = [fromText(statement.sealPublic), fromText(statement.signPublic)];
  const same = list.find((one) => one.keyId === keyId && one.role === role);
  if (statement.change === 'add') {
    must(!same && list.every((one) => one.keyId !== keyId || sameKey(one, statement)));
    const place = { since: at, serial, signedBy };
    return [...list, { keyId, accountId, role, label, sealPublic, signPublic, ...place }];
  }
  must(same !== undefined && sameKey(same, statement));
  const left = list.filter((one) => one !== same);
  must(left.some((one) => one.role === 'recipient'));
  return left;
}

/** One id is one key of one account, whatever its roles. */
function sameKey(one: Recipient, { accountId, sealPublic, signPublic }: Statement): boolean {
  const keys = toText(one.sealPublic) === sealPublic && toText(one.signPublic) === signPublic;
  return keys && one.accountId === accountId;
}

function bytesOf(statement: Statement): Uint8Array {
  const members = Object.entries(statement).sort(([a], [b]) => (a < b ? -1 : 1));
  return utf8(JSON.stringify(Object.fromEntries(members)));
}

const TEXTS = ['agency', 'at', 'keyId', 'accountId', 'label', 'sealPublic', 'signPublic'] as const;

function isStatement(value: unknown): value is Statement {
  if (typeof value !== 'object' || value === null) return false;
  const one = value as Record<string, unknown>;
  const keys = [one.sealPublic, one.signPublic].every((key) => /^[\w-]{43}$/.test(String(key)));
  return (
    one.format === 'ikrar/recipients/v1' &&
    Object.keys(one).length === 12 &&
    TEXTS.every((name) => typeof one[name] === 'string') &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(String(one.at)) &&
    Number.isInteger(one.serial) &&
    (one.change === 'add' || one.change === 'end') &&
    ROLES.some((role) => role === one.role) &&
    (one.previous === null || typeof one.previous === 'string') &&
    keys
  );
}

function must(holds: boolean): void {
  if (!holds) throw new SealError('bad-chain');
}
