import { forAll, transaction } from '../../platform/db/index.ts';
import { ownPath } from '../../platform/http/app.tsx';
import type { Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { putSession, sessionToken } from '../sessions/cookie.ts';
import { deviceOf } from '../sessions/device.ts';
import { endSession, type Method, markProved, startSession } from '../sessions/sessions.ts';
import { tell } from './tell.ts';

/** To sign in; or, signed in already, to prove again who it is and go on to a path. */
export type Aim = { again: false } | { again: true; to: string };

/** What is asked for by `?ke=`: only who is signed in proves again. */
export function aimOf(c: Ctx): Aim {
  const to = c.req.query('ke');
  return c.get('visit').account && to ? { again: true, to: ownPath(to) } : { again: false };
}

/** The one place where a proof, of whichever way, becomes a session or refreshes it. @throws Refusal access.otherAccount */
export function admit(
  c: Ctx,
  platform: Platform,
  { accountId, method }: { accountId: string; method: Method },
  aim: Aim,
): Promise<Response> {
  return aim.again ? proveAgain(c, platform, accountId, aim.to) : begin(c, platform, accountId, method);
}

async function proveAgain(c: Ctx, { pool, now }: Platform, accountId: string, to: string): Promise<Response> {
  const token = sessionToken(c);
  if (!token || c.get('visit').account?.id !== accountId) throw new Refusal('access.otherAccount', 403);
  await markProved(pool, token, accountId, now());
  return c.redirect(to, 303);
}

async function begin(c: Ctx, platform: Platform, accountId: string, method: Method): Promise<Response> {
  const { pool, now, config } = platform;
  const device = deviceOf(c.req.header('user-agent'));
  const before = sessionToken(c);
  const token = await forAll(() =>
    transaction(pool, async (client) => {
      if (before) await endSession(client, before);
      const data = { method, device };
      if (method !== 'example') await tell(client, { accountId, at: now(), kind: 'account.signedIn', data });
      return startSession(client, accountId, now(), { method, device });
    }),
  );
  putSession(c, config, token);
  return c.redirect(urls.work, 303);
}
