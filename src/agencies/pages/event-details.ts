import { formatDate, formatMoment, formatNumber, type Zone } from '../../platform/format.ts';
import { type Lang, messageOf } from '../../platform/i18n.ts';

/** What an event says beside its kind, as people read it; parts without a word of their own keep their name. */
export function eventDetails(lang: Lang, data: Readonly<Record<string, unknown>>, zone: Zone): string[] {
  return Object.entries(data).flatMap(([name, value]) => {
    if (value === null || value === '' || INSIDE.has(name)) return [];
    return [`${messageOf(lang, `agencies.data.${name}`) ?? name}: ${valueText(lang, name, value, zone)}`];
  });
}

/** Ids of other rows, which the trail's own subject already leads to. */
const INSIDE: ReadonlySet<string> = new Set([
  'campaignId',
  'unitIds',
  'electionId',
  'personId',
  'key',
  'day',
]);

/** Parts whose values are words of ours, not of a person. */
const CODED: ReadonlySet<string> = new Set([
  'kind',
  'fact',
  'role',
  'heldOnStatus',
  'mode',
  'categories',
  'changed',
  'method',
  'what',
  'read',
  'list',
]);
const WORDS = [
  'agencies.value.',
  'agencies.unitKind.',
  'agencies.roster.category.',
  'agencies.roster.field.',
  'ceremonies.fact.',
  'ceremonies.role.',
  'access.role.',
  'access.method.',
  'approvalKind.',
  'privacy.read.',
  'privacy.list.',
  'privacy.why.',
  'privacy.outcome.',
  'privacy.step.',
];

function valueText(lang: Lang, name: string, value: unknown, zone: Zone): string {
  if (Array.isArray(value)) return value.map((one) => valueText(lang, name, one, zone)).join(', ');
  if (typeof value === 'number') return formatNumber(lang, value);
  if (typeof value === 'boolean') return messageOf(lang, `agencies.value.${value}`) ?? String(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (CODED.has(name))
    return value
      .split(', ')
      .map((one) => wordOf(lang, one))
      .join(', ');
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return formatMoment(lang, new Date(value), zone);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDate(lang, value);
  return /^[0-9a-f]{64}$/.test(value) ? `${value.slice(0, 12)}…` : value;
}

function wordOf(lang: Lang, code: string): string {
  for (const prefix of WORDS) {
    const word = messageOf(lang, `${prefix}${code}`);
    if (word) return word;
  }
  return code;
}
