import { formatDate } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';
import { t } from './messages.ts';
import type { Reason } from './reason.ts';

/** A reason as a sentence, its dates as people write them. */
export function explainReason(lang: Lang, { code, params }: Reason): string {
  const shown = Object.entries(params).map(([key, value]) => [
    key,
    /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(lang, value) : value,
  ]);
  return t(lang)(`violations.why.${code}`, Object.fromEntries(shown));
}
