import * as z from 'zod';
import { CATEGORIES, CampaignParams, campaignOf } from '../campaigns/index.ts';
import { type Api, describe } from '../platform/api/index.ts';
import type { Platform } from '../platform/platform.ts';
import { type Counts, signedShare } from './counts.ts';
import { coverageOf } from './coverage.ts';
import { unitsIn } from './scope.ts';

const Figures = z.object({
  audience: z.int().meta({ description: 'The denominator: who must sign, as pinned at the opening' }),
  signed: z.int(),
  declined: z.int(),
  exempted: z.int(),
  symbolic: z.int(),
  attended: z.int(),
  notYet: z.int(),
  share: z.number().min(0).max(1).nullable().meta({ description: 'signed / audience; null of nobody' }),
});

const Coverage = z.object({
  asOf: z.iso.datetime(),
  definition: z.string(),
  total: Figures,
  categories: z.array(z.object({ category: z.enum(CATEGORIES), counts: Figures })),
  units: z
    .array(
      z.object({
        id: z.string(),
        parentId: z.string().nullable(),
        name: z.string(),
        counts: Figures,
      }),
    )
    .meta({ description: 'Units that have people of their own in the audience; not rolled up' }),
});

const DEFINITION =
  'Each person of the pinned audience counts in exactly one state, the first that holds: signed (a sealed record of ' +
  'one’s own), declined, exempted, symbolic, attended, notYet. Symbolic signing and attendance are no signature.';

/** Figures of one campaign for programs; nobody's name. */
export function coverageApi(api: Api, { reader, now }: Platform): void {
  describe(api, {
    ...{ method: 'GET', path: '/campaigns/{campaign}/coverage', name: 'readCoverage' },
    scope: 'coverage:read',
    summary: {
      id: 'Cakupan satu gerakan: jumlah, per jenis pegawai, dan per unit',
      en: 'Coverage of one campaign: totals, by category, and by unit',
    },
    params: CampaignParams,
    answer: Coverage,
    refusals: [404],
    example: { answer: EXAMPLE },
  }, async ({ caller, params }) => {
    const { agencyId, unitIds } = caller;
    const { id } = await campaignOf(reader, agencyId, params.campaign);
    const scope = { unitIds };
    const { asOf, total, perCategory, perUnit } = await coverageOf(reader, agencyId, id, scope, now());
    const parents = new Map((await unitsIn(reader, agencyId, scope)).map((unit) => [unit.id, unit.parentId]));
    return {
      ...{ asOf: asOf.toISOString(), definition: DEFINITION, total: figures(total) },
      categories: perCategory.map(({ category, counts }) => ({ category, counts: figures(counts) })),
      units: perUnit.map(({ unitId, name, counts }) => ({
        ...{ id: unitId, parentId: parents.get(unitId) ?? null, name, counts: figures(counts) },
      })),
    };
  });
}

function figures(counts: Counts) {
  return { ...counts, share: signedShare(counts) };
}

const FIGURES = {
  ...{ audience: 4, signed: 3, declined: 0, exempted: 0, symbolic: 0, attended: 0, notYet: 1, share: 0.75 },
};
const EXAMPLE = {
  ...{ asOf: '2024-09-18T00:15:00.000Z', definition: DEFINITION, total: FIGURES },
  categories: [{ category: 'pns', counts: FIGURES }],
  units: [{ id: '06abcdefgh0unit1', parentId: null, name: 'Dinas Contoh', counts: FIGURES }],
};
