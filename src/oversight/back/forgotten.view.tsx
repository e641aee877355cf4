import type { VNode } from 'preact';
import type { Lang } from '../../platform/i18n.ts';
import { t } from './messages.ts';

export function Forgotten({ lang }: { lang: Lang }): VNode {
  const tr = t(lang);
  return (
    <>
      <h1 tabIndex={-1}>{tr('mailbox.forgotten')}</h1>
      <p>{tr('mailbox.forgottenText')}</p>
    </>
  );
}
