import { type Lang, messages } from '../../platform/i18n.ts';
import en from './messages.en.ts';
import id from './messages.id.ts';
import type { RawFinding } from './types.ts';

export const t = messages(id, en);

/** The sentence of a finding: what is wrong, and what to do. */
export function say(lang: Lang, { code, variant, params = {} }: RawFinding): string {
  const key = `newsroom.check.${code}${variant ? `.${variant}` : ''}` as keyof typeof id;
  return t(lang)(
    key,
    lang === 'en' && params.gistEn !== undefined ? { ...params, gist: params.gistEn } : params,
  );
}
