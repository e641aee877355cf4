import type { Lang } from '../../../platform/i18n.ts';
import { messageOf } from '../../../platform/i18n.ts';

/** What a place of a template is called on pages. */
export function fieldName(lang: Lang, name: string): string {
  return messageOf(lang, `papers.field.${name}`) ?? name;
}
