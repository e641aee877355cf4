import type { VNode } from 'preact';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import { DataTable, Pager, Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to, urls } from '../../urls.ts';
import type { ListedLog, LogList } from '../log/listed.ts';
import { t } from '../log/messages.ts';
import { OVERSIGHT_LOG } from '../log/oversight-log.ts';
import type { ShownStamps } from '../timestamp/shown.ts';
import { Stamps } from '../timestamp/stamps.view.tsx';
import type { Standing } from '../witness/standing.ts';
import { WitnessSummary, witnessColumn } from './witness.view.tsx';

const ZONE = 'Asia/Jakarta';

export function Logs(props: {
  lang: Lang;
  list: LogList;
  page: number;
  stamps: ShownStamps | null;
  /** Null where no witnesses are named. */
  standing: Standing | null;
  vkey: string;
  address: string;
}): VNode {
  const { lang, list, page, stamps, standing, vkey, address } = props;
  const tr = t(lang);
  const { logs, ofAll, pages } = list;
  return (
    <>
      <h1>{tr('logs.title')}</h1>
      <p class="prose">{tr('logs.lead')}</p>
      {standing ? <WitnessSummary lang={lang} standing={standing} /> : null}
      {logs.length === 0 ? <p>{tr('logs.none')}</p> : <Table {...{ lang, logs, standing }} />}
      {logs.some(({ campaignId }) => campaignId === OVERSIGHT_LOG) ? (
        <p class="prose quiet">{tr('logs.oversightText')}</p>
      ) : null}
      <Pager
        page={page}
        pages={pages}
        href={(number) => `${urls.logs}?hal=${number}`}
        texts={[
          tr('logs.before'),
          tr('logs.page', { page: String(page), pages: String(pages) }),
          tr('logs.next'),
        ]}
      />
      {ofAll ? <OfAll lang={lang} log={ofAll} /> : null}
      {stamps ? <Stamps lang={lang} shown={stamps} /> : null}
      <h2>{tr('logs.key')}</h2>
      <p class="prose">{tr('logs.keyText')}</p>
      <p>
        <code>{vkey}</code>
      </p>
      <ul>
        <li>
          <a href={urls.logKey}>{tr('logs.keyFile')}</a>
        </li>
        <li>
          <a href={urls.rootCertificate}>{tr('logs.rootFile')}</a>
        </li>
        <li>
          <a href={urls.witnesses}>{tr('logs.witnesses')}</a>
        </li>
      </ul>
      <Own lang={lang} vkey={vkey} address={address} />
    </>
  );
}

function Table(props: { lang: Lang; logs: readonly ListedLog[]; standing: Standing | null }): VNode {
  const { lang, logs, standing } = props;
  const tr = t(lang);
  return (
    <DataTable
      caption={tr('logs.table')}
      rows={logs}
      columns={[
        { head: tr('logs.campaign'), cell: (log) => <Name lang={lang} log={log} /> },
        { head: tr('logs.agency'), cell: (log) => log.agency },
        { head: tr('logs.size'), cell: ({ size }) => formatNumber(lang, size), number: true },
        { head: tr('logs.head'), cell: (log) => <Head log={log} /> },
        { head: tr('logs.since'), cell: ({ publishedAt }) => formatMoment(lang, publishedAt, ZONE) },
        {
          head: tr('logs.place'),
          cell: ({ place }) => (place === null ? tr('logs.notYet') : formatNumber(lang, place)),
          number: true,
        },
        ...(standing ? [witnessColumn<ListedLog>(lang, standing)] : []),
      ]}
    />
  );
}

function Name({ lang, log }: { lang: Lang; log: ListedLog }): VNode {
  return (
    <>
      {log.campaignId === OVERSIGHT_LOG ? t(lang)('logs.oversight') : (log.title ?? log.campaignId)}
      {log.isExample ? (
        <>
          {' '}
          <Tag>{t(lang)('logs.example')}</Tag>
        </>
      ) : null}
    </>
  );
}

function Head({ log: { agencyId, campaignId } }: { log: ListedLog }): VNode {
  return (
    <a href={`${to('log', { agency: agencyId, campaign: campaignId })}/checkpoint`}>
      {agencyId}/{campaignId}
    </a>
  );
}

function OfAll({ lang, log }: { lang: Lang; log: ListedLog }): VNode {
  const tr = t(lang);
  const facts = { size: formatNumber(lang, log.size), moment: formatMoment(lang, log.publishedAt, ZONE) };
  return (
    <>
      <h2>{tr('logs.all')}</h2>
      <p class="prose">{tr('logs.allText')}</p>
      <p>
        {tr('logs.allFacts', facts)}{' '}
        <a href={`${urls.logOfAll}/checkpoint`}>
          <code>{log.origin}</code>
        </a>
      </p>
    </>
  );
}

function Own({ lang, vkey, address }: { lang: Lang; vkey: string; address: string }): VNode {
  const tr = t(lang);
  const log = `${address}${urls.logOfAll}`;
  return (
    <>
      <h2>{tr('logs.own')}</h2>
      <Commands
        text={tr('logs.ownText')}
        lines={[`curl ${log}/checkpoint`, `curl ${log}/tile/0/000.p/1`, `curl ${log}/tile/entries/000.p/1`]}
      />
      <Commands
        text={tr('logs.ownWitness')}
        lines={[`ikrar witness --dir saksi --name saksi.contoh.go.id --log '${vkey}'`]}
      />
      <Commands
        text={tr('logs.ownPact')}
        lines={[`ikrar verify pakta.pdf --proof bukti.tlog-proof --root akar.pem --log-key '${vkey}'`]}
      />
      <Commands text={tr('logs.ownInside')} lines={['ikrar log check', 'ikrar log export DIR']} />
    </>
  );
}

function Commands({ text, lines }: { text: string; lines: readonly string[] }): VNode {
  return (
    <>
      <p class="prose">{text}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <code>{line}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
