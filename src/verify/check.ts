import { sameBytes, sha256 } from './bytes.ts';
import { type Certificate, readPem } from './certificate.ts';
import { requireChain } from './chain.ts';
import { checkMinutes } from './check-minutes.ts';
import { verifyCheckpoint } from './checkpoint.ts';
import { type Cms, parseCms, requireDigest, requireSignature } from './cms.ts';
import { commitment, encodeEntry } from './entry.ts';
import { FormatError } from './format-error.ts';
import type { MinutesRecord } from './minutes.ts';
import { type OfflineAct, requireClock, requireOfflineAct } from './offline-act.ts';
import { requirePasskey } from './passkey.ts';
import { documentDigest, readPdf, requireWhole, type SealedPdf, sealValue } from './pdf.ts';
import { parsePolicy, requireWitnessed } from './policy.ts';
import type { SealedRecord } from './record.ts';
import { parseSeal, type Seal } from './seal.ts';
import { parseSealed, sealedAt } from './sealed.ts';
import { attempt, type Check, resultOf, Steps } from './steps.ts';
import { textDigest } from './text.ts';
import { parseTimestamp, requireAuthority, requireTimestamp } from './timestamp.ts';
import { parseTlogProof, provesEntry, type TlogProof } from './tlog-proof.ts';
import { parseVkey } from './vkey.ts';

export interface PactCheckInput {
  pdf: Uint8Array;
  /** Trusted root certificates, PEM. */
  roots: readonly string[];
  /** Trusted root certificates of time-stamping authorities, PEM. Asked only of a seal with a time stamp. */
  timestampRoots?: readonly string[];
  /** Seals that the institution in the record has or had, PEM, each with what is above it. Asked only if given. */
  seals?: readonly string[];
  /** Known log keys, as C2SP vkeys; each is named after its log. */
  logKeys: readonly string[];
  /** The text of a `.tlog-proof` for this document. */
  proof?: string;
  /** A tlog-policy: which witnesses must have cosigned. Asked only if given, and adds the check `log-witnessed`. */
  policy?: string;
  /** The digest published for a text and version. Asked only if given, and adds the check `text-published`. */
  knownText?: (id: string, version: number) => string | undefined;
}

export interface PactReport {
  checks: Check[];
  /** Present if readable; to be believed only as far as the checks say. */
  record?: SealedRecord;
  /** The same of minutes. */
  minutes?: MinutesRecord;
  seal?: Seal;
  /** `valid`: every check passed. `invalid`: one failed. `incomplete`: none failed, some could not be made. */
  verdict: 'valid' | 'invalid' | 'incomplete';
}

/** The two attachments of a pact, and of minutes. */
export const attachmentNames = { record: 'ikrar-record.json', seal: 'ikrar-seal.json' } as const;

/**
 * Checks a signed pact, or minutes. Whatever the file holds, the answer is a list of checks; only roots, keys or a policy that
 * cannot be read are thrown, as a `FormatError`, since they are the caller's own.
 */
export async function checkPact(input: PactCheckInput): Promise<PactReport> {
  const roots = input.roots.flatMap(readPem);
  const seals = input.seals?.flatMap((pem) => readPem(pem).slice(0, 1));
  const timestampRoots = (input.timestampRoots ?? []).flatMap(readPem);
  const policy = input.policy === undefined ? undefined : parsePolicy(input.policy);
  const given = input.logKeys.map(parseVkey);
  const logKeys = given.length > 0 ? given : (policy?.logs.map(({ key }) => key) ?? []);
  const steps = new Steps();

  const pdf = steps.make('pdf-readable', [], () => readPdf(input.pdf));
  steps.make('document-whole', [pdf], requireWhole);

  const cms = attempt('seal-signature', [pdf], (file) => parseCms(sealValue(file)));
  steps.make('document-unchanged', [pdf, cms], (file, seal) => requireDigest(seal, documentDigest(file)));
  steps.make('seal-signature', [pdf], () => requireSignature(resultOf(cms)));

  const attached = attempt('record-readable', [pdf], readAttached);
  steps.make(
    'seal-certificate',
    [cms, attached],
    ({ signer, carried }, { at }) => {
      if (roots.length === 0) throw new FormatError('no-roots');
      const chain = requireChain(signer, carried, roots, new Date(at));
      if (seals && !seals.some(({ der }) => sameBytes(der, signer.der)))
        throw new FormatError('seal-of-another');
      return chain;
    },
    ([signer]) => ({ subject: signer?.name ?? '' }),
  );

  if (cms.value?.timestamp)
    steps.make(
      'seal-timestamp',
      [cms, attached],
      (seal, { at }) => requireSealTimestamp(seal, at, timestampRoots),
      (time) => ({ time: time.toISOString() }),
    );

  steps.make('record-readable', [pdf], () => resultOf(attached));
  const { record, minutes, seal } = attached.value ?? {};
  const text = minutes
    ? checkMinutes(steps, minutes, pdf)
    : steps.make('text-digest', [attached], () => ownTextDigest(record as SealedRecord));
  const pledged = minutes ? minutes.text : record?.text;
  if (input.knownText !== undefined && pledged !== null) {
    const { knownText } = input;
    steps.make('text-published', [attached, text], (_, digest) => {
      requirePublished(digest, pledged && knownText(pledged.id, pledged.version));
    });
  }

  if (record?.act.evidence?.kind === 'passkey')
    steps.make('act-evidence', [attached], ({ seal }) => requireEvidence(record, seal));
  if (record?.act.offline) makeOffline(steps, record, record.act.offline);

  const proof = attempt('log-inclusion', [], () => readProof(input.proof));
  steps.make(
    'log-entry',
    [attached],
    ({ seal }) => requirePlace(seal, resultOf(proof)),
    (place) => place,
  );
  steps.make('log-inclusion', [attached], ({ entry }) => requireIncluded(resultOf(proof), entry));
  steps.make(
    'log-head',
    [attached],
    ({ seal }) => {
      const { checkpoint } = resultOf(proof);
      if (logKeys.length === 0) throw new FormatError('no-log-keys');
      const head = verifyCheckpoint(checkpoint, logKeys);
      if (head.origin !== seal.origin) throw new FormatError('origin-mismatch');
      return head;
    },
    ({ origin, size }) => ({ origin, size: String(size) }),
  );
  if (policy !== undefined) {
    steps.make(
      'log-witnessed',
      [attached],
      () => requireWitnessed(resultOf(proof).checkpoint, policy),
      (witnesses) => ({ witnesses: witnesses.map(({ name }) => name).join(', ') }),
    );
  }

  return {
    ...{ checks: steps.checks, verdict: steps.verdict() },
    ...(record && { record }),
    ...(minutes && { minutes }),
    ...(seal && { seal }),
  };
}

/** A record of the one kind or of the other. */
interface Attached {
  record?: SealedRecord;
  minutes?: MinutesRecord;
  /** When it was sealed. */
  at: string;
  seal: Seal;
  /** The log entry recomputed from both. */
  entry: Uint8Array;
}

function readAttached(pdf: SealedPdf): Attached {
  const bytes = attachment(pdf, attachmentNames.record);
  const seal = parseSeal(attachment(pdf, attachmentNames.seal));
  const sealed = parseSealed(bytes);
  const entry = encodeEntry({ kind: sealed.kind, commitment: commitment(seal.salt, bytes) });
  const whole = { at: sealedAt(sealed), seal, entry };
  return sealed.kind === 'minutes' ? { minutes: sealed, ...whole } : { record: sealed, ...whole };
}

function attachment(pdf: SealedPdf, name: string): Uint8Array {
  const bytes = pdf.attachments.get(name);
  if (bytes === undefined) throw new FormatError('no-attachment', { name });
  return bytes;
}

/** How far the clock of the server may have been ahead. */
const clockToleranceMs = 5 * 60_000;

/** The time stamp is over the signature value: the seal existed then. */
function requireSealTimestamp(cms: Cms, at: string, roots: readonly Certificate[]): Date {
  const stamp = parseTimestamp(cms.timestamp as Uint8Array);
  requireTimestamp(stamp, sha256(cms.signature));
  if (stamp.time.getTime() + clockToleranceMs < new Date(at).getTime())
    throw new FormatError('timestamp-too-early');
  requireAuthority(stamp, roots);
  return stamp.time;
}

function ownTextDigest({ text }: SealedRecord): string {
  if (textDigest(text) !== text.digest) throw new FormatError('text-digest-mismatch');
  return text.digest;
}

/** Only of a passkey can the act itself be checked again by anybody, from the record alone. */
function requireEvidence(record: SealedRecord, { verifyUrl }: Seal): void {
  const { evidence } = record.act;
  if (evidence?.kind === 'passkey') requirePasskey(record, evidence, verifyUrl);
}

/** The device's clock is nobody's but the device's: a doubt about it leaves the signature as good as it was. */
function makeOffline(steps: Steps, record: SealedRecord, offline: OfflineAct): void {
  steps.make('act-offline', [], () => requireOfflineAct(record, offline));
  steps.make('act-offline-clock', [], () => requireClock(record, offline));
}

function requirePublished(digest: string, published: string | undefined): void {
  if (published === undefined) throw new FormatError('text-not-known');
  if (published !== digest) throw new FormatError('text-not-published');
}

function readProof(text: string | undefined): TlogProof {
  if (text === undefined) throw new FormatError('no-proof');
  return parseTlogProof(text);
}

function requirePlace(seal: Seal, proof: TlogProof): { index: string } {
  if (proof.index !== seal.index) throw new FormatError('entry-index-mismatch');
  return { index: String(seal.index) };
}

function requireIncluded(proof: TlogProof, entry: Uint8Array): void {
  if (!provesEntry(proof, entry)) throw new FormatError('inclusion-mismatch');
}
