import type { VNode } from 'preact';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import { ErrorSummary, TextField } from '../../platform/html/form.view.tsx';
import { type Column, DataTable, Pager, Tag } from '../../platform/html/parts.view.tsx';
import { messageOf } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import type { Campaign } from '../campaign.ts';
import { t as campaignText } from '../messages.ts';
import type { Frame } from '../pages/frame.ts';
import type { Typed } from './difference.page.tsx';
import { DIFFERENCE_PAGE, DIFFERENCES, type DifferenceCounts, type DifferentPerson } from './difference.ts';
import { t } from './messages.ts';

type Props = Frame & {
  campaign: Campaign;
  counts: DifferenceCounts;
  people: readonly DifferentPerson[];
  page: number;
  typed: Typed;
  mayWrite: boolean;
};

export function DifferencePage(props: Props): VNode {
  const { lang, agency, campaign, counts, people, page, typed, mayWrite } = props;
  const tr = t(lang);
  const at = { agency: agency.id, campaign: campaign.id };
  const path = to('difference', at);
  const { kind, errors } = typed;
  const pages = Math.ceil(counts[kind] / DIFFERENCE_PAGE);
  const acts = mayWrite && kind !== 'changed' && people.length > 0;
  const texts: [string, string, string] = ['←', `${page} / ${pages}`, '→'];
  return (
    <>
      <p>
        <a href={to('campaign', at)}>{campaignText(lang)('campaigns.back')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('campaigns.difference.title')}</h1>
      <p class="prose">{tr('campaigns.difference.lead')}</p>
      <Opened {...props} />
      <nav class="tabs" aria-label={tr('campaigns.difference.kinds')}>
        <ul>
          {DIFFERENCES.map((one) => (
            <li key={one}>
              <a href={`${path}?jenis=${one}`} aria-current={one === kind ? 'page' : undefined}>
                {tr(`campaigns.difference.${one}`)} ({formatNumber(lang, counts[one])})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p>{tr(`campaigns.difference.${kind}Lead`)}</p>
      <form method="post" action={path} novalidate>
        {people.length === 0 ? (
          <p>{tr('campaigns.difference.none')}</p>
        ) : (
          <DataTable
            caption={tr(`campaigns.difference.${kind}`)}
            columns={columns(props, acts)}
            rows={people}
          />
        )}
        <Pager page={page} pages={pages} href={(next) => `${path}?jenis=${kind}&hal=${next}`} texts={texts} />
        {acts ? (
          <div class="card">
            <TextField
              name="reason"
              label={tr('campaigns.difference.reason')}
              value={typed.reason}
              errors={errors}
              required
            />
            <button type="submit" name="aksi" value={kind === 'hired' ? 'tambah' : 'kecualikan'}>
              {tr(kind === 'hired' ? 'campaigns.difference.add' : 'campaigns.difference.exempt')}
            </button>
          </div>
        ) : null}
      </form>
    </>
  );
}

function Opened({ lang, agency, campaign, counts }: Props): VNode {
  const tr = campaignText(lang);
  const opened = campaign.opening ? formatMoment(lang, campaign.opening.openedAt, agency.zone) : '–';
  return (
    <p class="quiet">
      {tr('campaigns.openedAt')}: {opened} ·{' '}
      {t(lang)('campaigns.difference.added', { count: formatNumber(lang, counts.added) })}
    </p>
  );
}

function columns({ lang, typed }: Props, acts: boolean): Column<DifferentPerson>[] {
  const tr = t(lang);
  const { kind, persons } = typed;
  const category = (code: string) => messageOf(lang, `campaigns.category.${code}`) ?? code;
  const choose: Column<DifferentPerson> = {
    head: tr('campaigns.difference.choose'),
    cell: ({ personId, name, exempted }) =>
      exempted ? null : (
        <input
          type="checkbox"
          name="orang"
          value={personId}
          aria-label={name}
          checked={persons.includes(personId)}
        />
      ),
  };
  const state: Column<DifferentPerson> = {
    head: tr('campaigns.difference.state'),
    cell: ({ status, exempted }) => (
      <>
        {messageOf(lang, `agencies.status.${status}`) ?? status}{' '}
        {exempted ? <Tag tone="good">{tr('campaigns.difference.exempted')}</Tag> : null}
      </>
    ),
  };
  return [
    ...(acts ? [choose] : []),
    { head: tr('campaigns.difference.name'), cell: ({ name }) => name },
    { head: tr('campaigns.difference.unit'), cell: ({ unitName }) => unitName },
    { head: tr('campaigns.difference.category'), cell: ({ after }) => category(after) },
    ...(kind === 'gone' ? [state] : []),
    ...(kind === 'changed'
      ? [{ head: tr('campaigns.difference.before'), cell: ({ before }: DifferentPerson) => before ?? '–' }]
      : []),
  ];
}
