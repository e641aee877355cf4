import { getCookie } from 'hono/cookie';
import { z } from 'zod';
import { transaction } from '../../../platform/db/index.ts';
import { addressOf } from '../../../platform/http/address.ts';
import { answerJson } from '../../../platform/http/respond.tsx';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import { createLimiter } from '../../../platform/limit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { urls } from '../../../urls.ts';
import type { Signer } from '../../batch.ts';
import { tabletOf } from '../../tablet.ts';
import '../messages.ts';
import { noteContact } from '../contact.ts';
import { type Device, deviceOf, enrol } from '../device.ts';
import { packOf } from '../pack.ts';
import { packKey } from '../pack-key.ts';
import { Sent } from '../queue-shapes.ts';
import type { Enrolled } from '../shapes.ts';
import { takeQueue } from '../take-queue.ts';

/** The tablet's cookie; its page sets it. */
const COOKIE = 'ikrar_tablet';

/** Making a pack takes a tenth of a second: ten at once for one device, then one each ten seconds. */
const packs = createLimiter(10, 10_000);
/** Queues that are of no device of ours, from one address. */
const strays = createLimiter(30, 1000);

/** What a prepared device asks of the server, in JSON. */
export function devicePages(app: App, platform: Platform, signer: Signer): void {
  const { pool, now } = platform;

  app.post(urls.tabletDevice, async (c) => {
    const device = await deviceHere(c, platform);
    const { publicKey } = await bodyOf(c, Enrolment);
    const key = Buffer.from(publicKey, 'base64url');
    // First, because nobody is enrolled where nobody may sign.
    const pack = await packOf(platform, device);
    await transaction(pool, (client) => enrol(client, device, key, now()));
    await noteContact(platform, device, null);
    return answerJson(c, { unlock: packKey(platform, device).unlock, pack } satisfies Enrolled);
  });

  app.get(urls.tabletPack, async (c) => {
    const device = await deviceHere(c, platform);
    if (!device.publicKey) throw new Refusal('offline.notEnrolled', 409);
    const pack = await packOf(platform, device);
    await noteContact(platform, device, null);
    return c.json(pack);
  });

  app.post(urls.tabletQueue, async (c) => {
    const sent = await bodyOf(c, Sent);
    try {
      return c.json(await takeQueue(platform, signer, sent, c.get('visit').lang));
    } catch (error) {
      const stray = error instanceof Refusal && ['offline.unknown', 'offline.wrongKey'].includes(error.code);
      if (stray && !strays.take(addressOf(c), now())) throw new Refusal('offline.busy', 429);
      throw error;
    }
  });
}

const Enrolment = z.object({ publicKey: z.string().max(200) });

/** @throws Refusal tablet.closed, offline.busy */
async function deviceHere(c: Ctx, { pool, now }: Platform): Promise<Device> {
  const { agencyId, id } = await tabletOf(pool, getCookie(c, COOKIE), now());
  if (!packs.take(`${agencyId}/${id}`, now())) throw new Refusal('offline.busy', 429);
  return deviceOf(pool, agencyId, id);
}

/** @throws Refusal platform.unreadable (400) */
async function bodyOf<S extends z.ZodType>(c: Ctx, schema: S): Promise<z.output<S>> {
  const text = await c.req.text();
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new Refusal('platform.unreadable', 400);
  }
}
