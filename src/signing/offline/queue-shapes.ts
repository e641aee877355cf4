import { z } from 'zod';
import { STANDINGS } from '../../ceremonies/index.ts';
import type { QueueBody, QueueSent } from './shapes.ts';

/** What a queue may be, however hostile. Instants in the one spelling with milliseconds, as in a record. */
const instant = z.string().refine((text) => {
  const at = new Date(text);
  return /^2[01]\d\d-/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString() === text;
});
const base64url = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w-]+$/);
const name = z
  .string()
  .max(100)
  .regex(/^[^\p{Cc}]+$/u);
const seq = z.int().min(1).max(1_000_000);
const signature = z.string().regex(/^[\w-]{86}$/);

/** At most this many in one sending are read at all, and dealt with. */
export const MOST_ITEMS = 50;
const MOST_READ = 200;

export const Sent = z.strictObject({
  format: z.literal('ikrar/queue/v1'),
  agency: name,
  tablet: name,
  sentAt: instant,
  items: z.array(z.strictObject({ seq, sealed: base64url(16_000) })).max(MOST_READ),
  signature,
}) satisfies z.ZodType<QueueSent>;

export const Body = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('sign'),
    person: name,
    textDigest: z.string().max(64),
    ticked: z.array(z.int().min(0).max(99)).max(50),
    typedName: z.string().max(200),
    drawing: z.string().max(4096).nullable(),
    key: z.string().regex(/^[\w-]{16,64}$/),
    statement: z.strictObject({ at: instant, seq, signature }),
  }),
  z.strictObject({
    kind: z.literal('presence'),
    person: name,
    standing: z.enum(STANDINGS),
    reason: z.string().max(300).nullable(),
    how: z.enum(['slip', 'list']),
    at: instant,
  }),
]) satisfies z.ZodType<QueueBody>;
export type Body = z.output<typeof Body>;

/** Kept on a person's own phone. */
export const PhoneAct = z.strictObject({
  at: instant,
  sentAt: instant,
  seq: z.literal(1),
  publicKey: base64url(200),
  signature,
});
export type PhoneAct = z.output<typeof PhoneAct>;
