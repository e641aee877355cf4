import { type Agency, agencyOn } from '../../agencies/index.ts';
import { type Campaign, campaignOf, tidyLine } from '../../campaigns/index.ts';
import { ceremonyHead, type Plan, planOf } from '../../ceremonies/index.ts';
import { electionName } from '../../elections/index.ts';
import type { Client } from '../../platform/db/index.ts';
import { formatDate } from '../../platform/format.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { MinutesContent } from '../../verify/index.ts';
import { type CeremonyCounts, ceremonyCounts, type Figures } from '../counts.ts';
import { absentCommitment } from './absent.ts';
import type { AbsentLine, Where } from './minutes.ts';
import { guestsAt, photosAt, symbolicAt } from './sources.ts';
import type { Told } from './told.ts';

/** The restricted list that the minutes only commit to. */
export interface Annex {
  list: readonly AbsentLine[];
  salt: Uint8Array;
}

/**
 * Everything that the minutes of this ceremony would say now, numbered as a first version.
 * @throws Refusal ceremonies.unknown (404)
 */
export async function factsNow(
  client: Client,
  where: Where,
  told: Told,
  { list, salt }: Annex,
  now: Date,
): Promise<MinutesContent> {
  const { agencyId, ceremonyId } = where;
  const head = await ceremonyHead(client, agencyId, ceremonyId);
  const campaign = await campaignOf(client, agencyId, head.campaignId);
  const agency = await agencyThen(client, agencyId, head.heldOn);
  const { plan } = await planOf(client, agencyId, ceremonyId);
  const counts = await ceremonyCounts(client, { agencyId, ceremonyId, unitIds: null });
  return {
    format: 'ikrar/minutes/v1',
    kind: 'minutes',
    example: head.isExample,
    agency: { id: agency.id, name: agency.name, letterhead: agency.letterhead, zone: agency.zone },
    campaign: {
      id: campaign.id,
      title: campaign.title,
      election: electionName('id', campaign.electionId),
      circular: circularOf(campaign.circular),
    },
    bases: campaign.bases,
    ceremony: { id: head.id, title: head.title, kind: head.kind, version: 1, replaces: null },
    held: {
      date: head.heldOn,
      dateStatus: head.heldOnStatus,
      dateNote: head.heldOnNote && line(head.heldOnNote),
      startedAt: told.startedAt,
      endedAt: told.endedAt,
      place: head.place,
      sites: plan.sites.map(({ name, place, mode }) => ({ name, place: place || null, mode })),
    },
    text: campaign.pledge && {
      id: `${campaign.id}:pledge`,
      version: campaign.pledge.version,
      digest: campaign.pledge.digest,
      draft: campaign.pledge.draft,
      title: campaign.pledge.title,
    },
    runSheet: runSheetOf(plan),
    officers: told.officers,
    counts: countsOf(counts, now),
    guests: await guestsAt(client, where),
    symbolic: await symbolicAt(client, where),
    photos: await photosAt(client, where, told.photoIds, agency.zone),
    annexes: [{ kind: 'absent', count: list.length, commitment: absentCommitment(salt, list) }],
    remarks: told.remarks,
  };
}

function circularOf({ number, date, issuer }: Campaign['circular']): string | null {
  if (!number) return null;
  const of = ['Surat edaran', issuer, 'Nomor', number, ...(date ? ['tanggal', formatDate('id', date)] : [])];
  return of.filter(Boolean).join(' ');
}

/** Under the name of that day; under today's where the register knows none for it. */
async function agencyThen(client: Client, agencyId: string, day: string | null): Promise<Agency> {
  try {
    return await agencyOn(client, agencyId, day);
  } catch (error) {
    if (!(error instanceof Refusal) || day === null) throw error;
    return agencyOn(client, agencyId, null);
  }
}

function runSheetOf({ runSheet }: Plan): MinutesContent['runSheet'] {
  return runSheet
    .filter(({ title }) => line(title) !== '')
    .slice(0, 60)
    .map(({ title, who }) => ({ title: line(title), who: line(who) || null }));
}

const MOST_UNITS = 1000;

/** Units beyond what a record holds stand together in its last line, so that the lines still give the total. */
function countsOf({ total, byCategory, byUnit }: CeremonyCounts, now: Date): MinutesContent['counts'] {
  const lines = byUnit.map(({ unitId: _, unitName, ...figures }) => ({ unit: line(unitName), ...figures }));
  const [own, rest] = [lines.slice(0, MOST_UNITS - 1), lines.slice(MOST_UNITS - 1)];
  const others = rest.length > 1 ? [{ unit: `${rest.length} unit lain`, ...sumOf(rest) }] : rest;
  return { asOf: now.toISOString(), total, byCategory, byUnit: [...own, ...others] };
}

function sumOf(lines: readonly Figures[]): Figures {
  const { unit: _, ...first } = { unit: '', ...(lines[0] as Figures) };
  const names = Object.keys(first) as (keyof Figures)[];
  return Object.fromEntries(
    names.map((name) => [name, lines.reduce((sum, one) => sum + one[name], 0)]),
  ) as unknown as Figures;
}

function line(text: string): string {
  return tidyLine(text).slice(0, 300).trim();
}
