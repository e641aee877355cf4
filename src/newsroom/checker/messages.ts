import { formatDate } from '../../platform/format.ts';
import { type Lang, messages, type Params } from '../../platform/i18n.ts';
import en from './messages.en.ts';
import id from './messages.id.ts';
import type { RawFinding } from './types.ts';

export const t = messages(id, en);

/** The sentence of a finding: what is wrong, and what to do. */
export function say(lang: Lang, { code, variant, params = {} }: RawFinding): string {
  const key = `newsroom.check.${code}${variant ? `.${variant}` : ''}` as keyof typeof id;
  const told = lang === 'en' && params.gistEn !== undefined ? { ...params, gist: params.gistEn } : params;
  return t(lang)(key, withDates(lang, told));
}

/** Days as people write them: 31 Oktober 2023. */
function withDates(lang: Lang, params: Params): Params {
  const said = Object.entries(params).map(([name, value]) => [
    name,
    /^\d{4}-\d\d-\d\d$/.test(String(value)) ? formatDate(lang, String(value)) : value,
  ]);
  return Object.fromEntries(said);
}
