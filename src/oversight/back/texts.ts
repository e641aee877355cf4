import type { Lang } from '../../platform/i18n.ts';
import { CLOSING_REASONS, DESTINATIONS } from '../cases/stages.ts';
import { islandTexts as reportTexts } from '../channel/pages/texts.ts';
import type { Status } from './box-format.ts';
import { LABELS } from './lines.ts';
import { t } from './messages.ts';
import { STATUSES, type StatusCode } from './status.ts';

type Key = Parameters<ReturnType<typeof t>>[0];

/** A state in words; the last part of it is a body or a reason, where there is one. */
export function statusText(lang: Lang, { what, which }: Status): string {
  const tr = t(lang);
  return tr(`mailbox.status.${what as StatusCode}`, { which: which ? whichText(lang, which) : '–' });
}

function whichText(lang: Lang, which: string): string {
  const tr = t(lang);
  if ((CLOSING_REASONS as readonly string[]).includes(which)) return tr(`mailbox.reason.${which}` as Key);
  if ((DESTINATIONS as readonly string[]).includes(which)) return tr(`mailbox.body.${which}` as Key);
  return which;
}

const OWN = [
  ...(['wrongCount', 'wrongOrder', 'wrongWord', 'wrongWordNear', 'unknown', 'fromYou', 'fromTeam'] as const),
  ...(['notOpen', 'busyHash', 'busyProof', 'busyOpen', 'busySend', 'failed', 'empty', 'fileOpen'] as const),
] as const;

/** What the script says; placeholders are filled in there. `file.*` are those of the report's own form. */
export function islandTexts(lang: Lang): Record<string, string> {
  const tr = t(lang);
  const pairs = [
    ...OWN.map((key) => [key, tr(`mailbox.${key}`)]),
    ...LABELS.map((key) => [`label.${key}`, tr(`mailbox.label.${key}`)]),
    ...STATUSES.map((key) => [`status.${key}`, tr(`mailbox.status.${key}`)]),
    ...[...CLOSING_REASONS, ...DESTINATIONS].map((key) => [`which.${key}`, whichText(lang, key)]),
  ];
  return { ...reportTexts(lang), ...Object.fromEntries(pairs) };
}
