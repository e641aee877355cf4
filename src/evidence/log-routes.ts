import { hash } from 'node:crypto';
import type { App, Ctx } from '../platform/http/visit.ts';
import type { Platform } from '../platform/platform.ts';
import { Refusal } from '../platform/refusal.ts';
import { urls } from '../urls.ts';
import { parseTilePath, widthAt } from '../verify/index.ts';
import { type LogKey, trustedRoots, vkeyLine } from './keys.ts';
import { ALL_LOGS } from './log/head-log.ts';
import { sharedHead } from './log/shared-head.ts';
import { type LogId, storedBundle, storedTile } from './log/tile-reader.ts';
import { lastCheckpoint } from './store.ts';
import { witnessPolicy } from './witness/policy-file.ts';

/** A tile or bundle is named by its place and width, and what stands there never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const BRIEFLY = 'public, max-age=2';

/** Each log as C2SP tlog-tiles serves it: `checkpoint`, `tile/…`, `tile/entries/…`; and the public keys. */
export function logRoutes(app: App, platform: Platform, key: LogKey): void {
  const { config, now } = platform;
  serve(app, platform, urls.log, (c) => {
    const { agency, campaign } = c.req.param() as { agency: string; campaign: string };
    // The tree of all has one address, as it has one origin.
    if (agency === ALL_LOGS) throw new Refusal('evidence.noSuchLog', 404);
    return { agencyId: agency, campaignId: campaign };
  });
  serve(app, platform, urls.logOfAll, () => ({ agencyId: ALL_LOGS, campaignId: ALL_LOGS }));

  app.get(urls.rootCertificate, async (c) =>
    c.body((await trustedRoots(config, now())).join('\n'), 200, {
      'Content-Type': 'application/x-pem-file',
      'Content-Disposition': 'attachment; filename="ikrar-akar.pem"',
    }),
  );
  app.get(urls.logKey, (c) => c.text(`${vkeyLine(key)}\n`));
}

function serve(app: App, { pool, config }: Platform, prefix: string, logOf: (c: Ctx) => LogId): void {
  app.get(`${prefix}/checkpoint`, async (c) => {
    const head = await sharedHead(pool, logOf(c), witnessPolicy(config));
    if (!head) throw new Refusal('evidence.noSuchLog', 404);
    return answer(c, Buffer.from(head.note, 'utf8'), 'text/plain; charset=utf-8', BRIEFLY);
  });

  app.get(`${prefix}/tile/*`, async (c) => {
    const log = logOf(c);
    const depth = prefix.split('/').length;
    const place = parseTilePath(c.req.path.split('/').slice(depth).join('/'));
    const bytes = place && (await published(pool, log, place));
    if (!bytes) throw new Refusal('evidence.noSuchTile', 404);
    return answer(c, bytes, 'application/octet-stream', FOR_EVER);
  });
}

/** A tile or bundle that some published tree head covers, or null. */
async function published(
  pool: Platform['pool'],
  log: LogId,
  place: NonNullable<ReturnType<typeof parseTilePath>>,
): Promise<Uint8Array | null> {
  // Tiles are stored together with the head that covers them; entries are there before it.
  if (!place.entries) return storedTile(pool, log, place);
  const head = await lastCheckpoint(pool, log.agencyId, log.campaignId);
  if (!head || place.width > widthAt(0, place.n, head.size)) return null;
  return storedBundle(pool, log, place.n, place.width);
}

/** The bytes, or 304 for whoever has them already. */
function answer(c: Ctx, bytes: Uint8Array, type: string, keep: string): Response {
  const tag = `"${hash('sha256', bytes, 'hex').slice(0, 32)}"`;
  const headers = { ETag: tag, 'Cache-Control': keep };
  if (c.req.header('if-none-match')?.includes(tag)) return c.body(null, 304, headers);
  return c.body(new Uint8Array(bytes), 200, { ...headers, 'Content-Type': type });
}
