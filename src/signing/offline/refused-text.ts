import { type Lang, messageOf, refusalText } from '../../platform/i18n.ts';
import type { Refusal } from '../../platform/refusal.ts';
import './messages.ts';

/** Why an item was not recorded, long after the person has gone: a page's own words would speak to them. */
export function refusedText(lang: Lang, { code, params }: Pick<Refusal, 'code' | 'params'>): string {
  return messageOf(lang, `devices.reason.${code}`, params) ?? refusalText(lang, { code, params });
}
