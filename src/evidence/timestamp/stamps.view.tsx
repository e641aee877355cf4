import type { VNode } from 'preact';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import { DataTable, Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to, urls } from '../../urls.ts';
import { ALL_LOGS } from '../log/head-log.ts';
import { t } from './messages.ts';
import type { ShownStamps } from './shown.ts';

const ZONE = 'Asia/Jakarta';

/** The time stamps of the logs, on the page that lists the logs. */
export function Stamps({ lang, shown }: { lang: Lang; shown: ShownStamps }): VNode {
  const tr = t(lang);
  const { stamps, failure } = shown;
  return (
    <>
      <h2 id="cap-waktu">{tr('stamps.title')}</h2>
      <p class="prose">{tr('stamps.text')}</p>
      {failure ? (
        <Notice tone="warn">
          <p>
            {tr('stamps.failed', {
              moment: formatMoment(lang, failure.failedAt, ZONE),
              reason: failure.failure,
            })}
          </p>
        </Notice>
      ) : null}
      {stamps.length === 0 ? (
        <p>{tr('stamps.none')}</p>
      ) : (
        <DataTable
          caption={tr('stamps.table')}
          rows={stamps}
          columns={[
            { head: tr('stamps.log'), cell: (stamp) => <code>{stamp.origin}</code> },
            { head: tr('stamps.size'), cell: ({ size }) => formatNumber(lang, size), number: true },
            { head: tr('stamps.at'), cell: (stamp) => <Token lang={lang} stamp={stamp} /> },
            {
              head: tr('stamps.authority'),
              cell: ({ verified }) => tr(verified ? 'stamps.known' : 'stamps.unknown'),
            },
          ]}
        />
      )}
    </>
  );
}

function Token({ lang, stamp }: { lang: Lang; stamp: ShownStamps['stamps'][number] }): VNode {
  const { agencyId, campaignId, size, stampedAt } = stamp;
  const log = agencyId === ALL_LOGS ? urls.logOfAll : to('log', { agency: agencyId, campaign: campaignId });
  const tr = t(lang);
  return (
    <>
      {formatMoment(lang, stampedAt, ZONE)} (<a href={`${log}/timestamp/${size}.tsr`}>{tr('stamps.token')}</a>
      , <a href={`${log}/timestamp/${size}.txt`}>{tr('stamps.stampedText')}</a>)
    </>
  );
}
