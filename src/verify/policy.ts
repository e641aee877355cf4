import { hex, sameBytes } from './bytes.ts';
import { verifyCheckpoint } from './checkpoint.ts';
import { parseWitnessVkey, verifyCosignatures, type WitnessKey } from './cosignature.ts';
import { FormatError } from './format-error.ts';
import { parseNote } from './note.ts';
import { parseVkey, type VerifierKey } from './vkey.ts';

/** C2SP tlog-policy: which logs are known, and which witnesses must have cosigned a head before it is believed. */
export interface Policy {
  /** May be empty where the logs are known otherwise. A log is here also the installation that it belongs to. */
  logs: readonly { key: VerifierKey; url: string | null }[];
  witnesses: readonly PolicyWitness[];
  /** In order: each names only witnesses and groups before it. */
  groups: readonly PolicyGroup[];
  /** A witness or a group; null is `quorum none`. */
  quorum: string | null;
}

export interface PolicyWitness {
  /** Of this file only. */
  name: string;
  key: WitnessKey;
  /** Where the witness takes heads, as tlog-witness calls its submission prefix. */
  url: string | null;
}

export interface PolicyGroup {
  name: string;
  /** How many members must have witnessed. */
  threshold: number;
  members: readonly string[];
}

/** The document asks for at least 32 of each. */
const most = { log: 64, witness: 64, group: 64 } as const;
const maxLength = 262_144;

/** @throws FormatError `too-large` | `bad-policy`, where `line` is counted from 1 and 0 is the whole file */
export function parsePolicy(text: string): Policy {
  if (text.length > maxLength) throw new FormatError('too-large');
  const reader = new Reader();
  text.split('\n').forEach((line, i) => {
    try {
      reader.read(line);
    } catch (error) {
      if (error instanceof FormatError) throw new FormatError('bad-policy', { line: String(i + 1) });
      throw error;
    }
  });
  return reader.policy();
}

/** Whether these witnesses are enough. */
export function meetsQuorum(policy: Policy, cosigned: readonly WitnessKey[]): boolean {
  const has = new Set<string>();
  for (const { name, key } of policy.witnesses)
    if (cosigned.some((one) => sameBytes(one.witnessKey, key.witnessKey))) has.add(name);
  for (const { name, threshold, members } of policy.groups)
    if (members.filter((member) => has.has(member)).length >= threshold) has.add(name);
  return policy.quorum === null || has.has(policy.quorum);
}

/** The smallest number of witnesses that can meet the quorum. */
export function leastWitnesses(policy: Policy): number {
  const least = new Map(policy.witnesses.map(({ name }) => [name, 1]));
  for (const { name, threshold, members } of policy.groups) {
    const costs = members.map((member) => least.get(member) as number).sort((a, b) => a - b);
    least.set(
      name,
      costs.slice(0, threshold).reduce((sum, cost) => sum + cost, 0),
    );
  }
  return policy.quorum === null ? 0 : (least.get(policy.quorum) as number);
}

/**
 * The witnesses that cosigned a head as the policy asks.
 * @throws FormatError `quorum-not-met` | `note-unsigned` | `note-bad-signature` and those of parsing
 */
export function requireWitnessed(checkpoint: string, policy: Policy): PolicyWitness[] {
  const note = parseNote(checkpoint);
  const logs = policy.logs.map(({ key }) => key);
  if (logs.length > 0) verifyCheckpoint(checkpoint, logs);
  const keys = policy.witnesses.map(({ key }) => key);
  const cosigned = verifyCosignatures(note, keys).map(({ key }) => key);
  if (!meetsQuorum(policy, cosigned)) {
    const counts = { have: String(cosigned.length), needed: String(leastWitnesses(policy)) };
    throw new FormatError('quorum-not-met', counts);
  }
  return policy.witnesses.filter(({ key }) => cosigned.includes(key));
}

/** Takes a policy line by line. */
class Reader {
  readonly #logs: Policy['logs'][number][] = [];
  readonly #witnesses: PolicyWitness[] = [];
  readonly #groups: PolicyGroup[] = [];
  readonly #names = new Set<string>();
  readonly #members = new Set<string>();
  readonly #keys = new Set<string>();
  #quorum: string | null | undefined;

  read(line: string): void {
    if (!line.isWellFormed() || /[^\t\u0020-\u007e\u0080-\u{10ffff}]/u.test(line)) throw bad();
    const [kind, ...words] = line.split(/[ \t]+/).filter((word) => word !== '');
    if (kind === undefined || kind.startsWith('#')) return;
    if (kind === 'log') this.#log(words);
    else if (kind === 'witness') this.#witness(words);
    else if (kind === 'group') this.#group(words);
    else if (kind === 'quorum') this.#setQuorum(words);
    else throw bad();
  }

  policy(): Policy {
    if (this.#quorum === undefined) throw new FormatError('bad-policy', { line: '0' });
    return { logs: this.#logs, witnesses: this.#witnesses, groups: this.#groups, quorum: this.#quorum };
  }

  #log(words: string[]): void {
    const [vkey, url = null] = expect(words, 1, 2);
    const key = parseVkey(vkey as string);
    this.#once(`log ${hex(key.publicKey)}`);
    if (this.#logs.length === most.log) throw bad();
    this.#logs.push({ key, url });
  }

  #witness(words: string[]): void {
    const [name, vkey, url = null] = expect(words, 2, 3);
    const key = parseWitnessVkey(vkey as string);
    this.#once(`witness ${hex(key.witnessKey)}`);
    this.#define(name as string);
    if (this.#witnesses.length === most.witness) throw bad();
    this.#witnesses.push({ name: name as string, key, url });
  }

  #group(words: string[]): void {
    const [name, k, ...members] = expect(words, 3, words.length);
    for (const member of members) {
      if (!this.#names.has(member) || this.#members.has(member)) throw bad();
      this.#members.add(member);
    }
    const threshold = thresholdOf(k as string, members.length);
    this.#define(name as string);
    if (this.#groups.length === most.group) throw bad();
    this.#groups.push({ name: name as string, threshold, members });
  }

  #setQuorum(words: string[]): void {
    const [name] = expect(words, 1, 1) as [string];
    if (this.#quorum !== undefined || (name !== 'none' && !this.#names.has(name))) throw bad();
    this.#quorum = name === 'none' ? null : name;
  }

  #define(name: string): void {
    if (name === 'none' || this.#names.has(name)) throw bad();
    this.#names.add(name);
  }

  /** The same key twice would let one signer count as two. */
  #once(key: string): void {
    if (this.#keys.has(key)) throw bad();
    this.#keys.add(key);
  }
}

function expect(words: string[], least: number, greatest: number): string[] {
  if (words.length < least || words.length > greatest) throw bad();
  return words;
}

function thresholdOf(word: string, members: number): number {
  if (word === 'any') return 1;
  if (word === 'all') return members;
  const k = Number(word);
  if (!/^[1-9]\d{0,2}$/.test(word) || k > members) throw bad();
  return k;
}

function bad(): FormatError {
  return new FormatError('bad-policy');
}
