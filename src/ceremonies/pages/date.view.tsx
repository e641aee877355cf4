import type { VNode } from 'preact';
import { formatDate } from '../../platform/format.ts';
import { Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import type { CeremonyHead } from '../ceremony.ts';
import { t } from '../messages.ts';

/** The day of a ceremony, and how it is known. */
export function HeldOn({ lang, head, note }: { lang: Lang; head: CeremonyHead; note?: boolean }): VNode {
  const tr = t(lang);
  const { heldOn, heldOnStatus, heldOnNote } = head;
  return (
    <>
      {heldOn ? formatDate(lang, heldOn, true) : tr('ceremonies.notKnown')}{' '}
      {heldOnStatus === 'derived' ? <Tag tone="warn">{tr('ceremonies.derived')}</Tag> : null}
      {note && heldOnNote ? (
        <>
          <br />
          <small>{heldOnNote}</small>
        </>
      ) : null}
    </>
  );
}
