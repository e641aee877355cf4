import {
  approveRelease,
  createRelease,
  draftRelease,
  publishedReleases,
  releaseFacts,
} from '../newsroom/index.ts';
import { publicAddress } from '../platform/config.ts';
import { transaction } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';
import { urls } from '../urls.ts';

const BY = 'system:contoh';

/**
 * The release of the first example, made from its records. Its derived date is settled by the calendar, so the mark
 * that asks for it goes; paragraphs that wait for a person's words are left out.
 */
export async function exampleRelease({ pool, config, now }: Platform): Promise<void> {
  const of = { agencyId: 'kobar', campaignId: 'kobar-pemilu-2024', ceremonyId: 'kobar-apel' };
  const id = 'kobar-rilis';
  const there = await publishedReleases(pool, { limit: 100, offset: 0 });
  if (there.some((release) => release.id === id)) return;
  const verifyUrl = `${publicAddress(config)}${urls.verify}`;
  const draft = draftRelease(await releaseFacts(pool, of, verifyUrl, now()));
  const body = draft.body
    .replace(/ ?\[lengkapi: pastikan tanggal ini[^\]]*\]/g, '')
    .split('\n\n')
    .filter((paragraph) => !paragraph.includes('['))
    .join('\n\n');
  await transaction(pool, async (client) => {
    await createRelease(client, { ...of, id, title: draft.title, body, isExample: true, by: BY }, now());
    await approveRelease(client, { agencyId: of.agencyId, id, version: 1, by: BY }, now());
  });
}
