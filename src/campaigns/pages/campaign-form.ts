import { isDay } from '../../platform/days.ts';
import { sniff } from '../../platform/files/index.ts';
import { instantOf, type Zone } from '../../platform/format.ts';
import { field } from '../../platform/http/form.ts';
import type { CampaignValues } from '../check-campaign.ts';
import type { Problem } from '../problem.ts';
import { tidyLine, tidyLines } from '../tidy.ts';

/** The fields of the form as typed, to be shown again. */
export const CAMPAIGN_FIELDS = [
  'title',
  'electionId',
  'circularNumber',
  'circularDate',
  'circularIssuer',
  'circularText',
  'bases',
  'deadline',
  'deadlineTime',
  'place',
] as const;
export type CampaignForm = Record<(typeof CAMPAIGN_FIELDS)[number], string>;

export const EMPTY_FORM = Object.fromEntries(CAMPAIGN_FIELDS.map((name) => [name, ''])) as CampaignForm;

/** Reads the posted form; an uploaded text file takes the place of the pasted text. */
export async function readCampaignForm(
  body: Record<string, unknown>,
): Promise<{ form: CampaignForm; problems: Problem[] }> {
  const form = Object.fromEntries(CAMPAIGN_FIELDS.map((name) => [name, field(body, name)])) as CampaignForm;
  const file = body.circularFile;
  if (!(file instanceof File) || file.size === 0) return { form, problems: [] };
  const text = plainText(new Uint8Array(await file.arrayBuffer()));
  if (text === null) return { form, problems: [{ field: 'circularFile', code: 'campaigns.notText' }] };
  return { form: { ...form, circularText: text }, problems: [] };
}

/** The form's values, tidied; an unreadable deadline becomes an invalid Date, for the check to tell. */
export function campaignValues(form: CampaignForm, zone: Zone): CampaignValues {
  const orNull = (text: string) => text || null;
  return {
    title: tidyLine(form.title),
    electionId: form.electionId,
    circularNumber: orNull(tidyLine(form.circularNumber)),
    circularDate: orNull(form.circularDate.trim()),
    circularIssuer: orNull(tidyLine(form.circularIssuer)),
    circularText: orNull(form.circularText.trim()),
    bases: basisLines(form),
    deadline: deadlineOf(form, zone),
    place: orNull(tidyLine(form.place)),
  };
}

export function basisLines(form: CampaignForm): string[] {
  return tidyLines(form.bases)
    .split('\n')
    .filter((line) => line !== '');
}

function deadlineOf({ deadline, deadlineTime }: CampaignForm, zone: Zone): Date {
  const time = deadlineTime.trim().replace('.', ':') || '23:59';
  const readable = isDay(deadline.trim()) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
  return readable ? instantOf(deadline.trim(), time, zone) : new Date(Number.NaN);
}

/** Text in UTF-8, UTF-16 or the old Windows encoding; null where the bytes are something else. */
function plainText(bytes: Uint8Array): string | null {
  if (sniff(bytes) !== 'text') return null;
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
