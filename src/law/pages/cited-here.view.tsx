import type { VNode } from 'preact';
import { formatNumber } from '../../platform/format.ts';
import { DataTable, Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import type { CitedBy } from '../index.ts';
import { t } from '../messages.ts';

/** Who on this installation cites it: counts, and the releases that everybody may read. */
export function CitedHereList({ lang, cited }: { lang: Lang; cited: readonly CitedBy[] }): VNode {
  const tr = t(lang);
  const count = (value: number) => formatNumber(lang, value);
  return (
    <section aria-labelledby="dikutip">
      <h2 id="dikutip">{tr('law.citedHere')}</h2>
      <p class="quiet">{tr('law.citedHereNote')}</p>
      {cited.length === 0 ? (
        <p>{tr('law.citedNowhere')}</p>
      ) : (
        <DataTable
          caption={tr('law.citedCaption')}
          columns={[
            { head: tr('law.institution'), cell: (row) => <Name lang={lang} row={row} /> },
            { head: tr('law.inCampaigns'), cell: (row) => count(row.campaigns), number: true },
            { head: tr('law.inTexts'), cell: (row) => count(row.texts), number: true },
            { head: tr('law.inReleases'), cell: (row) => <Releases row={row} /> },
          ]}
          rows={cited}
        />
      )}
    </section>
  );
}

function Name({ lang, row: { institution } }: { lang: Lang; row: CitedBy }): VNode {
  return (
    <>
      {institution.name} {institution.isExample ? <Tag tone="warn">{t(lang)('law.example')}</Tag> : null}
    </>
  );
}

function Releases({ row: { releases } }: { row: CitedBy }): VNode {
  if (releases.length === 0) return <>0</>;
  return (
    <>
      {releases.map(({ href, title }, at) => (
        <span key={href}>
          {at > 0 ? '; ' : ''}
          <a href={href}>{title}</a>
        </span>
      ))}
    </>
  );
}
