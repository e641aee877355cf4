import { z } from 'zod';
import { many, maybe } from '../platform/db/index.ts';
import type { App, Ctx } from '../platform/http/visit.ts';
import type { Platform } from '../platform/platform.ts';
import { Refusal } from '../platform/refusal.ts';
import { to, urls } from '../urls.ts';
import { encodeBundle, parseTilePath, tileWidth, widthAt } from '../verify/index.ts';
import { type LogKey, rootOf, vkeyLine } from './keys.ts';
import { lastCheckpoint } from './proof.ts';
import { sql } from './store.ts';

const KEEP = 'public, max-age=31536000, immutable';

/** Each log as C2SP tlog-tiles serves it: `checkpoint`, `tile/…`, `tile/entries/…`; and the public keys. */
export function logRoutes(app: App, platform: Platform, key: LogKey): void {
  const { pool, config, now } = platform;

  app.get(`${urls.log}/checkpoint`, async (c) => {
    const head = await lastCheckpoint(pool, c.req.param('agency'), c.req.param('campaign'));
    if (!head) throw new Refusal('evidence.noSuchLog', 404);
    return c.body(head.note, 200, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'public, max-age=2',
    });
  });

  app.get(`${urls.log}/tile/*`, async (c) => {
    const { agency, campaign } = c.req.param() as { agency: string; campaign: string };
    const prefix = to('log', { agency, campaign });
    const place = parseTilePath(c.req.path.slice(prefix.length + 1));
    const head = place && (await lastCheckpoint(pool, agency, campaign));
    const bytes = head && (await tileBytes(platform, agency, campaign, place, head.size));
    if (!bytes) throw new Refusal('evidence.noSuchTile', 404);
    return octets(c, bytes);
  });

  app.get(urls.rootCertificate, async (c) =>
    c.body((await rootOf(config, now())).certificatePem, 200, {
      'Content-Type': 'application/x-pem-file',
      'Content-Disposition': 'attachment; filename="ikrar-akar.pem"',
    }),
  );
  app.get(urls.logKey, (c) => c.text(`${vkeyLine(key)}\n`));
}

type Place = NonNullable<ReturnType<typeof parseTilePath>>;

/** A tile that some published tree head covers, or null. */
async function tileBytes(
  { pool }: Platform,
  agencyId: string,
  campaignId: string,
  place: Place,
  size: number,
): Promise<Uint8Array | null> {
  if (place.width > widthAt(place.level, place.n, size)) return null;
  if (!place.entries) {
    const { level, n, width } = place;
    const row = await maybe(
      pool,
      sql.tile,
      { agencyId, campaignId, level, n, width },
      z.object({ hashes: z.instanceof(Buffer) }),
    );
    return row?.hashes ?? null;
  }
  const low = place.n * tileWidth;
  const rows = await many(pool, sql.entriesFrom, { agencyId, campaignId, low, high: low + place.width });
  return rows.length === place.width ? encodeBundle(rows.map((row) => row.entry as Buffer)) : null;
}

function octets(c: Ctx, bytes: Uint8Array): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': 'application/octet-stream',
    'Cache-Control': KEEP,
  });
}
