import type { VNode } from 'preact';
import { Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { t } from './messages.ts';

/** Above a form that came too early; what was typed stands in it. */
export function WaitNotice({ lang, seconds }: { lang: Lang; seconds: number }): VNode {
  const tr = t(lang);
  return (
    <Notice tone="warn">
      <h2>{tr('abuse.wait')}</h2>
      <p>{tr('abuse.waitWhy', { seconds })}</p>
      <p>{tr('abuse.waitScript')}</p>
    </Notice>
  );
}
