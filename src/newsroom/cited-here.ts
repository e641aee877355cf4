import { z } from 'zod';
import { agenciesOf } from '../agencies/index.ts';
import { type CitedBy, type CitedHere, scanCitations } from '../law/index.ts';
import { forAll, many, type Query, queries } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';
import { to } from '../urls.ts';
import sqlText from './cited-here.sql';

const sql = queries(sqlText);
const KEEP_MS = 60_000;
/** Texts read from the database, and scanned, before the next request gets its turn. */
const BATCH = 50;

const Key = z.object({
  agencyId: z.string(),
  kind: z.enum(['campaign', 'text', 'release']),
  id: z.string(),
  part: z.number(),
});
const Text = Key.extend({ title: z.string(), body: z.string() });
type Key = z.output<typeof Key>;
/** A text and the short names of what it cites. */
type Cites = Key & { title: string; names: ReadonlySet<string> };

/**
 * Who cites an instrument here, counted for each institution over what is public: see cited-here.sql. Every text is
 * scanned once in the life of the process; the list of texts is at most a minute old.
 */
export function citedHere(platform: Platform): CitedHere {
  const { pool, now } = platform;
  const known = new Map<string, Cites>();
  let kept: { until: number; value: Promise<readonly Cites[]> } | undefined;

  const all = () => {
    if (kept && now().getTime() < kept.until) return kept.value;
    const fresh = { until: now().getTime() + KEEP_MS, value: forAll(() => read(platform, known)) };
    kept = fresh;
    fresh.value.catch(() => {
      kept = undefined;
    });
    return fresh.value;
  };

  return async ({ name }) => {
    const citing = (await all()).filter(({ names }) => names.has(name));
    const byAgency = Map.groupBy(citing, ({ agencyId }) => agencyId);
    const agencies = await agenciesOf(pool, [...byAgency.keys()]);
    return agencies.map(({ id, name: title, isExample }) =>
      counted({ id, name: title, isExample }, byAgency.get(id) ?? []),
    );
  };
}

function counted(institution: CitedBy['institution'], citing: readonly Cites[]): CitedBy {
  const of = (kind: Key['kind']) => citing.filter((text) => text.kind === kind);
  return {
    institution,
    campaigns: of('campaign').length,
    texts: of('text').length,
    releases: of('release').map(({ agencyId, id, title }) => ({
      title,
      href: to('release', { agency: agencyId, id }),
    })),
  };
}

async function read({ pool }: Platform, known: Map<string, Cites>): Promise<readonly Cites[]> {
  const keys = await many(pool, sql.publicTexts, {}, Key);
  const unread = keys.filter((key) => !known.has(sayKey(key)));
  for (let at = 0; at < unread.length; at += BATCH) {
    for (const text of await bodies(pool, unread.slice(at, at + BATCH))) {
      const names = new Set(scanCitations(text.body).instruments.map(({ name }) => name));
      const { agencyId, kind, id, part, title } = text;
      known.set(sayKey(text), { agencyId, kind, id, part, title, names });
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return keys.flatMap((key) => known.get(sayKey(key)) ?? []);
}

async function bodies(pool: Platform['pool'], keys: readonly Key[]): Promise<z.output<typeof Text>[]> {
  const found = await Promise.all(
    SOURCES.map(async ([kind, query]) => {
      const wanted = keys.filter((key) => key.kind === kind);
      if (wanted.length === 0) return [];
      const all = {
        agencies: wanted.map(({ agencyId }) => agencyId),
        ids: wanted.map(({ id }) => id),
        parts: wanted.map(({ part }) => part),
      };
      const params = Object.fromEntries(Object.entries(all).filter(([name]) => query.params.includes(name)));
      return many(pool, query, params, Text);
    }),
  );
  return found.flat();
}

const SOURCES: readonly (readonly [Key['kind'], Query])[] = [
  ['campaign', sql.campaignBases as Query],
  ['text', sql.ceremonyTexts as Query],
  ['release', sql.releaseBodies as Query],
];

function sayKey({ agencyId, kind, id, part }: Key): string {
  return [agencyId, kind, id, part].join(' ');
}
