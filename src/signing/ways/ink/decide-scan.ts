import { actor, type Staff } from '../../../access/index.ts';
import { tidyLine } from '../../../campaigns/index.ts';
import { exec, transaction } from '../../../platform/db/index.ts';
import { happened } from '../../../platform/events.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import type { ActEvidence } from '../../../verify/index.ts';
import type { Signer } from '../../batch.ts';
import { pactToSign, signatoryOf } from '../../may-sign.ts';
import { sign } from '../../sign.ts';
import { requireWay } from '../way-setting.ts';
import { KEY_PREFIX, type Scan, scanOf, sql } from './scan.ts';

/**
 * A second person found that scan, name and text belong together: the pact is sealed.
 * Crash point: the decision is committed before the record is sealed. Then the scan stands as confirmed and not sealed,
 * and confirming again, by whomever, seals what was decided, under the same form key.
 * @throws Refusal ink.* (409), and those of signing
 */
export async function confirmScan(
  platform: Platform,
  signer: Signer,
  staff: Staff,
  scan: Scan,
): Promise<void> {
  if (scan.state === 'sealed') return;
  const { agencyId } = staff;
  const holder = { agencyId, campaignId: scan.campaignId, personId: scan.personId };
  const signatory = await signatoryOf(platform.pool, holder);
  refuseDecided(scan);
  await requireWay(platform.pool, agencyId, scan.campaignId, 'ink');
  const pact = pactToSign(signatory, platform.now());
  if (pact.digest !== scan.textDigest) throw new Refusal('ink.otherText', 409);
  if (scan.state === 'waiting') await decide(platform, staff, scan, 'confirmed', null);
  const decided = await scanOf(platform.pool, agencyId, scan.campaignId, scan.id);
  if (decided.verdict !== 'confirmed') throw new Refusal('ink.decidedAlready', 409);
  const outcome = await sign(platform, signer, signatory, {
    ...{ method: 'ink', typedName: signatory.person.name, drawing: null, ceremony: null },
    ...{ ticked: pact.points.map((_, i) => i), textDigest: scan.textDigest, key: `${KEY_PREFIX}${scan.id}` },
    evidence: evidenceOf(decided),
  });
  if (outcome.again && !outcome.same) throw new Refusal('ink.signedAlready', 409, { name: scan.name });
}

/** @throws Refusal ink.noReason, ink.ownScan (409), ink.decidedAlready (409) */
export async function rejectScan(platform: Platform, staff: Staff, scan: Scan, why: string): Promise<void> {
  refuseDecided(scan);
  if (scan.state !== 'waiting') throw new Refusal('ink.decidedAlready', 409);
  const reason = tidyLine(why).slice(0, 500);
  if (reason === '') throw new Refusal('ink.noReason');
  await decide(platform, staff, scan, 'rejected', reason);
}

function refuseDecided({ state, name }: Scan): void {
  if (state === 'unused') throw new Refusal('ink.signedAlready', 409, { name });
  if (state === 'rejected' || state === 'sealed') throw new Refusal('ink.decidedAlready', 409);
}

async function decide(
  { pool, now }: Platform,
  staff: Staff,
  scan: Scan,
  verdict: 'confirmed' | 'rejected',
  reason: string | null,
): Promise<void> {
  const { agencyId } = staff;
  const [by, at] = [actor(staff), now()];
  if (scan.recordedBy === by) throw new Refusal('ink.ownScan', 409);
  const kind = verdict === 'confirmed' ? 'scan.confirmed' : 'scan.rejected';
  await transaction(pool, async (client) => {
    const row = { agencyId, id: scan.id, verdict, reason, by, now: at };
    if ((await exec(client, sql.decide, row)) === 0) throw new Refusal('ink.decidedAlready', 409);
    const data = { campaignId: scan.campaignId, reason };
    await happened(client, { agencyId, at, actor: by, kind, subject: scan.personId, data });
  });
}

function evidenceOf({ sha256, mediaType, recordedAt, decidedAt }: Scan): ActEvidence {
  if (!decidedAt) throw new Error('a scan without a decision is no evidence');
  const [recorded, confirmed] = [recordedAt.toISOString(), decidedAt.toISOString()];
  return { kind: 'ink', scanSha256: sha256, mediaType, recordedAt: recorded, confirmedAt: confirmed };
}
