import type { VNode } from 'preact';
import type { Frame } from '../../campaigns/index.ts';
import { to } from '../../urls.ts';
import type { CeremonyHead } from '../ceremony.ts';
import { t } from '../messages.ts';

/** The way back that stands above every page of one ceremony. */
export function BackToCeremony({ lang, agency, head }: Frame & { head: CeremonyHead }): VNode {
  return (
    <p>
      <a href={to('ceremony', { agency: agency.id, ceremony: head.id })}>
        {t(lang)('ceremonies.backToCeremony')}
      </a>
    </p>
  );
}
