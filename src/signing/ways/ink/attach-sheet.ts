import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import { isDay } from '../../../platform/days.ts';
import { exec, one, transaction } from '../../../platform/db/index.ts';
import { happened } from '../../../platform/events.ts';
import { dateIn } from '../../../platform/format.ts';
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { invitationOf, pactToSign } from '../../may-sign.ts';
import { requireWay } from '../way-setting.ts';
import { readScan } from './scan-file.ts';
import { type Sheet, type SheetRow, sheetRows, sheetSql } from './sheet.ts';

export interface ReturnedSheet {
  agencyId: string;
  sheet: Sheet;
  /** Calendar date on the paper, YYYY-MM-DD. */
  signedOn: string;
  bytes: Uint8Array;
  /** Who signed on it, as whoever records it read the paper. */
  personIds: readonly string[];
  /** account:ID */
  by: string;
}

/**
 * Keeps the file once, and for each name that was ticked a scan that waits for a second person. The same form again
 * adds nothing.
 * @throws Refusal ink.noneTicked, ink.notOnSheet, ink.badDate, ink.otherText (409), ink.signedAlready (409),
 * ink.onOtherPaper (409), ink.rejectedOnFile (409), signing.wayOff (409), those of readScan and pactToSign
 */
export async function attachSheet(platform: Platform, returned: ReturnedSheet): Promise<void> {
  const { pool } = platform;
  const { agencyId, sheet, signedOn, by } = returned;
  const { campaignId, textDigest } = sheet;
  const now = platform.now();
  const invitation = await invitationOf(pool, agencyId, campaignId);
  if (pactToSign(invitation, now).digest !== textDigest) throw new Refusal('ink.otherText', 409);
  await requireWay(pool, agencyId, campaignId, 'ink');
  if (!isDay(signedOn) || signedOn > dateIn(now, invitation.agency.zone)) throw new Refusal('ink.badDate');
  const { type: mediaType, bytes } = await readScan(returned.bytes);
  const sha256 = createHash('sha256').update(bytes).digest();
  const file = { agencyId, sheetId: sheet.id, sha256 };
  await transaction(pool, async (client) => {
    const rows = newRows(await sheetRows(client, agencyId, sheet.id), returned.personIds, sha256);
    const content = { signedOn, mediaType, bytes: Buffer.from(bytes) };
    await exec(client, sheetSql.addSheetFile, { ...file, ...content, id: newId(now), by, now });
    // The date of the file that was there first: one paper has one.
    const kept = await one(client, sheetSql.sheetFileByDigest, file, Kept);
    for (const { personId } of rows) {
      const scan = { ...{ agencyId, campaignId, personId, textDigest, sha256 }, id: newId(now), by, now };
      await addScan(client, { ...scan, signedOn: kept.signedOn, mediaType, fileId: kept.id }, sheet.id);
    }
  });
}

const Kept = z.object({ id: z.string(), signedOn: z.string() });

/**
 * The ticked rows that have no scan of this very file yet. Two papers recorded at the same moment may both get past
 * this; then both wait, and whichever is confirmed first is the signature: a person has one.
 */
function newRows(rows: readonly SheetRow[], ticked: readonly string[], sha256: Buffer): SheetRow[] {
  if (ticked.length === 0) throw new Refusal('ink.noneTicked');
  if (!ticked.every((id) => rows.some(({ personId }) => personId === id)))
    throw new Refusal('ink.notOnSheet');
  const wanted = rows.filter(({ personId, scanSha256 }) => {
    return ticked.includes(personId) && scanSha256 !== sha256.toString('hex');
  });
  for (const { name, signed, scanSha256 } of wanted) {
    if (signed) throw new Refusal('ink.signedAlready', 409, { name });
    if (scanSha256 !== null) throw new Refusal('ink.onOtherPaper', 409, { name });
  }
  return wanted;
}

async function addScan(
  client: ClientBase,
  scan: { agencyId: string; campaignId: string; personId: string; by: string; now: Date } & Record<
    string,
    unknown
  >,
  sheet: string,
): Promise<void> {
  const { agencyId, campaignId, personId, by, now } = scan;
  if ((await exec(client, sheetSql.addSheetScan, scan)) === 0) throw new Refusal('ink.rejectedOnFile', 409);
  const event = { agencyId, at: now, actor: by, subject: personId, data: { campaignId, sheet } };
  await happened(client, { ...event, kind: 'scan.attached' });
}
