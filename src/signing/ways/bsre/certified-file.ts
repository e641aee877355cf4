import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Client, exec, maybe, queries } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import type { ActEvidence } from '../../../verify/index.ts';
import type { SlipHolder } from '../../slip.ts';
import sqlText from './bsre.sql';

const sql = queries(sqlText);

const Row = z.object({
  formKey: z.string(),
  api: z.enum(['v1', 'v2']),
  service: z.string(),
  trial: z.boolean(),
  continues: z.boolean(),
  sha256: z.string(),
});
/** A certified file that came for a form, whether or not a pact was sealed with it. */
export type CertifiedFile = z.output<typeof Row>;

type OfForm = SlipHolder & { formKey: string; textDigest: string };

/** The file that this very form was answered with, under this very text. */
export function fileOfForm(client: Client, form: OfForm): Promise<CertifiedFile | null> {
  return maybe(client, sql.fileOfForm, { ...form }, Row);
}

/** The newest file of a person under this text: where sealing was cut off, signing goes on from it. */
export function lastFile(
  client: Client,
  of: SlipHolder & { textDigest: string },
): Promise<CertifiedFile | null> {
  return maybe(client, sql.lastFile, { ...of }, Row);
}

/** Kept before anything is sealed with it. Of two that came for one form the first stays. */
export async function keepFile(
  client: Client,
  file: OfForm & Pick<CertifiedFile, 'api' | 'service' | 'trial' | 'continues'> & { bytes: Uint8Array },
  now: Date,
): Promise<CertifiedFile> {
  const bytes = Buffer.from(file.bytes);
  const sha256 = createHash('sha256').update(bytes).digest();
  await exec(client, sql.addFile, { ...file, bytes, sha256, now });
  const { agencyId, campaignId, personId, formKey, textDigest } = file;
  const kept = await fileOfForm(client, { agencyId, campaignId, personId, formKey, textDigest });
  if (!kept) throw new Error('a certified file was neither kept nor found');
  return kept;
}

const OfRecord = z.object({ trial: z.boolean(), continues: z.boolean() });

/** What is known of the file that a sealed record names; null where it names none of ours. */
export async function fileOfRecord(client: Client, holder: SlipHolder, evidence: ActEvidence | undefined) {
  if (evidence?.kind !== 'bsre') return null;
  return maybe(client, sql.fileOfRecord, { ...holder, sha256: digestOf(evidence) }, OfRecord);
}

/** Its bytes. @throws Refusal bsre.noFile (404) */
export async function certifiedBytes(
  client: Client,
  holder: SlipHolder,
  evidence: ActEvidence | undefined,
): Promise<Buffer> {
  if (evidence?.kind !== 'bsre') throw new Refusal('bsre.noFile', 404);
  const params = { ...holder, sha256: digestOf(evidence) };
  const file = await maybe(client, sql.fileBytes, params, z.object({ bytes: z.instanceof(Buffer) }));
  if (!file) throw new Refusal('bsre.noFile', 404);
  return file.bytes;
}

function digestOf({ documentSha256 }: { documentSha256: string }): Buffer {
  return Buffer.from(documentSha256, 'hex');
}

export function evidenceOf({ api, service, trial, sha256 }: CertifiedFile): ActEvidence {
  return { kind: 'bsre', api, service, trial, documentSha256: sha256 };
}
