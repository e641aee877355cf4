import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import { unitsBelow } from '../agencies/index.ts';
import { type Client, exec, forAgency, many, maybe, narrowTo } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { newId } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import { sql } from './slip.ts';

/** A shared device that was checked to be open: for one campaign, and a unit with all below it (null: everyone). */
export interface Tablet {
  agencyId: string;
  id: string;
  campaignId: string;
  unitIds: string[] | null;
  ceremonyId: string | null;
}

/** @returns the value of the device's cookie */
export async function openTablet(
  client: ClientBase,
  on: {
    agencyId: string;
    campaignId: string;
    unitId: string | null;
    ceremonyId: string | null;
    by: string;
    hours: number;
  },
  now: Date,
): Promise<string> {
  const { hours, ...row } = on;
  const id = newId(now);
  const token = randomBytes(32).toString('base64url');
  const expires = new Date(now.getTime() + Math.min(Math.max(hours, 1), 24) * 3_600_000);
  await exec(client, sql.addTablet, { ...row, id, tokenHash: hashOf(token), now, expires });
  await happened(client, {
    agencyId: on.agencyId,
    at: now,
    actor: on.by,
    kind: 'tablet.opened',
    subject: id,
  });
  return `${on.agencyId}.${id}.${token}`;
}

const Row = z.object({
  agencyId: z.string(),
  id: z.string(),
  campaignId: z.string(),
  unitId: z.string().nullable(),
  ceremonyId: z.string().nullable(),
  tokenHash: z.instanceof(Buffer),
});

/** The tablet of a cookie, whose institution what follows works for. @throws Refusal tablet.closed */
export async function tabletOf(client: Client, cookie: string | undefined, now: Date): Promise<Tablet> {
  const [agencyId = '', id = '', token = ''] = cookie?.split('.') ?? [];
  const row = await forAgency(agencyId, () => maybe(client, sql.tablet, { agencyId, id, now }, Row));
  if (!row || !timingSafeEqual(row.tokenHash, hashOf(token))) throw new Refusal('tablet.closed', 410);
  narrowTo(agencyId);
  const unitIds = row.unitId ? await unitsBelow(client, agencyId, [row.unitId]) : null;
  return { agencyId, id, campaignId: row.campaignId, unitIds, ceremonyId: row.ceremonyId };
}

export async function closeTablet(client: ClientBase, tablet: Tablet, now: Date): Promise<void> {
  const by = `tablet:${tablet.id}`;
  await exec(client, sql.closeTablet, { agencyId: tablet.agencyId, id: tablet.id, by, now });
  await happened(client, {
    agencyId: tablet.agencyId,
    at: now,
    actor: by,
    kind: 'tablet.closed',
    subject: tablet.id,
  });
}

/** Somebody at the tablet chose this person and gave other digits than theirs. */
export function digitsDiffered(
  client: ClientBase,
  { agencyId, id, campaignId }: Tablet,
  personId: string,
  now: Date,
): Promise<void> {
  const by = `tablet:${id}`;
  const data = { campaignId };
  return happened(client, {
    agencyId,
    at: now,
    actor: by,
    kind: 'tablet.digitsDiffered',
    subject: personId,
    data,
  });
}

const TabletPerson = z.object({
  personId: z.string(),
  name: z.string(),
  unitName: z.string(),
  signed: z.boolean(),
  total: z.number(),
});

/** A name is asked for by three letters at least: whoever takes a tablet, or stands at a door, gets no list. */
export function canSearch(search: string): boolean {
  return search.replace(/\P{L}/gu, '').length >= 3;
}

/** Up to ten people of the tablet's units whose name was searched, those who have not signed first. */
export async function tabletPeople(client: Client, tablet: Tablet, search: string) {
  if (!canSearch(search)) return [];
  const { agencyId, campaignId, unitIds } = tablet;
  const wanted = search
    .replaceAll('\0', '')
    .trim()
    .slice(0, 60)
    .replace(/[\\%_]/g, '\\$&');
  return many(client, sql.tabletPeople, { agencyId, campaignId, unitIds, search: wanted }, TabletPerson);
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
