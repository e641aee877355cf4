import type { ClientBase } from 'pg';
import { checkLine, refuseProblems, tidyLines } from '../../campaigns/index.ts';
import { exec } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { Refusal } from '../../platform/refusal.ts';
import { checkTypedName } from '../../signing/index.ts';
import { draftOf, type Signer, sql } from './minutes.ts';
import type { SignerPlace } from './signer-code.ts';

/** How it came: by the signer's link or on the clerk's device, and by whom as events name them. */
export interface Came {
  method: 'link' | 'device';
  by: string;
}

/**
 * Signs a draft. A second time changes nothing.
 * @throws Refusal signing.nameDiffers, minutes.superseded (409)
 */
export async function signMinutes(
  client: ClientBase,
  place: SignerPlace,
  signer: Signer,
  sent: Came & { typedName: string; drawing: string | null },
  now: Date,
): Promise<void> {
  const typedName = checkTypedName(sent.typedName, signer.name);
  const row = { kind: 'signed', typedName, drawing: sent.drawing, objection: null };
  if (!(await addMark(client, place, sent, row, now))) return;
  await happened(client, {
    ...{
      agencyId: place.agencyId,
      at: now,
      actor: sent.by,
      kind: 'minutes.signed',
      subject: place.ceremonyId,
    },
    data: { draft: place.draft, role: signer.role, method: sent.method },
  });
}

const LONGEST_OBJECTION = 2000;

/**
 * Refuses to sign, with the reason. A second time changes nothing.
 * @throws Refusal minutes.noObjection, campaigns.tooLong, campaigns.unprintable, minutes.superseded (409)
 */
export async function objectToMinutes(
  client: ClientBase,
  place: SignerPlace,
  signer: Signer,
  sent: Came & { objection: string },
  now: Date,
): Promise<void> {
  const objection = tidyLines(sent.objection);
  if (objection === '') throw new Refusal('minutes.noObjection');
  refuseProblems(checkLine('objection', objection, LONGEST_OBJECTION));
  const row = { kind: 'objected', typedName: null, drawing: null, objection };
  if (!(await addMark(client, place, sent, row, now))) return;
  await happened(client, {
    ...{
      agencyId: place.agencyId,
      at: now,
      actor: sent.by,
      kind: 'minutes.objected',
      subject: place.ceremonyId,
    },
    data: { draft: place.draft, role: signer.role, method: sent.method },
  });
}

type Row = { kind: string; typedName: string | null; drawing: string | null; objection: string | null };

/** The database decides between two that come at once. @returns whether this one is the first */
async function addMark(
  client: ClientBase,
  place: SignerPlace,
  { method, by }: Came,
  row: Row,
  now: Date,
): Promise<boolean> {
  const newest = await draftOf(client, place);
  if (newest?.draft !== place.draft) throw new Refusal('minutes.superseded', 409);
  return (await exec(client, sql.addMark, { ...place, ...row, method, by, now })) > 0;
}
