import { type Command, print, readArgs } from '../platform/command.ts';
import { forAgency, forAll, transaction } from '../platform/db/index.ts';
import { withPlatform } from '../platform/opened.ts';
import type { Platform } from '../platform/platform.ts';
import {
  type Difference,
  differenceLine,
  keepComparison,
  openedCampaigns,
  recount,
  repair,
} from './recount.ts';
import type { TallyOf } from './tally.ts';

const check: Command = {
  name: 'tally check',
  usage: '[--agency ID] [--repair] [--json]',
  summary:
    'Compares the counts of coverage with a recount of the facts; with --repair puts right what differs.',
  async run(args, io, config) {
    const options = { agency: { type: 'string' }, repair: { type: 'boolean' } } as const;
    const { values } = readArgs(args, options, 0);
    return withPlatform(config, async (platform) => {
      const { agency = null, repair: repairing = false } = values;
      const campaigns = await forAll(() => openedCampaigns(platform.pool, agency));
      const off: (TallyOf & { differences: readonly Difference[] })[] = [];
      for (const of of campaigns) {
        const differences = await forAgency(of.agencyId, () => compared(platform, of, repairing));
        if (differences.length > 0) off.push({ ...of, differences });
      }
      const lines = off.flatMap(({ agencyId, campaignId, differences }) =>
        differences.map((difference) => `${agencyId} / ${campaignId}: ${differenceLine(difference)}`),
      );
      const sum = `${campaigns.length} campaigns compared, ${off.length} off${repairing ? ' and repaired' : ''}`;
      const document = { campaigns: campaigns.length, repaired: repairing, off };
      print(io, values.json, document, [...lines, sum].join('\n'));
      return off.length > 0 && !repairing ? 1 : 0;
    });
  },
};

async function compared({ pool, now }: Platform, of: TallyOf, repairing: boolean): Promise<Difference[]> {
  const found = await recount(pool, of.agencyId, of.campaignId);
  const differences =
    repairing && found.length > 0
      ? await transaction(pool, (client) => repair(client, { ...of, by: 'system:tally' }, now()))
      : found;
  await transaction(pool, (client) => keepComparison(client, of, repairing ? 0 : found.length, now()));
  return differences;
}

export const tallyCommands: readonly Command[] = [check];
