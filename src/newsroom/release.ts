import type { ClientBase } from 'pg';
import { z } from 'zod';
import { tidyLine, tidyLines, unprintable } from '../campaigns/index.ts';
import { type Client, exec, many, maybe, queries } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { newId } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import sqlText from './newsroom.sql';

export const sql = queries(sqlText);

export const RELEASE_LIMITS = { title: 300, body: 50_000 } as const;

const Release = z.object({
  agencyId: z.string(),
  id: z.string(),
  campaignId: z.string(),
  ceremonyId: z.string().nullable(),
  title: z.string(),
  body: z.string(),
  version: z.number(),
  isExample: z.boolean(),
  createdAt: z.date(),
  /** When this very version was approved; null where it was not. */
  approvedAt: z.date().nullable(),
});
/** One version of a release. */
export type Release = z.output<typeof Release>;

export interface NewRelease {
  agencyId: string;
  campaignId: string;
  ceremonyId: string | null;
  title: string;
  body: string;
  isExample: boolean;
  by: string;
  id?: string;
}

/** @returns its id, with version 1. @throws Refusal newsroom.noTitle, newsroom.noBody, newsroom.tooLong, newsroom.unprintable */
export async function createRelease(client: ClientBase, release: NewRelease, now: Date): Promise<string> {
  const { agencyId, campaignId, ceremonyId, isExample, by, id = newId(now) } = release;
  const { title, body } = checked(release);
  await addVersion(
    client,
    { agencyId, id, campaignId, ceremonyId, title, body, isExample, by, version: 1 },
    now,
  );
  return id;
}

/**
 * Adds the next version after `after`; the same text adds none.
 * @throws Refusal as createRelease; newsroom.changedMeanwhile (409) where `after` is no longer the latest
 */
export async function saveRelease(
  client: ClientBase,
  latest: Release,
  next: { title: string; body: string; after: number; by: string },
  now: Date,
): Promise<number> {
  const { title, body } = checked(next);
  if (next.after !== latest.version) throw new Refusal('newsroom.changedMeanwhile', 409);
  if (title === latest.title && body === latest.body) return latest.version;
  const version = latest.version + 1;
  const { agencyId, id, campaignId, ceremonyId, isExample } = latest;
  await addVersion(
    client,
    { agencyId, id, campaignId, ceremonyId, isExample, title, body, by: next.by, version },
    now,
  );
  return version;
}

/** The newest version. @throws Refusal newsroom.unknown (404) */
export async function releaseOf(client: Client, agencyId: string, id: string): Promise<Release> {
  const found = await maybe(client, sql.latest, { agencyId, id }, Release);
  if (!found) throw new Refusal('newsroom.unknown', 404);
  return found;
}

/** The newest version of each release of a campaign, the latest first. */
export async function releasesOf(client: Client, agencyId: string, campaignId: string): Promise<Release[]> {
  const found = await many(client, sql.ofCampaign, { agencyId, campaignId }, Release);
  return found.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
}

/** What the public may read: of each release its newest approved version, the latest approval first. */
export function publishedReleases(
  client: Client,
  page: { limit: number; offset: number },
): Promise<Release[]> {
  return many(client, sql.published, { agencyId: null, id: null, ...page }, Release);
}

/** @throws Refusal newsroom.unknown (404), the same for one that exists and was never approved */
export async function publishedRelease(client: Client, agencyId: string, id: string): Promise<Release> {
  const found = await maybe(client, sql.published, { agencyId, id, limit: 1, offset: 0 }, Release);
  if (!found) throw new Refusal('newsroom.unknown', 404);
  return found;
}

type Version = Omit<NewRelease, 'id'> & { id: string; version: number };

/** The primary key decides who was first; the other is told. */
async function addVersion(client: ClientBase, version: Version, now: Date): Promise<void> {
  if ((await exec(client, sql.addVersion, { ...version, now })) === 0)
    throw new Refusal('newsroom.changedMeanwhile', 409);
  const { agencyId, id, by, title } = version;
  const kind = version.version === 1 ? 'release.drafted' : 'release.edited';
  const data = { title, version: version.version };
  await happened(client, { agencyId, at: now, actor: by, kind, subject: id, data });
}

function checked(text: { title: string; body: string }): { title: string; body: string } {
  const title = tidyLine(text.title);
  const body = tidyLines(text.body);
  if (title === '') throw new Refusal('newsroom.noTitle');
  if (body === '') throw new Refusal('newsroom.noBody');
  if (title.length > RELEASE_LIMITS.title) throw new Refusal('newsroom.tooLong', 422, { limit: '300' });
  if (body.length > RELEASE_LIMITS.body) throw new Refusal('newsroom.tooLong', 422, { limit: '50.000' });
  const char = unprintable(title) ?? unprintable(body);
  if (char) throw new Refusal('newsroom.unprintable', 422, { char });
  return { title, body };
}
