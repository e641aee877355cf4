import { exec, type Query } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';

const LEASE_MS = 10_000;

/** A process that works on logs, and until when it holds which of them. */
export interface Holder {
  platform: Platform;
  holder: string;
  leases: Map<string, number>;
}

/**
 * Whether this process works on the log now; a lease is renewed when half of it has passed. It only spares two
 * processes the same work: done twice, it would do no harm.
 */
export async function holdsLease(
  take: Query | undefined,
  { platform, holder, leases }: Holder,
  log: { agencyId: string; campaignId: string; origin: string },
): Promise<boolean> {
  const { agencyId, campaignId, origin } = log;
  const now = platform.now();
  if ((leases.get(origin) ?? 0) > now.getTime() + LEASE_MS / 2) return true;
  const until = new Date(now.getTime() + LEASE_MS);
  const taken = await exec(platform.pool, take, { agencyId, campaignId, holder, until, now });
  if (taken > 0) leases.set(origin, until.getTime());
  else leases.delete(origin);
  return taken > 0;
}
