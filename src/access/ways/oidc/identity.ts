import { z } from 'zod';
import { type Client, exec, forAll, many, maybe, queries, transaction } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { sql as waysSql } from '../sql.ts';
import { tell } from '../tell.ts';
import sqlText from './oidc.sql';
import type { Claimed } from './provider.ts';

const sql = queries(sqlText);
const Id = z.object({ id: z.string() });

/**
 * Whose account this is. None is ever made for whoever comes from a provider.
 * @throws Refusal access.oidcUnknown (403), access.oidcNoClaim (403), access.oidcTwice (409)
 */
export async function accountOf(platform: Platform, who: Claimed): Promise<string> {
  const { pool, config } = platform;
  const { claim = 'sub', name = '' } = config.oidc ?? {};
  if (claim === 'sub') {
    const { issuer, subject } = who;
    const found = await maybe(pool, sql.accountByIdentity, { issuer, subject }, Id);
    if (!found) throw new Refusal('access.oidcUnknown', 403, { provider: name, label: who.label });
    return found.id;
  }
  if (!who.value) throw new Refusal('access.oidcNoClaim', 403, { provider: name, claim });
  const found = await many(pool, waysSql.accountsByClaim, { value: who.value }, Id);
  if (found.length > 1) throw new Refusal('access.oidcTwice', 409, { provider: name });
  if (!found[0]) throw new Refusal('access.oidcUnknown', 403, { provider: name, label: who.label });
  await holdTo(platform, found[0].id, who);
  return found[0].id;
}

/**
 * The first subject that comes with an account's claim is the one, until an officer enters the claim anew. Attacker: who is
 * given a number or an address at the provider that once was somebody else's.
 */
async function holdTo(platform: Platform, accountId: string, who: Claimed): Promise<void> {
  const { issuer, subject, label } = who;
  const known = (await identitiesOf(platform.pool, accountId)).filter((one) => one.issuer === issuer);
  if (known.some((one) => one.subject === subject)) return;
  if (known.length > 0) {
    const provider = platform.config.oidc?.name ?? '';
    throw new Refusal('access.oidcUnknown', 403, { provider, label });
  }
  await linkIdentity(platform, accountId, { issuer, subject, label });
}

const Identity = z.object({ issuer: z.string(), subject: z.string(), label: z.string(), linkedAt: z.date() });
export type Identity = z.output<typeof Identity>;

export function identitiesOf(client: Client, accountId: string): Promise<Identity[]> {
  return many(client, sql.identitiesOf, { accountId }, Identity);
}

export type Link = Pick<Identity, 'issuer' | 'subject' | 'label'>;

/** @throws Refusal access.identityTaken (409) */
export function linkIdentity({ pool, now }: Platform, accountId: string, link: Link): Promise<void> {
  return forAll(() =>
    transaction(pool, async (client) => {
      const added = await exec(client, sql.addIdentity, { ...link, accountId, now: now() });
      const { issuer, subject } = link;
      const holder = await maybe(client, sql.accountByIdentity, { issuer, subject }, Id);
      if (holder?.id !== accountId) throw new Refusal('access.identityTaken', 409);
      const data = { provider: link.issuer };
      if (added > 0) await tell(client, { accountId, at: now(), kind: 'account.identityLinked', data });
    }),
  );
}

export function unlinkIdentity(
  { pool, now }: Platform,
  accountId: string,
  link: Pick<Link, 'issuer' | 'subject'>,
): Promise<void> {
  return forAll(() =>
    transaction(pool, async (client) => {
      const { issuer, subject } = link;
      if ((await exec(client, sql.removeIdentity, { issuer, subject, accountId })) === 0) return;
      const data = { provider: issuer };
      await tell(client, { accountId, at: now(), kind: 'account.identityUnlinked', data });
    }),
  );
}
