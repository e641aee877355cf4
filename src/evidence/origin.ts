import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Client, exec, maybe, one } from '../platform/db/index.ts';
import { sql } from './store.ts';

const Origin = z.object({ origin: z.string() });

/**
 * The name under which this installation's logs are known, a schemeless address without a trailing slash (C2SP
 * tlog-checkpoint). It is made once and then stays, even where the installation moves to another address.
 */
export async function originOf(client: Client): Promise<string> {
  const known = await maybe(client, sql.origin, {}, Origin);
  if (known) return known.origin;
  await exec(client, sql.addOrigin, { origin: `ikrar-${randomBytes(4).toString('hex')}.localhost/log` });
  return (await one(client, sql.origin, {}, Origin)).origin;
}
