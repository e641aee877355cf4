import type { VNode } from 'preact';
import { electionName } from '../../elections/index.ts';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import { type Column, DataTable, Notice, Tag, type Tone } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import type { Campaign } from '../campaign.ts';
import { t } from '../messages.ts';
import type { Frame } from './frame.ts';

type Props = Frame & { campaigns: Campaign[]; noRoster: boolean; now: Date };

export function CampaignList(props: Props): VNode {
  const { lang, staff, agency, campaigns } = props;
  const tr = t(lang);
  return (
    <>
      <h1>{tr('campaigns.title')}</h1>
      <p class="quiet">{tr('campaigns.listHint')}</p>
      {props.noRoster && staff.has('officer') ? (
        <Notice>
          <p>
            {tr('campaigns.rosterFirst')}{' '}
            <a href={to('rosterImport', { agency: agency.id })}>{tr('campaigns.rosterLoad')}</a>
          </p>
        </Notice>
      ) : null}
      {staff.has('officer') ? (
        <p>
          <a class="button" href={to('campaignNew', { agency: agency.id })}>
            {tr('campaigns.new')}
          </a>
        </p>
      ) : null}
      {campaigns.length === 0 ? <p>{tr('campaigns.none')}</p> : <Table {...props} />}
    </>
  );
}

function Table({ lang, agency, campaigns, now }: Props): VNode {
  const tr = t(lang);
  const link = ({ id, title }: Campaign) => (
    <a href={to('campaign', { agency: agency.id, campaign: id })}>{title}</a>
  );
  const size = ({ opening }: Campaign) => (opening ? formatNumber(lang, opening.audienceSize) : '–');
  const columns: Column<Campaign>[] = [
    { head: tr('campaigns.name'), cell: link },
    { head: tr('campaigns.state'), cell: (row) => <StateTags lang={lang} campaign={row} now={now} /> },
    { head: tr('campaigns.deadline'), cell: (row) => formatMoment(lang, row.deadline, agency.zone) },
    { head: tr('campaigns.election'), cell: (row) => electionName(lang, row.electionId) },
    { head: tr('campaigns.mustSign'), number: true, cell: size },
  ];
  return <DataTable caption={tr('campaigns.title')} rows={campaigns} columns={columns} />;
}

const TONE: Record<Campaign['state'], Tone> = { preparing: 'info', open: 'good', closed: 'info' };

/** State, whether the deadline passed, whether it is an invented example. */
export function StateTags({ lang, campaign, now }: { lang: Lang; campaign: Campaign; now: Date }): VNode {
  const tr = t(lang);
  const { state, deadline, isExample } = campaign;
  return (
    <>
      <Tag tone={TONE[state]}>{tr(`campaigns.state.${state}`)}</Tag>{' '}
      {state !== 'closed' && deadline <= now ? <Tag tone="warn">{tr('campaigns.late')}</Tag> : null}{' '}
      {isExample ? <Tag>{tr('campaigns.example')}</Tag> : null}
    </>
  );
}
