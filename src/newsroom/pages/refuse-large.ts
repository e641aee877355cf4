import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { refused } from '../../platform/http/app.tsx';
import type { Ctx, Env } from '../../platform/http/visit.ts';
import { Refusal } from '../../platform/refusal.ts';

/** For the rest of a form beside its file. */
const REST = 64 * 1024;

/** Refuses a form much larger than `limit` before it is read into memory. */
export function refuseLarge(limit: number): MiddlewareHandler<Env> {
  const params = { limit: `${limit / 1024 / 1024} MB` };
  const onError = (c: unknown) => refused(c as Ctx, new Refusal('platform.tooLarge', 413, params));
  return bodyLimit({ maxSize: limit + REST, onError });
}
