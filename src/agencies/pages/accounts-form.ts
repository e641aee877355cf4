import { type Role, USERNAME } from '../../access/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { type Lang, messageOf } from '../../platform/i18n.ts';
import type { Place } from '../accounts/change.ts';
import { t } from '../accounts/messages.ts';
import { field } from './staff.ts';

export const ROLES: readonly Role[] = ['officer', 'leader', 'operator', 'auditor'];
const LONGEST_NAME = 120;
const LONGEST_REASON = 500;

/** What was typed, kept when it is refused. */
export type AccountForm = Record<'name' | 'username' | 'role' | 'unitId', string>;
export const EMPTY: AccountForm = { name: '', username: '', role: 'operator', unitId: '' };

/** The name on one line, without control and other invisible marks. */
export function readAccountForm(body: Readonly<Record<string, unknown>>): AccountForm {
  const name = field(body, 'name')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  const username = field(body, 'username').toLowerCase().slice(0, 100);
  return { name: name.slice(0, 500), username, role: field(body, 'role'), unitId: field(body, 'unitId') };
}

/** Role and unit; which units there are is asked behind the lock. */
export function checkPlace(lang: Lang, form: AccountForm): { place: Place | null; errors: FieldErrors } {
  const tr = t(lang);
  const role = ROLES.find((known) => known === form.role);
  const unitId = form.unitId || null;
  if (!role) return { place: null, errors: { role: tr('accounts.roleMissing') } };
  if (role === 'operator' && unitId === null)
    return { place: null, errors: { unitId: tr('accounts.unitMissing') } };
  return { place: { role, unitId }, errors: {} };
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
