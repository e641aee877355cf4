import type { Lang } from '../../../platform/i18n.ts';
import { t as platformText } from '../../../platform/messages.ts';
import { t } from '../messages.ts';

const KEYS = [
  ...(['missing', 'tooLong', 'nameMissing', 'modeUnknown', 'noCustodian', 'nobodyLeft'] as const),
  ...(['tooManyFiles', 'fileTooLarge', 'fileDamaged', 'chainBad', 'failed', 'failedOdd', 'send'] as const),
  ...(['file.cleaning', 'file.clean', 'file.unknown', 'file.original', 'file.failed'] as const),
  ...(['file.sending', 'file.done', 'file.waiting', 'copied', 'closedNow'] as const),
  ...(['busy.check', 'busy.code', 'busy.seal', 'busy.send', 'busy.again'] as const),
] as const;
export type IslandText = (typeof KEYS)[number] | 'problem';

/** What the script says, in the language of the page; placeholders are filled in there. */
export function islandTexts(lang: Lang): Record<IslandText, string> {
  const tr = t(lang);
  const own = KEYS.map((key) => [key, tr(`reporting.${key}`)] as const);
  return Object.fromEntries([...own, ['problem', platformText(lang)('platform.problem')]]) as Record<
    IslandText,
    string
  >;
}
