import type { ClientBase } from 'pg';
import { z } from 'zod';
import { type Client, exec, many } from '../../platform/db/index.ts';
import { addMessage } from '../cases/contents/write.ts';
import { recorded } from '../events/record.ts';
import { newRandomId } from '../seal/index.ts';
import { KINDS, type Kind } from './kinds.ts';
import { sql } from './texts.ts';

const Document = z.object({
  id: z.string(),
  kind: z.enum(KINDS),
  sha256: z.string(),
  pdfFile: z.string(),
  docxFile: z.string(),
  textN: z.number().nullable(),
  by: z.string(),
  at: z.date(),
});
export type Document = z.output<typeof Document>;

/** What was made for a case, oldest first: versions of a kind stand one behind the other. */
export function documentsOf(client: Client, agencyId: string, caseId: string): Promise<Document[]> {
  return many(client, sql.documents, { agencyId, caseId }, Document);
}

export interface NewDocument {
  agencyId: string;
  caseId: string;
  kind: Kind;
  /** Of the sealed PDF. */
  sha256: Buffer;
  pdfFile: string;
  docxFile: string;
  textN: number | null;
  /** The team's message that brings both files, sealed in the browser. */
  message: { n: number; sealed: Uint8Array; day: string };
  by: string;
}

/** Keeps a document: its files came before, part by part. @throws Refusal as addMessage */
export async function addDocument(client: ClientBase, wish: NewDocument, now: Date): Promise<string> {
  const { agencyId, caseId, kind, sha256, pdfFile, docxFile, textN, message, by } = wish;
  const files = [pdfFile, docxFile];
  const team = { audience: 'team', sender: by, keyId: null } as const;
  await addMessage(client, { agencyId, caseId, ...team, ...message, files }, now);
  const row = { agencyId, caseId, id: newRandomId(), kind, sha256, pdfFile, docxFile, textN, by, at: now };
  await exec(client, sql.addDocument, row);
  await recorded(client, {
    ...{ agencyId, caseId, at: now, actor: by, kind: 'case.document' },
    data: { document: row.id, paper: kind, digest: sha256.toString('hex') },
  });
  return row.id;
}

/** Names of those who made them, by account. */
export async function makersOf(client: Client, documents: readonly Pick<Document, 'by'>[]) {
  const ids = [...new Set(documents.map(({ by }) => by.replace(/^account:/, '')))];
  const rows = await many(client, sql.names, { ids }, z.object({ id: z.string(), name: z.string() }));
  return new Map(rows.map(({ id, name }) => [`account:${id}`, name]));
}
