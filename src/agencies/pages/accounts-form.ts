import { ROLES, USERNAME } from '../../access/index.ts';
import { endOfDay } from '../../platform/days.ts';
import type { Zone } from '../../platform/format.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { lineField } from '../../platform/http/form.ts';
import { type Lang, messageOf } from '../../platform/i18n.ts';
import type { Place } from '../accounts/change.ts';
import { t } from '../accounts/messages.ts';
import { field } from './staff.ts';

const LONGEST_NAME = 120;
const LONGEST_REASON = 500;

/** What was typed, kept when it is refused. */
export type AccountForm = Record<'name' | 'username' | 'role' | 'unitId' | 'why' | 'until', string>;
export const EMPTY: AccountForm = {
  ...{ name: '', username: '', role: 'operator', unitId: '', why: '', until: '' },
};

/** The name on one line, without control and other invisible marks. */
export function readAccountForm(body: Readonly<Record<string, unknown>>): AccountForm {
  const name = lineField(body, 'name');
  const username = field(body, 'username').toLowerCase().slice(0, 100);
  const [role, unitId] = [field(body, 'role'), field(body, 'unitId')];
  const [why, until] = [field(body, 'why').slice(0, 1000), field(body, 'until')];
  return { name: name.slice(0, 500), username, role, unitId, why, until };
}

/** Role, unit, why and until when; which units there are is asked behind the lock. */
export function checkPlace(
  lang: Lang,
  form: AccountForm,
  { zone, now }: { zone: Zone; now: Date },
): { place: Place | null; errors: FieldErrors } {
  const tr = t(lang);
  const role = ROLES.find((known) => known === form.role);
  const unitId = form.unitId || null;
  if (!role) return { place: null, errors: { role: tr('accounts.roleMissing') } };
  if (role === 'operator' && unitId === null)
    return { place: null, errors: { unitId: tr('accounts.unitMissing') } };
  if (form.why === '' || form.why.length > LONGEST_REASON)
    return { place: null, errors: { why: tr('accounts.reasonMissing', { limit: LONGEST_REASON }) } };
  const until = form.until ? endOfDay(form.until, zone) : null;
  if (until !== null && !(until > now)) return { place: null, errors: { until: tr('accounts.untilPast') } };
  return { place: { role, unitId, why: form.why, until }, errors: {} };
}

export function checkWho(lang: Lang, { name, username }: AccountForm): FieldErrors {
  const errors: Record<string, string> = {};
  if (name === '' || name.length > LONGEST_NAME)
    errors.name = t(lang)('accounts.nameMissing', { limit: LONGEST_NAME });
  if (!USERNAME.test(username)) errors.username = messageOf(lang, 'access.usernameForm') as string;
  return errors;
}

export function checkReason(lang: Lang, reason: string): FieldErrors {
  const fine = reason !== '' && reason.length <= LONGEST_REASON;
  return fine ? {} : { reason: t(lang)('accounts.reasonMissing', { limit: LONGEST_REASON }) };
}
