import type { VNode } from 'preact';
import type { Campaign, Frame } from '../../campaigns/index.ts';
import { type Column, DataTable, Tag } from '../../platform/html/parts.view.tsx';
import { to } from '../../urls.ts';
import type { CeremonyHead } from '../ceremony.ts';
import { t } from '../messages.ts';
import { HeldOn } from './date.view.tsx';

type Props = Frame & { campaign: Campaign; ceremonies: CeremonyHead[] };

export function CeremonyList(props: Props): VNode {
  const { lang, agency, staff, campaign, ceremonies } = props;
  const tr = t(lang);
  const at = { agency: agency.id, campaign: campaign.id };
  return (
    <>
      <p>
        <a href={to('campaign', at)}>{tr('ceremonies.back')}</a>
      </p>
      <h1>{tr('ceremonies.title')}</h1>
      <p>{campaign.title}</p>
      <p class="quiet">{tr('ceremonies.listHint')}</p>
      {staff.has('officer') ? (
        <p class="row">
          <a class="button" href={to('ceremonyNew', at)}>
            {tr('ceremonies.new')}
          </a>
          <a href={`${to('ceremonyNew', at)}?jenis=susulan`}>{tr('ceremonies.newMakeUp')}</a>
          <a href={to('ceremonyFromText', at)}>{tr('ceremonies.fromText')}</a>
        </p>
      ) : null}
      {ceremonies.length === 0 ? <p>{tr('ceremonies.none')}</p> : <Table {...props} />}
    </>
  );
}

function Table({ lang, agency, ceremonies }: Props): VNode {
  const tr = t(lang);
  const link = ({ id, title }: CeremonyHead) => (
    <a href={to('ceremony', { agency: agency.id, ceremony: id })}>{title}</a>
  );
  const kind = (row: CeremonyHead) => (
    <>
      {tr(`ceremonies.kind.${row.kind}`)} {row.isExample ? <Tag>{tr('ceremonies.example')}</Tag> : null}
    </>
  );
  const columns: Column<CeremonyHead>[] = [
    { head: tr('ceremonies.name'), cell: link },
    { head: tr('ceremonies.date'), cell: (row) => <HeldOn lang={lang} head={row} /> },
    { head: tr('ceremonies.kind'), cell: kind },
    { head: tr('ceremonies.place'), cell: (row) => row.place ?? tr('ceremonies.notKnown') },
  ];
  return <DataTable caption={tr('ceremonies.title')} rows={ceremonies} columns={columns} />;
}
