import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import { ceremonyHead, type Presence, planOf, presenceOf, recordPresence } from '../../ceremonies/index.ts';
import { exec, maybe, transaction } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { unseal } from '../../platform/sealed.ts';
import type { OfflineAct } from '../../verify/index.ts';
import { isSameForm, type Signer } from '../batch.ts';
import { signatoryOf } from '../may-sign.ts';
import { readDrawing, type Submission, sign } from '../sign.ts';
import { type Device, sql } from './device.ts';
import { siteOf } from './pack.ts';
import { Body } from './queue-shapes.ts';
import type { QueueItem } from './shapes.ts';
import { bound } from './statement.ts';

const Kept = z.object({
  seq: z.number(),
  digest: z.instanceof(Buffer),
  state: z.enum(['recorded', 'before', 'refused']),
  code: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  receipt: z.string().nullable(),
});
type Kept = z.output<typeof Kept>;
/** What came of one item, for good. */
export type Settled = Omit<Kept, 'digest'>;

interface Sending {
  device: Device;
  /** Of the device's pack. */
  key: Buffer;
  sentAt: string;
  /** Why nothing of this device is taken any more. */
  barred: string | null;
}

type SignBody = Extract<Body, { kind: 'sign' }>;
type PresenceBody = Extract<Body, { kind: 'presence' }>;

/** What came of this item, now or the first time it came; null where it is to be sent again. */
export async function takeItem(
  platform: Platform,
  signer: Signer,
  on: Sending,
  { seq, sealed }: QueueItem,
): Promise<Settled | null> {
  const digest = createHash('sha256').update(Buffer.from(sealed, 'base64url')).digest();
  const before = await keptAt(platform.pool, on.device, seq);
  if (before) return asBefore(before, digest);
  const body = bodyOf(unseal(on.key, bound.item(on.device.id, seq), sealed));
  const item: Item = { platform, on, seq, digest, body };
  try {
    if (on.barred) throw new Refusal(on.barred, 410);
    if (!body) throw new Refusal('offline.unreadable');
    if (body.kind === 'presence') return await takePresence(item, body);
    return await keep(item, await takeSignature(item, signer, body));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.status === 503 || error.status === 429) return null;
    return keep(item, { state: 'refused', code: codeOf(error), params: error.params, receipt: null });
  }
}

interface Item {
  platform: Platform;
  on: Sending;
  seq: number;
  digest: Buffer;
  body: Body | null;
}

/** The same number with other contents is not what was dealt with, and nothing is done with it. */
function asBefore({ digest, ...settled }: Kept, given: Buffer): Settled {
  if (digest.equals(given)) return settled;
  return { seq: settled.seq, state: 'refused', code: 'offline.swapped', params: {}, receipt: null };
}

function bodyOf(bytes: Buffer | null): Body | null {
  try {
    return Body.parse(JSON.parse(bytes?.toString('utf8') ?? ''));
  } catch {
    return null;
  }
}

/** A person who is not in the campaign has no code that could be mistyped. */
function codeOf({ code }: Refusal): string {
  return code === 'signing.noSuchCode' ? 'offline.noSuchPerson' : code;
}

/**
 * By the way of every signature. Crash point: signed, and not yet kept as settled. The item comes again, finds its own
 * form signed, and has the same receipt.
 */
async function takeSignature({ platform, on, seq }: Item, signer: Signer, body: SignBody) {
  const { agencyId, id, campaignId, unitIds, publicKey } = on.device;
  const { person: personId, textDigest, key } = body;
  const signatory = await signatoryOf(platform.pool, { agencyId, campaignId, personId });
  if (unitIds && !unitIds.includes(signatory.person.unitId)) throw new Refusal('tablet.otherUnit', 403);
  const settled = (same: boolean, receipt: string) =>
    ({ state: same ? 'recorded' : 'before', code: null, params: {}, receipt }) as const;
  const { signed } = signatory;
  if (signed) return settled(isSameForm(signed, { key, textDigest }), signed.receipt);
  const { at, signature, seq: said } = body.statement;
  if (said !== seq) throw new Refusal('offline.statement');
  const offline: OfflineAct = {
    ...{ at, sentAt: on.sentAt, seq, device: id, enrolled: true, signature },
    publicKey: publicKey?.toString('base64url') ?? '',
  };
  const { ticked, typedName, drawing } = body;
  const submission: Submission = {
    ...{ key, textDigest, ticked, typedName, method: 'tablet', offline },
    drawing: drawing && readDrawing(drawing),
    ceremony: await ceremonyFor(platform, on.device),
  };
  const outcome = await sign(platform, signer, signatory, submission);
  return settled(!outcome.again || outcome.same, outcome.receipt);
}

async function ceremonyFor({ pool }: Platform, { agencyId, ceremonyId }: Device) {
  if (!ceremonyId) return null;
  const { id, title, heldOn } = await ceremonyHead(pool, agencyId, ceremonyId);
  return { id, title, date: heldOn };
}

/** One transaction with its settling: a mark that came twice must not stand above what was recorded meanwhile. */
async function takePresence(item: Item, body: PresenceBody): Promise<Settled> {
  const { platform, on, seq, digest } = item;
  const { agencyId, id, ceremonyId, unitIds } = on.device;
  if (!ceremonyId) throw new Refusal('offline.noCeremony');
  const { plan } = await planOf(platform.pool, agencyId, ceremonyId);
  const site = await siteOf(platform.pool, on.device, plan);
  const { person: personId, standing, reason, how } = body;
  const mark = { personId, standing, reason, how, site: site?.id ?? null, deviceAt: new Date(body.at) };
  const now = platform.now();
  const marking = { agencyId, ceremonyId, marks: [mark], by: `tablet:${id}`, unitIds };
  return transaction(platform.pool, async (client) => {
    const known = (await presenceOf(client, agencyId, ceremonyId, [personId])).get(personId);
    const yields = known !== undefined && known.recordedBy !== marking.by && isLater(known, item, body);
    const settled = { state: yields ? 'before' : 'recorded', code: null, params: {}, receipt: null } as const;
    if (!(await add(client, item, settled)))
      return asBefore((await keptAt(client, on.device, seq)) as Kept, digest);
    if (!yields) await recordPresence(client, marking, now);
    return { seq, ...settled };
  });
}

/**
 * Whether somebody else recorded this person after the device saved what it says: whoever came late to the door stays
 * there, though a tablet tells at noon that they were absent at seven. Its clock is taken to be off as when it sent.
 */
function isLater({ deviceAt, recordedAt }: Presence, { platform, on }: Item, body: PresenceBody): boolean {
  const saved = Date.parse(body.at) + platform.now().getTime() - Date.parse(on.sentAt);
  return Math.min(deviceAt?.getTime() ?? Number.POSITIVE_INFINITY, recordedAt.getTime()) > saved;
}

/** Of two sendings at once the first row counts; both answer what it says. */
function keep(item: Item, settled: Omit<Settled, 'seq'>): Promise<Settled> {
  const { platform, on, seq, digest, body } = item;
  const { agencyId, id } = on.device;
  return transaction(platform.pool, async (client) => {
    if (!(await add(client, item, settled)))
      return asBefore((await keptAt(client, on.device, seq)) as Kept, digest);
    const { state, code } = settled;
    const [kind, subject] = ['device.itemRefused', body?.person ?? id];
    const event = { agencyId, at: platform.now(), actor: `tablet:${id}`, kind, subject, data: { seq, code } };
    if (state === 'refused') await happened(client, event);
    return { seq, ...settled };
  });
}

async function add(client: ClientBase, item: Item, settled: Omit<Settled, 'seq'>): Promise<boolean> {
  const { platform, on, seq, digest, body } = item;
  const { state, code, params, receipt } = settled;
  const row = {
    ...{ agencyId: on.device.agencyId, id: on.device.id, seq, digest },
    ...{ kind: body?.kind ?? null, personId: body?.person ?? null },
    deviceAt: body && (body.kind === 'sign' ? body.statement.at : body.at),
    ...{ sentAt: on.sentAt, now: platform.now() },
    ...{ state, code, params: JSON.stringify(params), receipt },
  };
  return (await exec(client, sql.addQueued, row)) > 0;
}

function keptAt(
  client: Parameters<typeof maybe>[0],
  { agencyId, id }: Device,
  seq: number,
): Promise<Kept | null> {
  return maybe(client, sql.queuedAt, { agencyId, id, seq }, Kept);
}
