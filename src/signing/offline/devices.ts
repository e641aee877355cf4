import type { ClientBase } from 'pg';
import { z } from 'zod';
import { planOf } from '../../ceremonies/index.ts';
import { type Client, exec, many } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { sql as signingSql } from '../slip.ts';
import { type Device, sql } from './device.ts';
import { siteOf } from './pack.ts';

export const REASONS = ['closed', 'lost'] as const;
/** `closed`: it was handed back. `lost`: nothing that it sends is taken any more. */
export type WhyForgotten = (typeof REASONS)[number];

const Row = z.object({
  id: z.string(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  ceremonyId: z.string().nullable(),
  ceremonyTitle: z.string().nullable(),
  openedAt: z.date(),
  /** Of its cookie and of its pack. */
  expiresAt: z.date(),
  closedAt: z.date().nullable(),
  enrolledAt: z.date().nullable(),
  forgotten: z.enum(REASONS).nullable(),
  forgottenAt: z.date().nullable(),
  heardAt: z.date().nullable(),
  /** When it last said what its clock showed, and what that was. */
  toldAt: z.date().nullable(),
  deviceAt: z.date().nullable(),
  recorded: z.coerce.number(),
  before: z.coerce.number(),
  refused: z.coerce.number(),
});
export type ListedDevice = z.output<typeof Row> & { site: string | null };

interface Among {
  agencyId: string;
  campaignId: string;
  /** Tablets of exactly these units; null: all, also those of the whole institution. */
  unitIds: readonly string[] | null;
}

/** The newest two hundred tablets of a campaign. */
export async function devicesOf(client: Client, among: Among): Promise<ListedDevice[]> {
  const rows = await many(client, sql.devices, { ...among }, Row);
  const listed: ListedDevice[] = [];
  for (const row of rows) listed.push({ ...row, site: await siteName(client, among.agencyId, row) });
  return listed;
}

async function siteName(client: Client, agencyId: string, row: z.output<typeof Row>) {
  if (!row.ceremonyId) return null;
  const { plan } = await planOf(client, agencyId, row.ceremonyId);
  return (await siteOf(client, { agencyId, unitId: row.unitId }, plan))?.name ?? null;
}

const Refused = z.object({
  tabletId: z.string(),
  seq: z.number(),
  kind: z.enum(['sign', 'presence']).nullable(),
  name: z.string().nullable(),
  deviceAt: z.date().nullable(),
  receivedAt: z.date(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type RefusedItem = z.output<typeof Refused>;

/** The newest two hundred things that were sent and not recorded. */
export function refusedItems(client: Client, among: Among): Promise<RefusedItem[]> {
  return many(client, sql.refusedItems, { ...among }, Refused);
}

/** The device is told so when it next asks; its cookie counts no more from now on. Said again it changes nothing. */
export async function forgetDevice(
  client: ClientBase,
  { agencyId, id }: Pick<Device, 'agencyId' | 'id'>,
  why: WhyForgotten,
  by: string,
  now: Date,
): Promise<void> {
  const added = await exec(client, sql.addForgotten, { agencyId, id, why, by, now });
  if (added === 0) return;
  await exec(client, signingSql.closeTablet, { agencyId, id, by, now });
  const kind = 'device.forgotten';
  await happened(client, { agencyId, at: now, actor: by, kind, subject: id, data: { why } });
}
