import {
  type FileKey,
  type FileNote,
  fileKey,
  type IdentityText,
  lookupHash,
  newCaseKeys,
  type Recipient,
  type ReporterKeys,
  type ReportText,
  sealCaseKeys,
  sealTo,
  toText,
  utf8,
} from '../seal/index.ts';

/** Of one report; the same in the browser and in the server's memory (without script). */
export const MOST_FILES = 10;
/** Sealed parts of all files of a report: 60 MB. */
export const MOST_PARTS = 120;

export type Mode = 'identified' | 'confidential' | 'anonymous';

/** What somebody wrote, before it is sealed. */
export interface Written {
  report: Omit<ReportText, 'format' | 'files'>;
  mode: Mode;
  identity: { name: string; contact: string };
  /** Accounts of those who shall not see it. */
  involved: readonly string[];
}

/** What is to be sealed of a file: cleaned already, or wanted as it is. */
export interface Attached {
  bytes: Uint8Array;
  name: string;
  type: string;
  stripped: boolean;
}

/** All that the server gets of a report, besides the parts of files. It can read the mode, who is left out, and sizes. */
export interface SealedReport {
  caseId: string;
  mode: Mode;
  dialoguePublic: Uint8Array;
  teamPublic: Uint8Array;
  mailbox: { lookupHash: Uint8Array; reporterPublic: Uint8Array; sealedDialogue: Uint8Array };
  text: Uint8Array;
  /** Who the reporter is: to each custodian, or in the dialogue (keyId null). */
  identity: readonly { keyId: string | null; sealed: Uint8Array }[];
  access: readonly { keyId: string; sealed: Uint8Array }[];
  involved: readonly string[];
  files: readonly { id: string; parts: number }[];
}

/** To whom a report is sealed: recipients who are not involved, each key once; custodians likewise. */
export function receiversOf(recipients: readonly Recipient[], involved: readonly string[]) {
  const free = recipients.filter(({ accountId }) => !involved.includes(accountId));
  return {
    team: free.filter(({ role }) => role === 'recipient'),
    custodians: free.filter(({ role }) => role === 'custodian'),
  };
}

/** Ids and keys of the files, made before the text that names them is sealed. */
export function notesOf(files: readonly Attached[], newId: () => string): { key: FileKey; note: FileNote }[] {
  return files.map(({ bytes, name, type, stripped }) => {
    const key = fileKey(newId(), bytes.length);
    const { id, length, parts } = key;
    return { key, note: { id, name, type, length, parts, key: toText(key.key), stripped } };
  });
}

/**
 * Seals a report to those who may receive it, with new keys of its own.
 * @throws SealError too-long
 */
export async function sealReport(
  place: { agency: string; caseId: string },
  written: Written,
  notes: readonly FileNote[],
  recipients: readonly Recipient[],
  reporter: ReporterKeys,
): Promise<SealedReport> {
  const { agency, caseId } = place;
  const { mode, involved } = written;
  const keys = await newCaseKeys();
  const at = { agency, case: caseId, from: 'reporter' };
  const { team, custodians } = receiversOf(recipients, involved);
  const text: ReportText = { format: 'ikrar/report/v1', ...written.report, files: [...notes] };
  const dialogue = { ...at, purpose: 'dialogue', to: 'dialogue' } as const;
  const both = new Uint8Array([...keys.dialogue.privateKey, ...keys.dialogue.publicKey]);
  return {
    caseId,
    mode,
    dialoguePublic: keys.dialogue.publicKey,
    teamPublic: keys.team.publicKey,
    mailbox: {
      lookupHash: lookupHash(reporter.lookup),
      reporterPublic: reporter.pair.publicKey,
      sealedDialogue: await sealTo(reporter.pair.publicKey, both, {
        ...{ ...at, purpose: 'mailbox', to: 'reporter' },
      }),
    },
    text: await sealTo(keys.dialogue.publicKey, json(text), dialogue),
    identity: await Promise.all(
      identityFor(written, custodians).map(async (keyId) => {
        const who = json({ format: 'ikrar/identity/v1', ...written.identity });
        if (keyId === null) return { keyId, sealed: await sealTo(keys.dialogue.publicKey, who, dialogue) };
        const to = custodians.find((one) => one.keyId === keyId) as Recipient;
        const bound = { ...at, purpose: 'identity', to: `key:${keyId}` } as const;
        return { keyId, sealed: await sealTo(to.sealPublic, who, bound) };
      }),
    ),
    access: await Promise.all(
      team.map(async ({ keyId, sealPublic }) => ({
        keyId,
        sealed: await sealCaseKeys(keys, { keyId, publicKey: sealPublic }, at),
      })),
    ),
    involved,
    files: notes.map(({ id, parts }) => ({ id, parts })),
  };
}

function identityFor({ mode }: Written, custodians: readonly Recipient[]): (string | null)[] {
  if (mode === 'identified') return [null];
  return mode === 'confidential' ? custodians.map(({ keyId }) => keyId) : [];
}

function json(value: ReportText | IdentityText): Uint8Array {
  return utf8(JSON.stringify(value));
}
