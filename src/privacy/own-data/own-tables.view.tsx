import type { VNode } from 'preact';
import { formatDate, formatMoment, formatNumber } from '../../platform/format.ts';
import { type Column, DataTable } from '../../platform/html/parts.view.tsx';
import { type Lang, messageOf } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import { t } from '../messages.ts';
import type { OwnData } from './own-data.ts';

export interface Part {
  lang: Lang;
  data: OwnData;
}

export function Audiences({ lang, data }: Part): VNode | null {
  const tr = t(lang);
  const { zone } = data.institution;
  return (
    <Table
      caption={tr('privacy.part.audiences')}
      note={tr('privacy.note.audiences')}
      rows={data.audiences}
      columns={[
        { head: tr('privacy.field.campaign'), cell: (row) => row.title },
        { head: tr('privacy.field.name'), cell: (row) => row.name },
        { head: tr('privacy.field.number'), cell: (row) => row.idNumber ?? '–' },
        { head: tr('privacy.field.post'), cell: (row) => row.post ?? '–' },
        { head: tr('privacy.field.unit'), cell: (row) => row.unit },
        {
          head: tr('privacy.field.standing'),
          cell: (row) =>
            [row.exemptedWhy, row.declinedNote].filter((text) => text !== null).join('; ') || '–',
        },
        {
          head: tr('privacy.field.at'),
          cell: (row) => (row.pinnedAt ? formatMoment(lang, row.pinnedAt, zone) : '–'),
        },
      ]}
    />
  );
}

export function Signatures({ lang, data }: Part): VNode | null {
  const tr = t(lang);
  const { zone, id } = data.institution;
  return (
    <Table
      caption={tr('privacy.part.signatures')}
      note={tr('privacy.note.signatures')}
      rows={data.signatures}
      columns={[
        { head: tr('privacy.field.campaign'), cell: (row) => row.title },
        {
          head: tr('privacy.field.receipt'),
          cell: (row) => (
            <a href={to('verifyReceipt', { agency: id, receipt: row.receipt })}>{row.receipt}</a>
          ),
        },
        { head: tr('privacy.field.at'), cell: (row) => formatMoment(lang, row.signedAt, zone) },
        { head: tr('privacy.field.index'), cell: (row) => formatNumber(lang, row.logIndex), number: true },
      ]}
    />
  );
}

/** What is held beside the signature itself. */
export function Lists({ lang, data }: Part): VNode {
  const tr = t(lang);
  const { zone } = data.institution;
  const at = (moment: Date | null) => (moment ? formatMoment(lang, moment, zone) : '–');
  return (
    <>
      <Table
        caption={tr('privacy.part.attendance')}
        rows={data.attendance}
        columns={[
          { head: tr('privacy.field.ceremony'), cell: (row) => row.title },
          {
            head: tr('privacy.field.date'),
            cell: (row) => (row.heldOn ? formatDate(lang, row.heldOn) : '–'),
          },
          {
            head: tr('privacy.field.what'),
            cell: (row) =>
              messageOf(lang, `ceremonies.standing.${row.what}`) ?? word(lang, `ceremonies.fact.${row.what}`),
          },
          { head: tr('privacy.field.reason'), cell: (row) => row.reason ?? '–' },
          { head: tr('privacy.field.at'), cell: (row) => at(row.at) },
        ]}
      />
      <Table
        caption={tr('privacy.part.reminders')}
        rows={data.reminders}
        columns={[
          { head: tr('privacy.field.dueAt'), cell: (row) => at(row.dueAt) },
          { head: tr('privacy.field.channel'), cell: (row) => row.channel },
          { head: tr('privacy.field.sentAt'), cell: (row) => at(row.sentAt) },
          { head: tr('privacy.field.failedAt'), cell: (row) => at(row.bouncedAt ?? row.failedAt) },
        ]}
      />
      <Table
        caption={tr('privacy.part.means')}
        note={tr('privacy.note.means')}
        rows={data.means}
        columns={[
          { head: tr('privacy.field.what'), cell: (row) => tr(`privacy.means.${row.kind}`) },
          { head: tr('privacy.field.at'), cell: (row) => at(row.at) },
        ]}
      />
    </>
  );
}

export function Reads({ lang, data }: Part): VNode {
  const tr = t(lang);
  const { zone } = data.institution;
  return (
    <>
      <Table
        caption={tr('privacy.part.reads')}
        note={tr('privacy.note.reads')}
        rows={data.reads}
        columns={[
          { head: tr('privacy.field.who'), cell: (row) => row.who },
          {
            head: tr('privacy.field.role'),
            cell: (row) => row.roles.map((role) => word(lang, `access.role.${role}`)).join(', ') || '–',
          },
          { head: tr('privacy.field.what'), cell: (row) => word(lang, `privacy.read.${row.what}`) },
          { head: tr('privacy.field.at'), cell: (row) => formatMoment(lang, row.at, zone) },
        ]}
      />
      <Table
        caption={tr('privacy.part.lists')}
        note={tr('privacy.note.lists')}
        rows={data.lists}
        columns={[
          { head: tr('privacy.field.list'), cell: (row) => word(lang, `privacy.list.${row.list}`) },
          { head: tr('privacy.field.times'), cell: (row) => formatNumber(lang, row.times), number: true },
          { head: tr('privacy.field.readers'), cell: (row) => formatNumber(lang, row.readers), number: true },
          { head: tr('privacy.field.last'), cell: (row) => formatMoment(lang, row.last, zone) },
        ]}
      />
      <p>{tr('privacy.notRecorded')}</p>
    </>
  );
}

export function Changes({ lang, data }: Part): VNode {
  const tr = t(lang);
  const { zone } = data.institution;
  return (
    <>
      <Table
        caption={tr('privacy.part.corrections')}
        rows={data.corrections}
        columns={[
          { head: tr('privacy.field.at'), cell: (row) => formatMoment(lang, row.at, zone) },
          { head: tr('privacy.field.reason'), cell: (row) => row.reason },
        ]}
      />
      <Table
        caption={tr('privacy.part.imports')}
        rows={data.imports}
        columns={[
          { head: tr('privacy.field.at'), cell: (row) => formatMoment(lang, row.at, zone) },
          { head: tr('privacy.field.file'), cell: (row) => row.fileName },
        ]}
      />
      <Table
        caption={tr('privacy.part.events')}
        rows={data.events}
        columns={[
          { head: tr('privacy.field.at'), cell: (row) => formatMoment(lang, row.at, zone) },
          { head: tr('privacy.field.what'), cell: (row) => word(lang, `event.${row.kind}`) },
        ]}
      />
    </>
  );
}

/** Nothing where there is nothing. */
export function Table<Row>(props: {
  caption: string;
  note?: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
}): VNode | null {
  const { caption, note, rows, columns } = props;
  if (rows.length === 0) return null;
  return (
    <>
      {note ? <p>{note}</p> : null}
      <DataTable {...{ caption, rows, columns }} />
    </>
  );
}

export function word(lang: Lang, key: string): string {
  return messageOf(lang, key) ?? key.replace(/^.*\./, '');
}
