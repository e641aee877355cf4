import { createHash, verify } from 'node:crypto';
import { z } from 'zod';
import { forAgency, many, narrowTo, one } from '../../platform/db/index.ts';
import type { Lang } from '../../platform/i18n.ts';
import { createLimiter } from '../../platform/limit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { readP256 } from '../../verify/index.ts';
import type { Signer } from '../batch.ts';
import { noteContact } from './contact.ts';
import { type Device, deviceOf, sql } from './device.ts';
import { packKey } from './pack-key.ts';
import { MOST_ITEMS } from './queue-shapes.ts';
import { refusedText } from './refused-text.ts';
import type { QueueAnswer, QueueItem, QueueSent } from './shapes.ts';
import { itemsText, sendingText } from './statement.ts';
import { type Settled, takeItem } from './take-item.ts';

/** How long after a tablet expired its queue is still taken: a phone may lie in a drawer over a weekend. */
const GRACE = 7 * 86_400_000;

/** Queues of one device: sixty at once, then one a second. */
const sendings = createLimiter(60, 1000);

/**
 * What a device kept, in its order: each number once, a gap ends it, and what came of a number is final. Repeated,
 * whole or in part, it answers the same.
 * @throws Refusal offline.unknown, offline.wrongKey (403), offline.outOfOrder, tablet.slowDown
 */
export async function takeQueue(
  platform: Platform,
  signer: Signer,
  sent: QueueSent,
  lang: Lang,
): Promise<QueueAnswer> {
  const device = await forAgency(sent.agency, () => deviceOf(platform.pool, sent.agency, sent.tablet));
  requireOwn(device, sent);
  narrowTo(device.agencyId);
  if (!sendings.take(`${device.agencyId}/${device.id}`, platform.now()))
    throw new Refusal('offline.busy', 429);
  if (sent.items.some(({ seq }, i) => seq !== (sent.items[0] as QueueItem).seq + i))
    throw new Refusal('offline.outOfOrder', 400);
  await noteContact(platform, device, new Date(sent.sentAt));
  const items = await takeAll(platform, signer, device, sent);
  return { items: items.map((item) => said(item, lang)), ...(await news(platform, device)) };
}

/** Attacker: somebody without the device, with a queue of their own. */
function requireOwn(device: Device, sent: QueueSent): void {
  const key = device.publicKey && readP256(device.publicKey);
  if (!key) throw new Refusal('offline.unknown', 404);
  const digest = createHash('sha256').update(itemsText(sent.items)).digest('hex');
  const given = { key, dsaEncoding: 'ieee-p1363' as const };
  const signature = Buffer.from(sent.signature, 'base64url');
  if (!verify('sha256', Buffer.from(sendingText(sent, digest)), given, signature))
    throw new Refusal('offline.wrongKey', 403);
}

async function takeAll(
  platform: Platform,
  signer: Signer,
  device: Device,
  { items, sentAt }: QueueSent,
): Promise<Settled[]> {
  const { agencyId, id } = device;
  const last = await one(platform.pool, sql.lastSeq, { agencyId, id }, z.object({ seq: z.number() }));
  if ((items[0]?.seq ?? 0) > last.seq + 1) return [];
  const { key } = packKey(platform, device);
  const on = { device, key, sentAt, barred: barredFor(device, platform.now()) };
  const taken: Settled[] = [];
  for (const item of items.slice(0, MOST_ITEMS)) {
    const settled = await takeItem(platform, signer, on, item);
    if (!settled) break;
    taken.push(settled);
  }
  return taken;
}

/** Why nothing of this device is taken any more, or null. Its items are kept as refused, for the officer to see. */
function barredFor({ forgotten, expiresAt }: Device, now: Date): string | null {
  if (forgotten === 'lost') return 'offline.lost';
  return now.getTime() > expiresAt.getTime() + GRACE ? 'offline.tooLate' : null;
}

function said({ seq, state, code, params, receipt }: Settled, lang: Lang): QueueAnswer['items'][number] {
  if (state === 'refused')
    return { seq, state, code: code ?? '', message: refusedText(lang, { code: code ?? '', params }) };
  // Attacker: a colleague at the device, who would learn the receipt of somebody who had signed elsewhere.
  return { seq, state, receipt: state === 'recorded' ? receipt : null };
}

/** Only to a device that may still serve people. */
async function news(platform: Platform, device: Device): Promise<Omit<QueueAnswer, 'items'>> {
  const { agencyId, campaignId, ceremonyId, unitIds, enrolledAt: since, closed, forgotten } = device;
  if (closed || platform.now() > device.expiresAt)
    return { forget: forgotten !== null, signed: [], standings: {} };
  const { pool } = platform;
  const among = { agencyId, campaignId, unitIds, since };
  const signed = await many(pool, sql.signedSince, among, OnlyPerson);
  const standings = await many(pool, sql.standingsSince, { ...among, ceremonyId }, Stood);
  return {
    forget: false,
    signed: signed.map(({ personId }) => personId),
    standings: Object.fromEntries(standings.map(({ personId, standing }) => [personId, standing])),
  };
}

const OnlyPerson = z.object({ personId: z.string() });
const Stood = OnlyPerson.extend({ standing: z.string() });
