import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { ALL_LOGS } from '../log/head-log.ts';
import type { LogId } from '../log/tile-reader.ts';
import { timestampAt, timestampsOf } from './store.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';
const BRIEFLY = 'public, max-age=60';

/** Beside each log: `timestamp/` lists what was stamped, `timestamp/SIZE.tsr` is the token, `timestamp/SIZE.txt` its text. */
export function timestampRoutes(app: App, platform: Platform): void {
  serve(app, platform, urls.log, (c) => ({
    agencyId: c.req.param('agency') as string,
    campaignId: c.req.param('campaign') as string,
  }));
  serve(app, platform, urls.logOfAll, () => ({ agencyId: ALL_LOGS, campaignId: ALL_LOGS }));
}

function serve(app: App, { pool }: Platform, prefix: string, logOf: (c: Ctx) => LogId): void {
  app.get(`${prefix}/timestamp/`, async (c) => {
    const stamps = await timestampsOf(pool, logOf(c));
    const lines = stamps.map(({ size, stampedAt, verified }) =>
      [size, stampedAt.toISOString(), verified ? 'verified' : 'unverified'].join(' '),
    );
    c.header('Cache-Control', BRIEFLY);
    return c.text(lines.map((line) => `${line}\n`).join(''));
  });

  app.get(`${prefix}/timestamp/:file{[1-9]\\d{0,14}\\.(tsr|txt)}`, async (c) => {
    const [size, kind] = (c.req.param('file') as string).split('.');
    const stamp = await timestampAt(pool, logOf(c), Number(size));
    if (!stamp) throw new Refusal('evidence.noSuchTile', 404);
    c.header('Cache-Control', FOR_EVER);
    if (kind === 'txt') return c.text(stamp.text);
    return c.body(new Uint8Array(stamp.tsr), 200, { 'Content-Type': 'application/timestamp-reply' });
  });
}
