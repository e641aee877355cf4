import { createHmac } from 'node:crypto';
import type { ClientBase } from 'pg';
import { guard } from '../../access/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { answerJson } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { chainOf } from '../recipients/chain.ts';
import { type SignedStatement, toText } from '../seal/index.ts';
import type { KeyData, WrapData } from './key-data.ts';
import { addKey, keysOf } from './keys.ts';
import { Posted } from './posted.ts';
import { addWrap, endWrap, escrowsHeldBy, type StoredWrap, type Who, wrapsOf } from './wraps.ts';

/** For scripts: own keys in their wraps, and changes of them. What goes through here opens nothing. */
export function keyDataPage(app: App, platform: Platform): void {
  const { pool, now } = platform;

  app.get(urls.oversightKeyData, async (c) => {
    const { agencyId, account } = guard(c, 'oversight.key');
    const keys = await keysOf(pool, agencyId, account.id);
    const ids = keys.map(({ id }) => id);
    const wraps = await wrapsOf(pool, agencyId, ids);
    const held = await escrowsHeldBy(pool, agencyId, ids);
    const data: KeyData = {
      accountId: account.id,
      tab: tabKey(c, platform),
      keys: keys.map(({ id, sealPublic, signPublic }) => ({
        ...{ id, sealPublic: toText(sealPublic), signPublic: toText(signPublic) },
        wraps: wraps.filter(({ keyId }) => keyId === id).map(wrapData),
      })),
      held: held.map((one) => ({ ...wrapData(one), keyId: one.keyId, name: one.name ?? '' })),
      chain: (await chainOf(pool, agencyId)).map(statementData),
    };
    return answerJson(c, data);
  });

  app.post(urls.oversightKeyData, async (c) => {
    const { agencyId, account } = guard(c, 'oversight.key');
    const read = Posted.safeParse(await c.req.json().catch(() => null));
    if (!read.success) throw new Refusal('ownKeys.unreadable', 400);
    const who = { agencyId, accountId: account.id, now: now() };
    await transaction(pool, (client) => change(client, who, read.data));
    return answerJson(c, { done: true });
  });
}

async function change(client: ClientBase, who: Who, posted: Posted): Promise<void> {
  if (posted.act === 'end') return endWrap(client, who, posted.keyId, posted.wrapId);
  if (posted.act === 'wrap') {
    await addWrap(client, who, posted.keyId, posted.wrap);
    for (const wrapId of posted.ends) await endWrap(client, who, posted.keyId, wrapId);
    return;
  }
  const { id, sealPublic, signPublic, wraps } = posted;
  await addKey(client, { ...who, id, sealPublic, signPublic }, who.now);
  for (const wrap of wraps) await addWrap(client, who, id, wrap);
}

/**
 * Closes what a tab keeps of an opened key; given to the session alone, so that after signing out, and for another
 * account in the same tab, what lies there is noise.
 */
function tabKey(c: Ctx, { secret }: Platform): string {
  const { session } = c.get('visit');
  if (!session) throw new Refusal('access.signInFirst', 401);
  return createHmac('sha256', secret('oversight-tab')).update(session.id).digest('base64url');
}

function wrapData({ id, way, params, sealed, madeAt }: StoredWrap): WrapData {
  return { id, way, params, sealed: toText(sealed), madeAt: madeAt.toISOString() };
}

function statementData({ statement, signature, signedBy }: SignedStatement) {
  return { statement: toText(statement), signature: toText(signature), signedBy };
}
