import { isDay } from '../../../platform/days.ts';
import type { FieldErrors } from '../../../platform/html/form.view.tsx';
import { type Body, lineField } from '../../../platform/http/form.ts';
import type { Lang } from '../../../platform/i18n.ts';
import { t } from '../messages.ts';
import { SCOPES, type Scope, WHOLE_SCOPES } from '../scopes.ts';

/** What was typed, kept when it is refused. */
export interface TokenForm {
  name: string;
  scopes: readonly Scope[];
  unitId: string;
  reason: string;
  /** YYYY-MM-DD, the last day on which it works */
  until: string;
}

const LONGEST_DAYS = 365;
const DAY_MS = 86_400_000;

export function emptyForm(now: Date): TokenForm {
  return { name: '', scopes: [], unitId: '', reason: '', until: dayAfter(now, 90) };
}

export function lastDay(now: Date): string {
  return dayAfter(now, LONGEST_DAYS);
}

export function readTokenForm(body: Body): TokenForm {
  const text = (name: string) => lineField(body, name);
  const chosen = [body.scopes].flat();
  return {
    name: text('name').slice(0, 500),
    scopes: SCOPES.filter((scope) => chosen.includes(scope)),
    unitId: text('unitId').slice(0, 100),
    reason: text('reason').slice(0, 1000),
    until: text('until').slice(0, 10),
  };
}

/** @param unitIds the units that there are */
export function checkTokenForm(
  lang: Lang,
  form: TokenForm,
  unitIds: readonly string[],
  now: Date,
): FieldErrors {
  const tr = t(lang);
  const errors: Record<string, string> = {};
  if (form.name === '' || form.name.length > 80) errors.name = tr('tokens.nameMissing', { limit: 80 });
  if (form.scopes.length === 0) errors.scopes = tr('tokens.scopesMissing');
  if (form.unitId && form.scopes.some((scope) => WHOLE_SCOPES.includes(scope)))
    errors.unitId = tr('tokens.unitScope');
  if (form.unitId && !unitIds.includes(form.unitId)) errors.unitId = tr('tokens.unitUnknown');
  if (form.reason === '' || form.reason.length > 500)
    errors.reason = tr('tokens.reasonMissing', { limit: 500 });
  if (!isDay(form.until) || form.until <= dayAfter(now, 0) || form.until > lastDay(now))
    errors.until = tr('tokens.untilWrong', { days: LONGEST_DAYS });
  return errors;
}

function dayAfter(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
}
