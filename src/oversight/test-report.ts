import type { Pool } from 'pg';
import {
  type Bound,
  type CaseKeys,
  type Contents,
  concat,
  FILE_PART,
  type FileNote,
  fileKey,
  lookupHash,
  newCaseKeys,
  newRandomId,
  newReturnCode,
  type Recipient,
  type ReporterKeys,
  type ReportText,
  readCode,
  reporterKeys,
  sealCaseKeys,
  sealPart,
  sealTo,
  toText,
  utf8,
} from './seal/index.ts';
import { nodeSlowHash } from './slow-hash.ts';

export interface ReportWish {
  /** Changes to a report in plain words. */
  text?: Partial<ReportText>;
  mode?: 'identified' | 'confidential' | 'anonymous';
  /** Who the reporter is; for all but anonymous. */
  identity?: { name: string; contact: string };
  files?: { name: string; type: string; bytes: Uint8Array }[];
  /** 'YYYY-MM-DD'; today where nothing is said. */
  arrivedOn?: string;
  sealedIn?: 'browser' | 'server';
}

export interface Reported {
  caseId: string;
  /** Nine words. */
  code: string;
  reporter: ReporterKeys;
  keys: CaseKeys;
  report: ReportText;
}

/** What a reporter's browser makes, in the rows in which the server keeps it. */
export async function reportAs(
  pool: Pool,
  agencyId: string,
  list: readonly Recipient[],
  wish: ReportWish,
  now: Date,
): Promise<Reported> {
  const { mode = 'anonymous', arrivedOn = now.toISOString().slice(0, 10), sealedIn = 'browser' } = wish;
  const [caseId, code, keys] = [newRandomId(), newReturnCode(), await newCaseKeys()];
  const reporter = await keysOfCode(code);
  const place = { agencyId, caseId, day: arrivedOn };
  const [dialogue, team] = [keys.dialogue.publicKey, keys.team.publicKey];
  const file = [agencyId, caseId, 'report', arrivedOn, sealedIn, mode, dialogue, team];
  await pool.query('insert into oversight.case_file values ($1, $2, $3, $4, $5, $6, $7, $8)', file);
  await mailbox(pool, place, keys, reporter);
  await access(pool, place, keys, list, now);
  const step = [agencyId, caseId, arrivedOn, '{}', new Date(arrivedOn)];
  await pool.query(
    `insert into oversight.step values ($1, $2, 0, 'triage', 'received', $3, $4, '{}', null, 'reporter', $5)`,
    step,
  );
  const notes = await Promise.all((wish.files ?? []).map((one) => storeFile(pool, place, one)));
  const report = { ...plainReport(), ...wish.text, files: notes };
  await message(pool, place, { n: 0, to: dialogue, contents: report });
  if (mode !== 'anonymous') await identity(pool, place, { keys, list, mode, wish });
  return { caseId, code, reporter, keys, report };
}

export async function keysOfCode(code: string): Promise<ReporterKeys> {
  const read = readCode(code);
  if (!('bits' in read)) throw new Error('no code');
  return reporterKeys(read.bits, nodeSlowHash);
}

interface Place {
  agencyId: string;
  caseId: string;
  day: string;
}

function plainReport(): ReportText {
  return {
    format: 'ikrar/report/v1',
    what: 'Seorang pejabat contoh membagikan selebaran calon contoh pada jam kerja.',
    who: { name: 'Terlapor Contoh', post: 'Kepala Seksi', unit: 'Dinas Contoh' },
    when: '2024-09-16',
    where: 'Kantor Dinas Contoh',
    how: 'Saya ada di ruangan itu.',
    files: [],
  };
}

async function mailbox(
  pool: Pool,
  { agencyId, caseId }: Place,
  { dialogue }: CaseKeys,
  reporter: ReporterKeys,
): Promise<void> {
  const bound = { agency: agencyId, case: caseId, from: 'reporter', to: 'reporter' } as const;
  const both = concat(dialogue.privateKey, dialogue.publicKey);
  const sealed = await sealTo(reporter.pair.publicKey, both, { ...bound, purpose: 'mailbox' });
  const row = [agencyId, caseId, lookupHash(reporter.lookup), reporter.pair.publicKey, sealed];
  await pool.query('insert into oversight.mailbox values ($1, $2, $3, $4, $5)', row);
}

async function access(
  pool: Pool,
  { agencyId, caseId, day }: Place,
  keys: CaseKeys,
  list: readonly Recipient[],
  now: Date,
): Promise<void> {
  for (const { keyId, sealPublic: publicKey, role } of list) {
    if (role !== 'recipient') continue;
    const from = { agency: agencyId, case: caseId, from: 'reporter' };
    const sealed = await sealCaseKeys(keys, { keyId, publicKey }, from);
    const row = [agencyId, caseId, keyId, newRandomId(), sealed, 'reporter', new Date(day)];
    await pool.query('insert into oversight.case_access values ($1, $2, $3, $4, $5, $6, $7)', row);
  }
  await pool.query(`insert into oversight.event values ($1, $2, $3, $4, 'reporter', 'case.reported', '{}')`, [
    agencyId,
    newRandomId(),
    caseId,
    new Date(now.toISOString().slice(0, 10)),
  ]);
}

async function identity(
  pool: Pool,
  place: Place,
  of: { keys: CaseKeys; list: readonly Recipient[]; mode: 'identified' | 'confidential'; wish: ReportWish },
): Promise<void> {
  const { name, contact } = of.wish.identity ?? { name: 'Pelapor Contoh', contact: '' };
  const contents = { format: 'ikrar/identity/v1', name, contact } as const;
  if (of.mode === 'identified') {
    await message(pool, place, { n: 1, to: of.keys.dialogue.publicKey, contents });
    return;
  }
  const custodians = of.list.filter(({ role }) => role === 'custodian');
  for (const [i, { keyId, sealPublic }] of custodians.entries())
    await message(pool, place, { n: i + 1, to: sealPublic, contents, keyId });
}

async function message(
  pool: Pool,
  { agencyId, caseId, day }: Place,
  of: { n: number; to: Uint8Array; contents: Contents; keyId?: string },
): Promise<void> {
  const { n, keyId = null } = of;
  const audience = keyId ? 'identity' : 'dialogue';
  const bound: Bound = {
    ...{ agency: agencyId, case: caseId, purpose: audience, from: 'reporter' },
    to: keyId ? `key:${keyId}` : 'dialogue',
  };
  const sealed = await sealTo(of.to, utf8(JSON.stringify(of.contents)), bound);
  const row = [agencyId, caseId, n, audience, 'reporter', keyId, sealed, day];
  await pool.query('insert into oversight.message values ($1, $2, $3, $4, $5, $6, $7, $8)', row);
}

async function storeFile(
  pool: Pool,
  { agencyId, caseId, day }: Place,
  { name, type, bytes }: { name: string; type: string; bytes: Uint8Array },
): Promise<FileNote> {
  const file = fileKey(newRandomId(), bytes.length);
  const row = [agencyId, caseId, file.id, 0, file.parts, day];
  await pool.query('insert into oversight.file values ($1, $2, $3, $4, $5, $6)', row);
  for (let n = 0; n < file.parts; n++) {
    const sealed = sealPart(file, n, bytes.subarray(n * FILE_PART, (n + 1) * FILE_PART));
    const part = [agencyId, caseId, file.id, n, sealed];
    await pool.query('insert into oversight.file_part values ($1, $2, $3, $4, $5)', part);
  }
  const { id, key, length, parts } = file;
  return { id, name, type, length, parts, key: toText(key), stripped: true };
}
