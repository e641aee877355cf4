import { dateIn, formatMoment } from '../platform/format.ts';
import type { Lang } from '../platform/i18n.ts';
import { t } from './messages.ts';
import type { Subject } from './subject.ts';

/** Where the deadline stands, in calendar days of the institution's zone. */
export function deadlineText(
  lang: Lang,
  { deadline, zone }: Pick<Subject, 'deadline' | 'zone'>,
  now: Date,
): string {
  const tr = t(lang);
  const at = formatMoment(lang, deadline, zone);
  const days = Math.round((day(deadline, zone) - day(now, zone)) / 86_400_000);
  if (deadline < now)
    return days === 0 ? tr('coverage.passedToday', { at }) : tr('coverage.passed', { at, days: -days });
  return days === 0 ? tr('coverage.today', { at }) : tr('coverage.daysLeft', { at, days });
}

function day(at: Date, zone: Subject['zone']): number {
  return Date.parse(`${dateIn(at, zone)}T00:00:00Z`);
}
