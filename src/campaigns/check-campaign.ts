import { isDay } from '../platform/days.ts';
import { dateIn, type Zone } from '../platform/format.ts';
import type { Problem } from './problem.ts';
import { unprintable } from './tidy.ts';

export interface CampaignValues {
  title: string;
  electionId: string;
  circularNumber: string | null;
  /** 'YYYY-MM-DD' */
  circularDate: string | null;
  circularIssuer: string | null;
  circularText: string | null;
  /** Legal bases as they will be printed, one a line. */
  bases: readonly string[];
  deadline: Date;
  place: string | null;
}

export const CAMPAIGN_LIMITS = {
  line: 300,
  circular: 150,
  circularText: 200_000,
  bases: 30,
  basis: 1000,
} as const;

/** What keeps a campaign from being saved; empty when nothing does. Fields are named as in {@link CampaignValues}. */
export function checkCampaign(values: CampaignValues, zone: Zone): Problem[] {
  return [
    ...checkCircular(values),
    ...checkLines(values),
    ...checkBases(values.bases),
    ...checkDeadline(values, zone),
  ];
}

function checkCircular({ circularDate, circularText }: CampaignValues): Problem[] {
  const problems: Problem[] = [];
  if (circularDate !== null && !isDay(circularDate))
    problems.push({ field: 'circularDate', code: 'campaigns.notADay' });
  const length = circularText?.length ?? 0;
  if (length > CAMPAIGN_LIMITS.circularText)
    problems.push({
      field: 'circularText',
      code: 'campaigns.circularTooLong',
      params: { length, limit: '200.000' },
    });
  if (circularText?.includes('\0')) problems.push({ field: 'circularText', code: 'campaigns.notText' });
  return problems;
}

function checkLines(values: CampaignValues): Problem[] {
  const problems: Problem[] = [];
  if (values.title === '') problems.push({ field: 'title', code: 'campaigns.noTitle' });
  if (values.electionId === '') problems.push({ field: 'electionId', code: 'campaigns.noElection' });
  const { line, circular } = CAMPAIGN_LIMITS;
  const lines = [
    ['title', values.title, line],
    ['circularNumber', values.circularNumber, circular],
    ['circularIssuer', values.circularIssuer, circular],
    ['place', values.place, line],
  ] as const;
  return [...problems, ...lines.flatMap(([field, text, limit]) => checkLine(field, text ?? '', limit))];
}

function checkBases(bases: readonly string[]): Problem[] {
  const limit = CAMPAIGN_LIMITS.bases;
  const many = { field: 'bases', code: 'campaigns.manyBases', params: { count: bases.length, limit } };
  return [
    ...(bases.length > limit ? [many] : []),
    ...bases.flatMap((basis) => checkLine('bases', basis, CAMPAIGN_LIMITS.basis)),
  ];
}

/** A line that can stand in a sealed record. */
export function checkLine(field: string, text: string, limit: number): Problem[] {
  if (text.length > limit) return [{ field, code: 'campaigns.tooLong', params: { limit } }];
  const char = unprintable(text);
  return char ? [{ field, code: 'campaigns.unprintable', params: { char } }] : [];
}

function checkDeadline({ deadline, circularDate }: CampaignValues, zone: Zone): Problem[] {
  if (Number.isNaN(deadline.getTime()) || !isDay(dateIn(deadline, zone)))
    return [{ field: 'deadline', code: 'campaigns.noDeadline' }];
  return circularDate !== null && isDay(circularDate) && dateIn(deadline, zone) < circularDate
    ? [{ field: 'deadline', code: 'campaigns.deadlineBeforeCircular' }]
    : [];
}
