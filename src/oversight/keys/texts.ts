import type { Lang } from '../../platform/i18n.ts';
import { t } from './messages.ts';

/** Texts that a script shows, as JSON for `data-texts`. */
export const FORM_TEXTS = [
  'ownKeys.working',
  'ownKeys.empty',
  'ownKeys.notOpened',
  'ownKeys.noPassphrase',
  'ownKeys.passkeyFailed',
  'ownKeys.failed',
] as const;

export const KEY_TEXTS = [
  ...FORM_TEXTS,
  'ownKeys.short',
  'ownKeys.unequal',
  'ownKeys.askWord',
  'ownKeys.notThatWord',
  'ownKeys.wrongWord',
  'ownKeys.unknownWord',
  'ownKeys.wrongCount',
  'ownKeys.wrongOrder',
  'ownKeys.notTheseWords',
  'ownKeys.unlockFirst',
  'ownKeys.noPrf',
  'ownKeys.otherKey',
  'ownKeys.noHolder',
] as const;

/** By the last part of their names; placeholders stay, for the script to fill. */
export function texts(
  lang: Lang,
  names: readonly (typeof KEY_TEXTS)[number][],
  more: Record<string, string> = {},
): string {
  const tr = t(lang);
  const said = names.map((name) => [name.slice('ownKeys.'.length), tr(name)]);
  return JSON.stringify({ ...Object.fromEntries(said), ...more });
}
