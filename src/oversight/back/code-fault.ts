import type { Lang } from '../../platform/i18n.ts';
import type { CodeRead } from '../seal/index.ts';
import { t } from './messages.ts';

/** What is wrong with words that are no code; told without asking whether any exists. */
export function codeFault(lang: Lang, read: Exclude<CodeRead, { bits: Uint8Array }>): string {
  const tr = t(lang);
  if ('wrongCount' in read)
    return tr('mailbox.wrongCount', { count: read.wrongCount, expected: read.expected });
  if ('wrongOrder' in read) return tr('mailbox.wrongOrder');
  const { wrongWord, at, suggestions } = read;
  const word = { word: wrongWord.slice(0, 20), at: at + 1, near: suggestions.join(', ') };
  return tr(suggestions.length > 0 ? 'mailbox.wrongWordNear' : 'mailbox.wrongWord', word);
}
