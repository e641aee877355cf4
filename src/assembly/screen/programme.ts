import { type Agency, agencyOn } from '../../agencies/index.ts';
import { audiencePerson, type Campaign, campaignOf } from '../../campaigns/index.ts';
import { type CeremonyHead, ceremonyHead, type Plan, planOf, type Site } from '../../ceremonies/index.ts';
import type { Client } from '../../platform/db/index.ts';
import { formatDate } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';
import { type Card, cardsOf } from './cards.ts';
import { t } from './messages.ts';
import type { Screen } from './screen.ts';

/** All that a screen shows, but for the figures. */
export interface Programme {
  agency: Agency;
  head: CeremonyHead;
  campaign: Campaign;
  site: Site | null;
  cards: Card[];
}

export async function programmeOf(client: Client, screen: Screen, lang: Lang): Promise<Programme> {
  const { agencyId, ceremonyId } = screen;
  const head = await ceremonyHead(client, agencyId, ceremonyId);
  const agency = await agencyOn(client, agencyId, head.heldOn);
  const campaign = await campaignOf(client, agencyId, head.campaignId);
  const { plan } = await planOf(client, agencyId, ceremonyId);
  const first = await firstToSign(client, head, plan);
  const cards = cardsOf({
    pledge: campaign.pledge,
    bases: [...circularLine(lang, campaign), ...campaign.bases],
    runSheet: plan.runSheet.map((run) =>
      run.step === 'head-signs' ? { ...run, who: run.who || first } : run,
    ),
  });
  return { agency, head, campaign, site: plan.sites.find(({ id }) => id === screen.site) ?? null, cards };
}

/** Where the screen stands; at the beginning where it was not moved, or at a card that is gone. */
export function placeOf({ cards }: Programme, step: string | null): number {
  return Math.max(
    cards.findIndex(({ id }) => id === step),
    0,
  );
}

async function firstToSign(client: Client, { agencyId, campaignId }: CeremonyHead, { order }: Plan) {
  const [person] = order.persons;
  if (!order.headFirst || person === undefined) return '';
  return (await audiencePerson(client, agencyId, campaignId, person))?.name ?? '';
}

function circularLine(lang: Lang, { circular }: Campaign): string[] {
  const { number, date, issuer } = circular;
  if (!number || !issuer) return [];
  if (!date) return [t(lang)('screen.circular', { issuer, number })];
  return [t(lang)('screen.circularDated', { issuer, number, date: formatDate(lang, date) })];
}
