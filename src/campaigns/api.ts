import * as z from 'zod';
import { type Api, describe } from '../platform/api/index.ts';
import type { Platform } from '../platform/platform.ts';
import { CATEGORIES, type Campaign, type TextVersion } from './campaign.ts';
import { campaignOf, campaignsOf } from './find-campaign.ts';

const Listed = z.object({
  id: z.string(),
  title: z.string(),
  electionId: z.string(),
  state: z.enum(['preparing', 'open', 'closed']),
  deadline: z.iso.datetime(),
  openedAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  audience: z.int().nullable().meta({ description: 'How many must sign; null before it is opened' }),
});

const Text = z.object({
  version: z.int(),
  digest: z.string().meta({ description: 'docs/formats/text.md' }),
  title: z.string(),
  opener: z.string(),
  points: z.array(z.string()),
  closing: z.string(),
  language: z.enum(['id', 'en']),
  draft: z.boolean(),
});

const Whole = Listed.extend({
  circular: z.object({
    number: z.string().nullable(),
    date: z.string().nullable(),
    issuer: z.string().nullable(),
  }),
  bases: z.array(z.string()),
  categories: z.array(z.enum(CATEGORIES)).nullable(),
  pledge: Text.nullable(),
  pact: Text.nullable(),
});

export const CampaignParams = z.object({ campaign: z.string().max(100) });

/** Campaigns for programs. */
export function campaignsApi(api: Api, { pool }: Platform): void {
  describe(
    api,
    {
      ...{ method: 'GET', path: '/campaigns', name: 'listCampaigns', scope: 'campaigns:read' },
      summary: { id: 'Semua gerakan ikrar, yang terbaru dahulu', en: 'All campaigns, the newest first' },
      answer: z.object({ campaigns: z.array(Listed) }),
      example: { answer: { campaigns: [EXAMPLE] } },
    },
    async ({ caller }) => ({ campaigns: (await campaignsOf(pool, caller.agencyId)).map(listed) }),
  );

  describe(
    api,
    {
      ...{ method: 'GET', path: '/campaigns/{campaign}', name: 'readCampaign', scope: 'campaigns:read' },
      summary: {
        id: 'Satu gerakan: edaran, dasar, dan teks yang ditandatangani',
        en: 'One campaign: circular, bases, and the texts that are signed',
      },
      params: CampaignParams,
      answer: Whole,
      refusals: [404],
      example: { answer: WHOLE },
    },
    async ({ caller, params }) => whole(await campaignOf(pool, caller.agencyId, params.campaign)),
  );
}

function listed(campaign: Campaign): z.input<typeof Listed> {
  const { id, title, electionId, state, deadline, opening, closing } = campaign;
  return {
    ...{ id, title, electionId, state, deadline: deadline.toISOString() },
    openedAt: opening?.openedAt.toISOString() ?? null,
    closedAt: closing?.closedAt.toISOString() ?? null,
    audience: opening?.audienceSize ?? null,
  };
}

function whole(campaign: Campaign): z.input<typeof Whole> {
  const { circular, bases, opening, pledge, pact } = campaign;
  const { number, date, issuer } = circular;
  return {
    ...listed(campaign),
    ...{ circular: { number, date, issuer }, bases, categories: opening?.categories ?? null },
    ...{ pledge: pledge && text(pledge), pact: pact && text(pact) },
  };
}

/** Without what is told of its making and withdrawal. */
function text({ version, digest, title, opener, points, closing, language, draft }: TextVersion) {
  return { version, digest, title, opener, points, closing, language, draft };
}

const EXAMPLE = {
  ...{ id: '06abcdefgh0gerak', title: 'Ikrar Netralitas Contoh', electionId: 'pilkada-2024', state: 'open' },
  ...{
    deadline: '2024-09-30T14:59:00.000Z',
    openedAt: '2024-09-03T00:00:00.000Z',
    closedAt: null,
    audience: 4,
  },
};
const WHOLE = {
  ...EXAMPLE,
  circular: { number: '800/1/SE/2024', date: '2024-09-02', issuer: 'Sekretaris Daerah' },
  bases: ['Peraturan Pemerintah Nomor 94 Tahun 2021'],
  categories: ['pns', 'pppk'],
  pledge: null,
  pact: {
    ...{ version: 1, digest: 'b1946ac92492d2347c6235b4d2611184', title: 'PAKTA INTEGRITAS' },
    ...{ opener: 'Saya menyatakan:', points: ['Menjaga netralitas.'], closing: 'Demikian.' },
    ...{ language: 'id', draft: true },
  },
};
