import type { Lang } from '../../platform/i18n.ts';
import { t } from './messages.ts';
import { LEFT, REMOVED } from './stripped.ts';

/** What a page gives to its script, so that it can say what `strip` answered: keys are `removed.exif`, `left.kind` and so on. */
export function stripWords(lang: Lang): Readonly<Record<string, string>> {
  const tr = t(lang);
  return Object.fromEntries([
    ...REMOVED.map((code) => [`removed.${code}`, tr(`strip.removed.${code}`)]),
    ...LEFT.map((code) => [`left.${code}`, tr(`strip.left.${code}`)]),
    ...(['damaged', 'too-large'] as const).map((code) => [`fault.${code}`, tr(`strip.fault.${code}`)]),
    ['seen', tr('strip.seen')],
  ]);
}
