import * as z from 'zod';
import { exec, forAgency, forAll, many } from '../platform/db/index.ts';
import { hookSignature } from '../platform/hook-signature.ts';
import { postOut, type Sent } from '../platform/outbound.ts';
import type { Platform } from '../platform/platform.ts';
import { rounds } from '../platform/rounds.ts';
import { nextTry } from './backoff.ts';
import { sql } from './hooks.ts';
import { payload } from './payload.ts';
import { hookSecret, signing } from './secret.ts';

const AT_ONCE = 5;
const TIMEOUT_MS = 10_000;
/** Longer than all that is claimed at once can take. */
const LEASE_MS = AT_ONCE * TIMEOUT_MS + 15_000;
const KEPT_MS = 30 * 86_400_000;

interface Place {
  agencyId: string;
  hookId: string;
}
const Due = z.object({ agencyId: z.string(), hookId: z.string() });
const Claimed = z.object({
  id: z.string(),
  eventId: z.string(),
  kind: z.string(),
  subject: z.string(),
  at: z.date(),
  queuedAt: z.date(),
  tries: z.number(),
});
type Claimed = z.output<typeof Claimed>;
const Sender = z.object({ address: z.string(), serial: z.number(), since: z.date() });

export interface Sending {
  platform: Platform;
  /** Ends what is under way at once; that is then sent again by whoever comes next. */
  ending: AbortSignal;
}

/**
 * Sends what is due while the process lives. Each hook is served by itself: one that hangs keeps no other waiting.
 * Crash point: between a delivery's sending and its mark; it is then sent again when the lease is over, with the same id.
 */
export function startHooks(
  platform: Platform,
  log: (line: string) => void,
  everyMs = 1000,
): { stop(): Promise<void> } {
  const end = new AbortController();
  const busy = new Map<string, Promise<unknown>>();
  let swept = 0;
  const round = async () => {
    const now = platform.now();
    if (now.getTime() > swept + 3_600_000) {
      swept = now.getTime();
      await forAll(() => exec(platform.pool, sql.dropOld, { before: new Date(swept - KEPT_MS) }));
    }
    for (const place of await dueHooks(platform)) {
      const name = `${place.agencyId}/${place.hookId}`;
      if (busy.has(name)) continue;
      const serving = serve({ platform, ending: end.signal }, place)
        .catch((error: Error) => log(`telling a hook failed, will try again: ${error.message}`))
        .finally(() => busy.delete(name));
      busy.set(name, serving);
    }
  };
  const running = rounds(
    () => round().catch((error: Error) => log(`looking for hooks failed, will try again: ${error.message}`)),
    everyMs,
  );
  return {
    async stop() {
      await running.stop();
      end.abort();
      await Promise.all(busy.values());
    },
  };
}

/** Sends all that is due now, once. @returns how many were delivered */
export async function sendDue(sending: Sending): Promise<number> {
  let delivered = 0;
  for (const place of await dueHooks(sending.platform)) delivered += await serve(sending, place);
  return delivered;
}

function dueHooks({ pool, now }: Platform): Promise<Place[]> {
  return forAll(() => many(pool, sql.dueHooks, { now: now() }, Due));
}

/** One hook until nothing of it is due or one try failed: the rest then waits for the next round. */
function serve(sending: Sending, place: Place): Promise<number> {
  const { platform, ending } = sending;
  return forAgency(place.agencyId, async () => {
    let delivered = 0;
    for (;;) {
      const now = platform.now();
      const lease = new Date(now.getTime() + LEASE_MS);
      const claimed = await many(platform.pool, sql.claim, { ...place, now, lease, most: AT_ONCE }, Claimed);
      claimed.sort((a, b) => (a.id < b.id ? -1 : 1));
      const left = [...claimed];
      for (const delivery of claimed) {
        const sent = await send(sending, place, delivery);
        if (ending.aborted) break;
        left.shift();
        await mark(platform, place, delivery, sent);
        if (!sent.ok) break;
        delivered += 1;
      }
      const ids = left.map(({ id }) => id);
      if (ids.length > 0) await exec(platform.pool, sql.release, { ...place, ids, lease });
      if (ids.length > 0 || claimed.length < AT_ONCE) return delivered;
    }
  });
}

async function send({ platform, ending }: Sending, place: Place, delivery: Claimed): Promise<Sent> {
  const { agencyId, hookId } = place;
  const rows = await many(platform.pool, sql.sender, { ...place }, Sender);
  const now = platform.now();
  const secrets = signing(rows, now).map((serial) =>
    hookSecret(platform.secret('hooks'), agencyId, hookId, serial),
  );
  const body = payload({ ...delivery, id: delivery.eventId, agencyId });
  return postOut({
    address: rows[0]?.address ?? '',
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': 'Ikrar',
      'Ikrar-Event-Id': delivery.eventId,
      'Ikrar-Hook-Id': hookId,
      'Ikrar-Signature': hookSignature(secrets, Math.floor(now.getTime() / 1000), body),
    },
    body,
    allowPrivate: platform.config.privateHooks === true,
    timeoutMs: TIMEOUT_MS,
    ending,
  });
}

async function mark(
  { pool, now: clock }: Platform,
  place: Place,
  { id, tries, queuedAt }: Claimed,
  sent: Sent,
): Promise<void> {
  const now = clock();
  const due = sent.ok ? now : nextTry(tries + 1, queuedAt, now, Math.random());
  const outcome = sent.ok ? 'delivered' : due ? null : 'dead';
  await exec(pool, sql.mark, {
    ...{ ...place, id, now, due: due ?? now, code: 'status' in sent ? String(sent.status) : sent.fault },
    ...{ outcome, endedAt: outcome ? now : null },
  });
}
