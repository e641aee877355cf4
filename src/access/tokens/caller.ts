import * as z from 'zod';
import type { Caller } from '../../platform/api/index.ts';
import { exec, forAll, maybe, narrowTo } from '../../platform/db/index.ts';
import type { Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { createRate } from './rate.ts';
import { hashOf, isWellFormed } from './secret.ts';
import { sql } from './tokens.ts';

/** Requests of one token in a minute. */
export const A_MINUTE = 300;

/** What a program may be told when its token opens nothing. */
export const TOKEN_CODES = [
  'tokens.missing',
  'tokens.mistyped',
  'tokens.unknown',
  'tokens.over',
  'tokens.scope',
] as const;

const Found = z.object({
  agencyId: z.string(),
  id: z.string(),
  scopes: z.array(z.string()),
  unitId: z.string().nullable(),
  until: z.date(),
  ended: z.boolean(),
});

/** Who asks with `Authorization: Bearer`; nothing else counts, no cookie and no other header. */
export function callers({ pool, now }: Platform, limit = A_MINUTE) {
  const rate = createRate(limit, 60);
  const days = new Map<string, string>();

  async function noteDay(agencyId: string, id: string): Promise<void> {
    const day = now().toISOString().slice(0, 10);
    if (days.get(id) === day) return;
    await exec(pool, sql.addTokenDay, { agencyId, id, day });
    if (days.size > 10_000) days.clear();
    days.set(id, day);
  }

  /** @throws Refusal one of TOKEN_CODES (401, 403), api.tooMany (429) */
  return async (c: Ctx, scope: string): Promise<Caller> => {
    const token = bearer(c);
    const found = await forAll(() => maybe(pool, sql.tokenByHash, { hash: hashOf(token) }, Found));
    if (!found) throw new Refusal('tokens.unknown', 401);
    if (found.ended || found.until <= now()) throw new Refusal('tokens.over', 401);
    const { agencyId, id, unitId } = found;
    narrowTo(agencyId);
    rate.take(c, id, now());
    if (!found.scopes.includes(scope)) throw new Refusal('tokens.scope', 403, { scope });
    await noteDay(agencyId, id);
    return { agencyId, tokenId: id, unitIds: unitId === null ? null : [unitId], by: `token:${id}` };
  };
}

function bearer(c: Ctx): string {
  const [, token] = /^Bearer +(\S{1,200})$/i.exec(c.req.header('authorization') ?? '') ?? [];
  if (token === undefined) throw new Refusal('tokens.missing', 401);
  if (!isWellFormed(token)) throw new Refusal('tokens.mistyped', 401);
  return token;
}
