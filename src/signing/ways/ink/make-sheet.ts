import { z } from 'zod';
import { unitsBelow } from '../../../agencies/index.ts';
import { exec, many, transaction } from '../../../platform/db/index.ts';
import { happened } from '../../../platform/events.ts';
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { invitationOf, pactToSign } from '../../may-sign.ts';
import { requireWay } from '../way-setting.ts';
import { sheetSql } from './sheet.ts';

/** More rows than this nobody compares one by one in a sitting. */
export const MOST_ROWS = 200;

const Person = z.object({ personId: z.string() });

/**
 * Fixes a paper for a unit and all below it: the text as it stands now, and a row for everybody who can still sign.
 * @returns its id
 * @throws Refusal ink.nobodyLeft (409), ink.tooManyRows (409), signing.wayOff (409), those of pactToSign
 */
export async function makeSheet(
  platform: Platform,
  on: { agencyId: string; campaignId: string; unitId: string; by: string },
): Promise<string> {
  const { pool } = platform;
  const { agencyId, campaignId, unitId, by } = on;
  const now = platform.now();
  const { digest: textDigest } = pactToSign(await invitationOf(pool, agencyId, campaignId), now);
  await requireWay(pool, agencyId, campaignId, 'ink');
  const unitIds = await unitsBelow(pool, agencyId, [unitId]);
  const people = await many(pool, sheetSql.sheetCandidates, { agencyId, campaignId, unitIds }, Person);
  if (people.length === 0) throw new Refusal('ink.nobodyLeft', 409);
  if (people.length > MOST_ROWS)
    throw new Refusal('ink.tooManyRows', 409, { count: people.length, limit: MOST_ROWS });
  const id = newId(now);
  const personIds = people.map(({ personId }) => personId);
  await transaction(pool, async (client) => {
    await exec(client, sheetSql.addSheet, {
      agencyId,
      id,
      campaignId,
      unitId,
      textDigest,
      personIds,
      by,
      now,
    });
    const data = { campaignId, unitId, rows: personIds.length };
    await happened(client, { agencyId, at: now, actor: by, kind: 'sheet.made', subject: id, data });
  });
  return id;
}
