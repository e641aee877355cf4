import type { VNode } from 'preact';
import { formatDate, formatNumber } from '../../platform/format.ts';
import { DataTable } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to, urls } from '../../urls.ts';
import { type Instrument, inForce, standingConfidence } from '../index.ts';
import { t } from '../messages.ts';
import { ConfidenceTag, DayForm, StandingTag } from './parts.view.tsx';

interface ListShown {
  lang: Lang;
  on: string;
  search: string;
  found: readonly Instrument[];
  error: string | null;
}

export function listView({ lang, on, search, found, error }: ListShown): VNode {
  const tr = t(lang);
  const caption = tr('law.found', { n: formatNumber(lang, found.length), date: formatDate(lang, on) });
  return (
    <>
      <h1>{tr('law.title')}</h1>
      <p class="prose">{tr('law.intro')}</p>
      <nav class="row no-print" aria-label={tr('law.toViolations')}>
        <a href={urls.violations}>{tr('law.toViolations')}</a>
        <a href={urls.sanctions}>{tr('law.toSanctions')}</a>
        <a href={urls.clocks}>{tr('law.toClocks')}</a>
      </nav>
      <DayForm lang={lang} on={on} search={search} error={error} />
      {found.length === 0 ? <p>{tr('law.none')}</p> : <InstrumentTable {...{ lang, on, caption, found }} />}
    </>
  );
}

function InstrumentTable(props: {
  lang: Lang;
  on: string;
  caption: string;
  found: readonly Instrument[];
}): VNode {
  const { lang, on, caption, found } = props;
  const tr = t(lang);
  return (
    <DataTable
      caption={caption}
      columns={[
        {
          head: tr('law.name'),
          cell: ({ id, name }) => <a href={`${to('instrument', { id })}?pada=${on}`}>{name}</a>,
        },
        {
          head: tr('law.instrumentTitle'),
          cell: ({ title }) => title ?? <span class="quiet">{tr('law.titleUnknown')}</span>,
        },
        { head: tr('law.standing'), cell: (one) => <StandingTag lang={lang} standing={inForce(one, on)} /> },
        {
          head: tr('law.confidence'),
          cell: (one) => <ConfidenceTag lang={lang} confidence={standingConfidence(one, on)} />,
        },
        { head: tr('law.sourcesOf'), cell: (one) => <SourcesOf lang={lang} on={on} one={one} /> },
      ]}
      rows={found}
    />
  );
}

/** The first source by its host; all of them are on the instrument's page. */
function SourcesOf({ lang, on, one }: { lang: Lang; on: string; one: Instrument }): VNode {
  const { id, sources } = one;
  const host = new URL(sources[0]?.url ?? 'https://–').host.replace(/^www\./, '');
  const more = formatNumber(lang, sources.length - 1);
  return (
    <a href={`${to('instrument', { id })}?pada=${on}#sumber`}>
      {sources.length > 1 ? t(lang)('law.moreSources', { host, n: more }) : host}
    </a>
  );
}
