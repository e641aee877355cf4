import { z } from 'zod';
import type { SignatureCheck } from '../evidence/index.ts';
import { many, maybe, queries } from '../platform/db/index.ts';
import sqlText from './log-check.sql';

const sql = queries(sqlText);
const Signature = z.object({
  personId: z.string(),
  receipt: z.string(),
  method: z.string(),
  signedAt: z.date(),
});

/** Every sealed record has its signature, with the same receipt, way and time, and every signature its record. */
export const checkSignatures: SignatureCheck = {
  async compare(client, { agencyId, campaignId }, acts) {
    const persons = acts.map((act) => act.personId);
    const rows = await many(client, sql.signaturesOf, { agencyId, campaignId, persons }, Signature);
    const signatures = new Map(rows.map((row) => [row.personId, row]));
    for (const { index, personId, receipt, method, at } of acts) {
      const found = signatures.get(personId);
      if (!found) return { code: 'record-without-signature', index };
      const same = found.receipt === receipt && found.method === method;
      if (!same || found.signedAt.getTime() !== at.getTime()) return { code: 'signature-differs', index };
    }
    return null;
  },

  async leftOver(client, { agencyId, campaignId }) {
    const row = await maybe(
      client,
      sql.unsealed,
      { agencyId, campaignId },
      z.object({ receipt: z.string() }),
    );
    return row?.receipt ?? null;
  },
};
