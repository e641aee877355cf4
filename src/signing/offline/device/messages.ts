import { type Lang, messages } from '../../../platform/i18n.ts';
import en from './messages.en.ts';
import id from './messages.id.ts';

export const t = messages(id, en);

/** For the phone of a person who signs by slip. */
export function laterWords(lang: Lang): Record<string, string> {
  const tr = t(lang);
  const keys = [
    'device.pointsUnread',
    'device.nameDiffers',
    'device.laterSaved',
    'device.laterNotSaved',
    'device.laterRefused',
    'device.laterAgain',
  ] as const;
  return Object.fromEntries(keys.map((key) => [key, tr(key)]));
}

/** For a script, which takes its words from the page. */
export function deviceWords(lang: Lang): Record<string, string> {
  const later = ([key]: [string, string]) => !key.startsWith('device.later');
  return Object.fromEntries(Object.entries<string>(lang === 'en' ? en : id).filter(later));
}
