import { z } from 'zod';
import { maybe } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import type { ActEvidence } from '../../../verify/index.ts';
import type { Signatory } from '../../may-sign.ts';
import { requireWay } from '../way-setting.ts';
import { CODE, codeHash, holderOf, sql } from './code.ts';

const Tried = z.object({ fits: z.boolean(), sentAt: z.date() });

/**
 * The evidence for a record that is about to be sealed. A right code may come again with the same form; after the
 * signature there is nothing left that it could sign.
 * @throws Refusal signing.codeWrong, signing.codeOver (none is valid: too old, too many tries, never sent), wayOff
 */
export async function codeEvidence(
  platform: Platform,
  signatory: Signatory,
  typed: string,
): Promise<ActEvidence> {
  const holder = holderOf(signatory);
  await requireWay(platform.pool, holder.agencyId, holder.campaignId, 'code');
  const digits = typed.replace(/\D/g, '').slice(0, CODE.digits);
  if (digits.length < CODE.digits) throw new Refusal('signing.codeMissing');
  const tried = await maybe(
    platform.pool,
    sql.tryCode,
    {
      ...{ ...holder, tries: CODE.tries, codeHash: codeHash(platform, holder, digits) },
      validSince: new Date(platform.now().getTime() - CODE.minutes * 60_000),
    },
    Tried,
  );
  if (!tried) throw new Refusal('signing.codeOver');
  if (!tried.fits) throw new Refusal('signing.codeWrong');
  return { kind: 'code', channel: 'email', sentAt: tried.sentAt.toISOString() };
}
