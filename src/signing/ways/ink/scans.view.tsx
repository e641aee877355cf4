import type { VNode } from 'preact';
import type { Agency } from '../../../agencies/index.ts';
import type { AudiencePerson, Campaign } from '../../../campaigns/index.ts';
import { formatDate, formatMoment } from '../../../platform/format.ts';
import { TextField } from '../../../platform/html/form.view.tsx';
import { DataTable, Notice, Tag, type Tone } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import { t } from './messages.ts';
import { MOST_OPEN, type Scan, type ScanState } from './scan.ts';

interface Listed {
  lang: Lang;
  agency: Agency;
  campaign: Campaign;
  search: string;
  found: readonly AudiencePerson[];
  total: number;
  waiting: readonly Scan[];
  /** Whether the campaign allows this way. */
  allowed: boolean;
  /** Whether who looks may turn it on. */
  mayAllow: boolean;
}

export function ScanList(listed: Listed): VNode {
  const { lang, agency, campaign, waiting, allowed, mayAllow } = listed;
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={to('campaign', { agency: agency.id, campaign: campaign.id })}>{tr('ink.back')}</a>
      </p>
      <h1>{tr('ink.title')}</h1>
      <p class="quiet">{campaign.title}</p>
      <p>{tr('ink.intro')}</p>
      <Notice>
        <p>{tr('ink.strength')}</p>
      </Notice>
      {allowed ? null : (
        <Notice tone="warn">
          <p>
            {tr('ink.off')}{' '}
            {mayAllow ? (
              <a href={to('ways', { agency: agency.id, campaign: campaign.id })}>{tr('ink.ways')}</a>
            ) : null}
          </p>
        </Notice>
      )}
      <p>
        <a href={to('scanSheets', { agency: agency.id, campaign: campaign.id })}>{tr('ink.sheetsTitle')}</a>
      </p>
      <h2>{tr('ink.waitingTitle')}</h2>
      {waiting.length === 0 ? (
        <p>{tr('ink.noneWaiting')}</p>
      ) : (
        <ScanTable lang={lang} agency={agency} scans={waiting} caption={tr('ink.listCaption')} />
      )}
      {waiting.length === MOST_OPEN ? <p class="quiet">{tr('ink.listMore', { shown: MOST_OPEN })}</p> : null}
      {allowed ? <Find {...listed} /> : null}
    </>
  );
}

function Find({ lang, agency, campaign, search, found, total }: Listed): VNode {
  const tr = t(lang);
  const at = { agency: agency.id, campaign: campaign.id };
  return (
    <>
      <h2>{tr('ink.attachTitle')}</h2>
      <form method="get" action={to('scans', at)}>
        <TextField name="cari" label={tr('ink.search')} value={search} autocomplete="off" maxLength={60} />
        <button type="submit" class="second">
          {tr('ink.find')}
        </button>
      </form>
      {search !== '' && found.length === 0 ? <p>{tr('ink.noneFound')}</p> : null}
      {found.length > 0 ? (
        <ul class="steps" aria-label={tr('ink.foundTitle')}>
          {found.map((person) => (
            <li key={person.personId}>
              <span>
                <a href={to('scanPerson', { ...at, person: person.personId })}>{person.name}</a>
                <br />
                <small>{person.unitName}</small>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {total > found.length ? <p class="quiet">{tr('ink.found', { total, shown: found.length })}</p> : null}
    </>
  );
}

const TONE: Record<ScanState, Tone> = {
  waiting: 'info',
  unsealed: 'warn',
  sealed: 'good',
  rejected: 'bad',
  unused: 'warn',
};

export function StateTag({ lang, state }: { lang: Lang; state: ScanState }): VNode {
  return <Tag tone={TONE[state]}>{t(lang)(`ink.state.${state}`)}</Tag>;
}

export function ScanTable(props: {
  lang: Lang;
  agency: Agency;
  scans: readonly Scan[];
  caption: string;
}): VNode {
  const { lang, agency, scans, caption } = props;
  const tr = t(lang);
  const link = (scan: Scan) => to('scan', { agency: agency.id, campaign: scan.campaignId, scan: scan.id });
  return (
    <DataTable
      caption={caption}
      rows={scans}
      columns={[
        {
          head: tr('ink.name'),
          cell: (scan) => (
            <a href={link(scan)} aria-label={tr('ink.open', { name: scan.name })}>
              {scan.name}
            </a>
          ),
        },
        { head: tr('ink.unit'), cell: (scan) => scan.unitName },
        { head: tr('ink.signedOn'), cell: (scan) => formatDate(lang, scan.signedOn) },
        {
          head: tr('ink.recorded'),
          cell: (scan) => {
            const moment = formatMoment(lang, scan.recordedAt, agency.zone);
            return tr('ink.recordedLine', { moment, who: scan.recordedByName });
          },
        },
        { head: tr('ink.standing'), cell: ({ state }) => <StateTag lang={lang} state={state} /> },
      ]}
    />
  );
}
