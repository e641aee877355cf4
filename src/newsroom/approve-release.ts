import type { ClientBase } from 'pg';
import { campaignOf } from '../campaigns/index.ts';
import { ceremonyHead } from '../ceremonies/index.ts';
import { registerNow } from '../law/index.ts';
import { type Client, exec } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import type { Lang } from '../platform/i18n.ts';
import { Refusal } from '../platform/refusal.ts';
import { type TextFinding, textFindings } from './findings.ts';
import { type Mark, openMarks } from './marks.ts';
import { type Release, releaseOf, sql } from './release.ts';

/** What stands between a version and its approval, and what is only worth knowing. */
export interface Review {
  readonly marks: readonly Mark[];
  readonly findings: readonly TextFinding[];
  readonly mayApprove: boolean;
}

export async function reviewOf(client: Client, release: Release, lang: Lang): Promise<Review> {
  const { agencyId, campaignId, ceremonyId, title, body } = release;
  const campaign = await campaignOf(client, agencyId, campaignId);
  const on = ceremonyId ? (await ceremonyHead(client, agencyId, ceremonyId)).heldOn : null;
  const marks = openMarks(title, body);
  const findings = textFindings({ title, body }, { on, campaign, lang, register: await registerNow(client) });
  return {
    marks,
    findings,
    mayApprove: marks.length === 0 && findings.every((one) => one.severity !== 'error'),
  };
}

/**
 * Approves the latest version for the public; a second approval of it changes nothing.
 * @throws Refusal newsroom.changedMeanwhile (409) where `version` is not the latest; newsroom.marksLeft,
 *   newsroom.errorsLeft with their number; newsroom.unknown (404)
 */
export async function approveRelease(
  client: ClientBase,
  approval: { agencyId: string; id: string; version: number; by: string },
  now: Date,
): Promise<void> {
  const { agencyId, id, version, by } = approval;
  const release = await releaseOf(client, agencyId, id);
  if (release.version !== version) throw new Refusal('newsroom.changedMeanwhile', 409);
  const { marks, findings } = await reviewOf(client, release, 'id');
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  if (marks.length > 0) throw new Refusal('newsroom.marksLeft', 422, { n: marks.length });
  if (errors > 0) throw new Refusal('newsroom.errorsLeft', 422, { n: errors });
  if ((await exec(client, sql.addApproval, { agencyId, id, version, by, now })) === 0) return;
  const data = { version, title: release.title };
  await happened(client, { agencyId, at: now, actor: by, kind: 'release.approved', subject: id, data });
}
