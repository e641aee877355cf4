import { createHmac, type KeyObject } from 'node:crypto';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import { normalCode } from '../platform/codes.ts';
import { type Client, exec, forAll, many, maybe, one, queries } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { codeOf } from '../platform/ids.ts';
import { createLimiter } from '../platform/limit.ts';
import type { Platform } from '../platform/platform.ts';
import { Refusal } from '../platform/refusal.ts';
import sqlText from './signing.sql';

export const sql = queries(sqlText);

/** The person a code stands for in one campaign. */
export interface SlipHolder {
  agencyId: string;
  campaignId: string;
  personId: string;
}

/**
 * A code: 12 Crockford characters, 60 bits, as XXXX-XXXX-XXXX. Derived, not stored: a copy of the database gives
 * no code, and a lost sheet can be printed again. A new serial makes the older codes of the person useless.
 */
function codeFor(secret: KeyObject, holder: SlipHolder, serial: number): string {
  const { agencyId, campaignId, personId } = holder;
  const mac = createHmac('sha256', secret)
    .update(`ikrar/slip/v1\n${agencyId}\n${campaignId}\n${personId}\n${serial}`)
    .digest();
  return codeOf(mac);
}

export function codeHash(secret: KeyObject, code: string): Buffer {
  return createHmac('sha256', secret).update(`ikrar/slip-hash/v1\n${code}`).digest();
}

/** Under what the code that somebody typed is kept; null where it cannot be one. */
export function hashOfTyped(platform: Platform, typed: string): Buffer | null {
  const code = normalCode(typed);
  return code.length === 14 ? codeHash(platform.secret('slip'), code) : null;
}

const Holder = z.object({ agencyId: z.string(), campaignId: z.string(), personId: z.string() });

/** Whose code it is, of whatever institution. @throws Refusal signing.noSuchCode, signing.slowDown */
export async function holderOf(platform: Platform, typed: string, address: string): Promise<SlipHolder> {
  refuseFlood(address, platform.now());
  const hash = hashOfTyped(platform, typed);
  const holder = () => maybe(platform.pool, sql.slipsByCode, { hashes: [hash] }, Holder);
  const found = hash && (await forAll(holder));
  return found ?? refuseCode(address, platform.now());
}

/**
 * Wrong codes from one address: thirty, then one a second; 2^60 codes cannot be searched at that pace. A right one is
 * found meanwhile, since behind one address may stand a whole office.
 */
const wrongCodes = createLimiter(30, 1000);
/** After a hundred wrong ones at once nothing from there is looked up, a right one neither, until the flood ebbs. */
const flood = createLimiter(100, 500);

/** Whether so many wrong codes came from there that none is looked up now. */
export function isFlood(address: string, now: Date): boolean {
  return flood.isEmpty(address, now);
}

/** Before the database is asked. @throws Refusal signing.slowDown (429) */
export function refuseFlood(address: string, now: Date): void {
  if (isFlood(address, now)) throw new Refusal('signing.slowDown', 429);
}

/** @throws Refusal signing.noSuchCode, signing.slowDown */
export function refuseCode(address: string, now: Date): never {
  flood.take(address, now);
  if (!wrongCodes.take(address, now)) throw new Refusal('signing.slowDown', 429);
  throw new Refusal('signing.noSuchCode', 404);
}

const SlipRow = z.object({
  personId: z.string(),
  name: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  idNumber: z.string().nullable(),
  serial: z.number(),
  signed: z.boolean(),
});
export type Slip = z.output<typeof SlipRow> & { code: string };

/** The slips of a campaign's units (null: all), made where there is none yet, in the order they are printed. */
export async function slipsOf(
  client: ClientBase,
  platform: Platform,
  campaign: { agencyId: string; campaignId: string; unitIds: readonly string[] | null; by: string },
): Promise<Slip[]> {
  const { agencyId, campaignId, unitIds, by } = campaign;
  const rows = await many(client, sql.slipsOfUnits, { agencyId, campaignId, unitIds }, SlipRow);
  const secret = platform.secret('slip');
  const slips = rows.map((row) => {
    const serial = Math.max(row.serial, 1);
    return {
      ...row,
      serial,
      code: codeFor(secret, { agencyId, campaignId, personId: row.personId }, serial),
    };
  });
  const fresh = slips.filter((_, i) => rows[i]?.serial === 0);
  if (fresh.length > 0) {
    await addSlips(client, platform, { agencyId, campaignId, by }, fresh);
    const at = platform.now();
    await happened(client, {
      agencyId,
      at,
      actor: by,
      kind: 'slip.issued',
      subject: campaignId,
      data: { count: fresh.length },
    });
  }
  return slips;
}

/** The newest code of each of these people; who has serial 0 has no slip. */
export function slipCodes(
  platform: Platform,
  campaign: Omit<SlipHolder, 'personId'>,
  people: readonly { personId: string; serial: number }[],
): Map<string, string> {
  const secret = platform.secret('slip');
  const issued = people.filter(({ serial }) => serial > 0);
  return new Map(
    issued.map(({ personId, serial }) => [personId, codeFor(secret, { ...campaign, personId }, serial)]),
  );
}

/** A lost or stolen slip: a new code for the person; the old one stops working. */
export async function replaceSlip(
  client: ClientBase,
  platform: Platform,
  holder: SlipHolder,
  by: string,
): Promise<string> {
  const { serial } = await one(client, sql.lastSerial, { ...holder }, z.object({ serial: z.number() }));
  const next = {
    personId: holder.personId,
    serial: serial + 1,
    code: codeFor(platform.secret('slip'), holder, serial + 1),
  };
  await addSlips(client, platform, { ...holder, by }, [next]);
  const { agencyId, personId } = holder;
  await happened(client, {
    agencyId,
    at: platform.now(),
    actor: by,
    kind: 'slip.replaced',
    subject: personId,
  });
  return next.code;
}

async function addSlips(
  client: Client,
  platform: Platform,
  to: { agencyId: string; campaignId: string; by: string },
  slips: readonly { personId: string; serial: number; code: string }[],
): Promise<void> {
  const secret = platform.secret('slip');
  await exec(client, sql.addSlips, {
    agencyId: to.agencyId,
    campaignId: to.campaignId,
    by: to.by,
    now: platform.now(),
    persons: slips.map((slip) => slip.personId),
    serials: slips.map((slip) => slip.serial),
    hashes: slips.map((slip) => codeHash(secret, slip.code)),
  });
}
