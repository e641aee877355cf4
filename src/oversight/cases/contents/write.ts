import type { ClientBase } from 'pg';
import { z } from 'zod';
import { exec, maybe, one } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { recorded } from '../../events/record.ts';
import { FILE_PART, MAX_FILE, RANDOM_ID } from '../../seal/index.ts';
import { sql } from './sql.ts';

const KB = 1024;
/** Version byte, encapsulated key and tag around a padded text (seal/box.ts, seal/pad.ts). */
const SEALED_SIZES = [4, 16, 64, 256, 1024].map((size) => size * KB + 1 + 32 + 16);
const SEALED_PART = FILE_PART + 16;
/** Files of one case, whoever sent them: two hundred full ones are more than any case needs. */
const MOST_FILES = 200;

export interface NewMessage {
  agencyId: string;
  caseId: string;
  n: number;
  audience: 'dialogue' | 'team' | 'own' | 'identity';
  /** account:ID */
  sender: string;
  /** Whose it is, for own notes. */
  keyId: string | null;
  sealed: Uint8Array;
  day: string;
  /** Ids of files that it brings. */
  files: readonly string[];
}

/**
 * A sealed message of the staff. The same again at the same number is the same message (a browser that did not hear the
 * answer); another one at a number that is taken is refused, and whoever wrote takes the next.
 * @throws Refusal cases.sealedForm (422), cases.meanwhile (409), cases.fileIncomplete (422)
 */
export async function addMessage(client: ClientBase, message: NewMessage, now: Date): Promise<void> {
  const { files, ...row } = message;
  const { agencyId, caseId, n, audience, sender } = row;
  mustBeSealed(row.sealed);
  if ((await exec(client, sql.addMessage, row)) === 0) {
    const { day: _, keyId: __, ...same } = row;
    const found = await maybe(client, sql.sameMessage, same, z.object({ same: z.boolean() }));
    if (found?.same) return;
    throw new Refusal('cases.meanwhile', 409);
  }
  for (const id of files)
    if ((await exec(client, sql.tieFile, { agencyId, caseId, id, n })) === 0)
      throw new Refusal('cases.fileIncomplete', 422);
  await recorded(client, {
    ...{ agencyId, caseId, at: now, actor: sender, kind: 'case.message' },
    data: { n, audience, files: files.length },
  });
}

/** The server cannot read it, but it sees whether it has the size of something sealed. @throws Refusal */
export function mustBeSealed(sealed: Uint8Array): void {
  if (sealed[0] !== 1 || !SEALED_SIZES.includes(sealed.length)) throw new Refusal('cases.sealedForm', 422);
}

export interface NewPart {
  agencyId: string;
  caseId: string;
  id: string;
  parts: number;
  n: number;
  sealed: Uint8Array;
  day: string;
}

/** One part of a file; a part that is there stays as it is. @throws Refusal cases.sealedForm, cases.filesMany (422) */
export async function addPart(client: ClientBase, part: NewPart): Promise<void> {
  const { agencyId, caseId, id, parts, n, sealed, day } = part;
  const most = MAX_FILE / FILE_PART;
  if (
    !RANDOM_ID.test(id) ||
    !(parts >= 1 && parts <= most) ||
    !(n >= 0 && n < parts) ||
    sealed.length !== SEALED_PART
  )
    throw new Refusal('cases.sealedForm', 422);
  const place = { agencyId, caseId, id };
  if ((await exec(client, sql.addFile, { ...place, parts, day })) > 0)
    await notTooMany(client, agencyId, caseId);
  const File = z.object({ parts: z.number(), messageN: z.number().nullable() });
  const file = await maybe(client, sql.fileOf, place, File);
  // Attacker: a colleague who adds parts to a file that was already brought by a message.
  if (file?.parts !== parts || file.messageN !== null) throw new Refusal('cases.sealedForm', 422);
  await exec(client, sql.addPart, { ...place, n, sealed });
}

async function notTooMany(client: ClientBase, agencyId: string, caseId: string): Promise<void> {
  const { count } = await one(client, sql.countFiles, { agencyId, caseId }, z.object({ count: z.number() }));
  if (count > MOST_FILES) throw new Refusal('cases.filesMany', 422);
}
