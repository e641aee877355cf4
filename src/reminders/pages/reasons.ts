import { formatMoment, type Zone } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';
import { t } from '../messages.ts';
import type { Plan } from '../plan.ts';
import { firstAt, type Gate, gateAt, nextAt, type Terms } from '../schedule.ts';
import type { StandingPerson } from '../standing.ts';

/** Why nothing is sent to anybody now, or that it is; with the moment from which it is. */
export function gateText(lang: Lang, now: Date, terms: Terms): string {
  const gate = gateAt(now, terms);
  const first = firstAt(terms);
  if (gate.open && now < first)
    return t(lang)('reminders.gate.early', { at: formatMoment(lang, first, terms.zone) });
  return gate.open ? t(lang)('reminders.gate.open') : closedText(lang, gate, terms.zone);
}

function closedText(lang: Lang, gate: Gate & { open: false }, zone: Zone): string {
  const tr = t(lang);
  if (gate.why === 'over') return tr('reminders.gate.over');
  const at = formatMoment(lang, gate.until, zone);
  if (gate.why === 'holiday') return tr('reminders.gate.holiday', { at, holiday: gate.holiday.name[lang] });
  return tr(`reminders.gate.${gate.why}`, { at });
}

/** Why this person was sent what they were, and what comes next. */
export function reasonOf(
  lang: Lang,
  person: StandingPerson,
  { plan, terms }: { plan: Plan; terms: Terms },
): string {
  const tr = t(lang);
  const moment = (at: Date) => formatMoment(lang, at, terms.zone);
  switch (person.state) {
    case 'away':
      return tr('reminders.reason.away');
    case 'noMail':
      return plan.hookUrl
        ? tr('reminders.reason.hookFirst', { at: moment(firstAt(terms)) })
        : tr('reminders.reason.noMail');
    case 'none':
      return tr('reminders.reason.none', { at: moment(firstAt(terms)) });
    case 'waiting':
      return tr('reminders.reason.waiting', {
        at: moment(person.dueAt as Date),
        why: whyText(lang, person.why),
      });
    case 'failed':
    case 'bounced':
      return whyText(lang, person.why);
    case 'sent':
      return (person.seq ?? 0) >= plan.cap
        ? tr('reminders.reason.cap', { n: plan.cap })
        : tr('reminders.reason.next', { at: moment(nextAt(person.sentAt as Date, terms)) });
  }
}

const FAULTS = ['refused', 'later', 'server', 'bounced'] as const;

/** `refused:550` and its like in words, with the code for whoever runs the server. */
export function whyText(lang: Lang, why: string | null): string {
  const [fault, code = ''] = (why ?? '').split(':');
  const known = FAULTS.find((one) => one === fault);
  return known ? t(lang)(`reminders.fault.${known}`, { code }) : t(lang)('reminders.fault.none');
}
