import type { ClientBase } from 'pg';
import { sealMinutes } from '../../evidence/index.ts';
import { exec } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import type { Platform } from '../../platform/platform.ts';
import { randomPart } from '../../platform/random.ts';
import { Refusal } from '../../platform/refusal.ts';
import { formatReceipt, type MinutesRecord } from '../../verify/index.ts';
import { type Draft, draftOf, type Signer, signersOf, sql, versionsOf, type Where } from './minutes.ts';
import { picturesOf } from './sources.ts';

/**
 * Seals the newest draft with the signatures given so far as this version, and logs it, in one transaction. A version
 * that is there already stays as it is: a button pressed twice seals once.
 * @throws Refusal minutes.notFrozen, minutes.sealedMeanwhile, minutes.nothingNew, minutes.photoGone (409)
 */
export async function sealDraft(
  client: ClientBase,
  platform: Platform,
  where: Where & { by: string },
  version: number,
): Promise<void> {
  const { agencyId, ceremonyId, by } = where;
  const at = { agencyId, ceremonyId };
  const began = platform.now();
  await exec(client, sql.hold, at);
  const [newest] = await versionsOf(client, at);
  if (newest && version <= newest.version) return;
  if (version !== (newest?.version ?? 0) + 1) throw new Refusal('minutes.sealedMeanwhile', 409);
  const draft = await draftOf(client, at);
  if (!draft) throw new Refusal('minutes.notFrozen', 409);
  const signers = await signersOf(client, at, draft.draft);
  const marks = marksOf(signers);
  if (newest?.draft === draft.draft && newest.marks === marks) throw new Refusal('minutes.nothingNew', 409);
  const now = platform.now();
  const record = recordOf(draft, signers, { version, replaces: newest?.receipt ?? null }, now);
  const pictures = await picturesOf(client, at, record.photos);
  const { receipt, index } = await sealMinutes(client, platform, record, pictures);
  const tookMs = platform.now().getTime() - began.getTime();
  const row = { ...at, version, draft: draft.draft, receipt, marks };
  await exec(client, sql.addVersion, { ...row, by, now, tookMs });
  const data = { version, draft: draft.draft, receipt, index, marks, of: signers.length };
  await happened(client, { agencyId, at: now, actor: by, kind: 'minutes.sealed', subject: ceremonyId, data });
}

/** How many of them signed or objected. */
export function marksOf(signers: readonly Signer[]): number {
  return signers.filter(({ kind }) => kind !== null).length;
}

function recordOf(
  { content, digest }: Draft,
  signers: readonly Signer[],
  numbered: { version: number; replaces: string | null },
  now: Date,
): MinutesRecord {
  return {
    ...content,
    ceremony: { ...content.ceremony, ...numbered },
    receipt: formatReceipt(randomPart(10)),
    content: digest,
    signatures: signers.map(signatureOf),
    at: now.toISOString(),
  };
}

function signatureOf(signer: Signer): MinutesRecord['signatures'][number] {
  const { role, name, office, institution, kind, typedName, drawing, method, markedAt, objection } = signer;
  const who = { role, name, office, institution };
  const unsigned = { signedAt: null, typedName: null, drawing: null, method: null };
  if (kind === 'signed')
    return { ...who, signedAt: String(markedAt?.toISOString()), typedName, drawing, method };
  if (objection === null || markedAt === null) return { ...who, ...unsigned };
  return { ...who, ...unsigned, objection: { text: objection, at: markedAt.toISOString() } };
}
