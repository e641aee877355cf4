import { z } from 'zod';
import { forAgency, transaction } from '../../platform/db/index.ts';
import { answerJson } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { admitProof, PROOF_HEADER } from '../abuse/index.ts';
import { fromText, RANDOM_ID } from '../seal/index.ts';
import { beat } from './beat.ts';
import { boxPage, MOST_PAGES } from './box-format.ts';
import { boxOf, partOf, placeOf } from './find.ts';
import { replySubject } from './reply-subject.ts';
import { addReply, forget } from './write.ts';

const BEAT_MS = 400;
/** A sealed text of 64 KiB as base64url, and the rest of the message around it. */
const MOST_BODY = 100_000;
const SEALED = [4, 16, 64].map((size) => size * 1024 + 1 + 32 + 16);

const id = z.string().regex(RANDOM_ID);
const lookup = z
  .string()
  .regex(/^[\w-]{43}$/)
  .transform(fromText);
const Asked = z.union([
  z.strictObject({
    lookup,
    page: z
      .int()
      .min(0)
      .max(MOST_PAGES - 1),
  }),
  z.strictObject({ lookup, file: id, part: z.int().min(0).max(49) }),
]);
const Sent = z.union([
  z.strictObject({ lookup, act: z.literal('forget') }),
  z.strictObject({
    lookup,
    act: z.literal('write'),
    agency: z.string().regex(/^[\w.-]{1,100}$/),
    sealed: z
      .string()
      .regex(/^[\w-]+$/)
      .refine((text) => text.length % 4 !== 1)
      .transform(fromText)
      .refine((bytes) => bytes[0] === 1 && SEALED.includes(bytes.length)),
    files: z.array(z.strictObject({ id, parts: z.int().min(1).max(50) })).max(10),
  }),
]);

/** For the script of the way back. Nothing that these send or take can be read here. */
export function boxPages(app: App, platform: Platform): void {
  const { pool, now } = platform;

  app.post(urls.reportBox, async (c) => {
    const { next } = beat(BEAT_MS);
    const asked = await bodyOf(c, Asked, 300);
    const subject = `box:${Buffer.from(asked.lookup).toString('base64url')}`;
    admitProof(platform, { kind: 'box', channel: '-', subject }, c.req.header(PROOF_HEADER));
    const bytes = 'page' in asked ? await pageOf(asked) : await partOf(platform, asked.lookup, asked);
    await next();
    return noise(c, bytes);
  });

  async function pageOf(asked: { lookup: Uint8Array; page: number }): Promise<Uint8Array> {
    const { head, sealed } = await boxOf(platform, asked.lookup);
    return boxPage(head, sealed, asked.page);
  }

  // Whether the code exists is not told here either: what is sent to none is thrown away with the same words.
  app.post(urls.reportReply, async (c) => {
    const { next } = beat(BEAT_MS);
    const sent = await bodyOf(c, Sent, MOST_BODY);
    const proof = c.req.header(PROOF_HEADER);
    const subject = replySubject(sent);
    if (sent.act === 'forget') admitProof(platform, { kind: 'box', channel: '-', subject }, proof);
    else admitProof(platform, { kind: 'reply', channel: sent.agency, subject }, proof);
    const place = await placeOf(platform, sent.lookup);
    if (place && (sent.act === 'forget' || place.agencyId === sent.agency))
      await forAgency(place.agencyId, () =>
        transaction(pool, async (client) => {
          if (sent.act === 'forget') await forget(client, place, now());
          else await addReply(client, place, sent, now());
        }),
      );
    await next();
    return answerJson(c, {});
  });
}

/** @throws Refusal mailbox.unreadable (400) */
async function bodyOf<T>(c: Ctx, shape: z.ZodType<T>, most: number): Promise<T> {
  const length = Number(c.req.header('content-length') ?? Number.NaN);
  if (!(length <= most)) throw new Refusal('mailbox.unreadable', 400);
  const value = await c.req.json().catch(() => null);
  const read = shape.safeParse(value);
  if (!read.success) throw new Refusal('mailbox.unreadable', 400);
  return read.data;
}

/** Whole from the start: compressed, its size would tell what it is filled with. */
function noise(c: Ctx, bytes: Uint8Array): Response {
  c.set('whole', true);
  const own = { 'Content-Type': 'application/octet-stream', 'Cache-Control': 'no-store' };
  const length = { 'Content-Length': String(bytes.length) };
  return new Response(bytes as BodyInit, { headers: { ...c.get('safe'), ...own, ...length } });
}
