import * as z from 'zod';
import { readByToken, unitsOfCaller } from '../agencies/index.ts';
import { CampaignParams, campaignOf } from '../campaigns/index.ts';
import { type Api, describe } from '../platform/api/index.ts';
import { many, queries, transaction } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';
import sqlText from './api.sql';

const sql = queries(sqlText);

const Result = z.object({
  index: z
    .int()
    .meta({ description: 'Place in the log of the campaign; ask for the next ones with after=INDEX' }),
  receipt: z.string(),
  personId: z.string(),
  idKind: z.enum(['nip', 'ni-pppk', 'local']),
  idNumber: z.string().nullable().meta({ description: 'As pinned when the campaign was opened' }),
  unitId: z.string(),
  signedAt: z.iso.datetime(),
  method: z.string(),
  verifyUrl: z.string(),
});
const Row = Result.extend({ signedAt: z.date() });

const Results = z.object({
  results: z.array(Result),
  next: z.int().meta({ description: 'The `after` of the next request, also when nothing came' }),
  more: z.boolean(),
});

/** Who has signed, to be carried on to other systems: each record once, in the order of the log. */
export function resultsApi(api: Api, { pool, now }: Platform): void {
  describe(api, {
    ...{ method: 'GET', path: '/campaigns/{campaign}/results', name: 'readResults', scope: 'results:read' },
    summary: {
      id: 'Siapa yang sudah menandatangani, menurut urutan log; dengan after=INDEX yang berikutnya',
      en: 'Who has signed, in the order of the log; with after=INDEX the next ones',
    },
    params: CampaignParams,
    query: z.object({
      after: z.coerce.number().int().min(-1).max(Number.MAX_SAFE_INTEGER).default(-1),
      limit: z.coerce.number().int().min(1).max(1000).default(500),
    }),
    answer: Results,
    refusals: [404],
    example: { answer: { results: [EXAMPLE], next: 0, more: false } },
  }, async ({ caller, params, query: { after, limit } }) => {
    const { agencyId } = caller;
    const { id: campaignId } = await campaignOf(pool, agencyId, params.campaign);
    const unitIds = await unitsOfCaller(pool, caller);
    const asked = { agencyId, campaignId, unitIds, after, limit: limit + 1 };
    const rows = await many(pool, sql.resultsAfter, asked, Row);
    const results = rows.slice(0, limit);
    const read = { list: 'results', count: results.length, unitIds, of: campaignId };
    await transaction(pool, (client) => readByToken(client, caller, read, now()));
    return {
      results: results.map((row) => ({ ...row, signedAt: row.signedAt.toISOString() })),
      ...{ next: results.at(-1)?.index ?? after, more: rows.length > limit },
    };
  });
}

const EXAMPLE = {
  ...{ index: 0, receipt: 'K7QF-3M2P-9XWT', personId: '06abcdefgh012345', idKind: 'nip' },
  ...{ idNumber: '198503122010012007', unitId: '06abcdefgh0unit1', signedAt: '2024-09-18T00:15:00.000Z' },
  ...{ method: 'slip', verifyUrl: 'https://ikrar.example.go.id/v/contoh/K7QF-3M2P-9XWT' },
};
