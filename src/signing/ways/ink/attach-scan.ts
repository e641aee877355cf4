import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isDay } from '../../../platform/days.ts';
import { exec, one, transaction } from '../../../platform/db/index.ts';
import { happened } from '../../../platform/events.ts';
import { dateIn } from '../../../platform/format.ts';
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { pactToSign, type Signatory } from '../../may-sign.ts';
import { requireWay } from '../way-setting.ts';
import { sql } from './scan.ts';
import { readScan } from './scan-file.ts';

export interface NewScan {
  /** Calendar date on the paper, YYYY-MM-DD. */
  signedOn: string;
  bytes: Uint8Array;
  /** account:ID */
  by: string;
}

/**
 * Keeps the scan of one person's signed paper until somebody else has compared it. The same file again is the scan
 * that is there already.
 * @returns its id
 * @throws Refusal ink.signedAlready (409), ink.badDate, signing.wayOff (409), those of readScan and pactToSign
 */
export async function attachScan(platform: Platform, signatory: Signatory, scan: NewScan): Promise<string> {
  const now = platform.now();
  const { agency, campaign, person, signed } = signatory;
  const pact = pactToSign(signatory, now);
  await requireWay(platform.pool, agency.id, campaign.id, 'ink');
  if (signed) throw new Refusal('ink.signedAlready', 409, { name: person.name });
  const today = dateIn(now, agency.zone);
  if (!isDay(scan.signedOn) || scan.signedOn > today) throw new Refusal('ink.badDate');
  const { type, bytes } = await readScan(scan.bytes);
  const [agencyId, campaignId, { personId }] = [agency.id, campaign.id, person];
  const sha256 = createHash('sha256').update(bytes).digest();
  const id = newId(now);
  const row = {
    ...{ agencyId, id, campaignId, personId, textDigest: pact.digest, signedOn: scan.signedOn },
    ...{ mediaType: type, sha256, bytes: Buffer.from(bytes), by: scan.by, now },
  };
  return transaction(platform.pool, async (client) => {
    if ((await exec(client, sql.addScan, row)) === 0) {
      const same = { agencyId, campaignId, personId, sha256 };
      return (await one(client, sql.scanByFile, same, z.object({ id: z.string() }))).id;
    }
    const event = { agencyId, at: now, actor: scan.by, subject: personId, data: { campaignId } };
    await happened(client, { ...event, kind: 'scan.attached' });
    return id;
  });
}
