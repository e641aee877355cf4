import type { VNode } from 'preact';
import { formatDate, formatMoment, formatNumber } from '../../platform/format.ts';
import { ErrorSummary, type FieldErrors, TextArea, TextField } from '../../platform/html/form.view.tsx';
import { type Column, DataTable, Facts, Notice } from '../../platform/html/parts.view.tsx';
import { type Lang, messageOf } from '../../platform/i18n.ts';
import { to, urls } from '../../urls.ts';
import { t } from '../messages.ts';
import { CLOCK_MS, LONGEST } from '../requests.ts';
import type { OwnData } from './own-data.ts';

export function AskDigits(props: { lang: Lang; errors: FieldErrors; here: string; back: string }): VNode {
  const { lang, errors, here, back } = props;
  const tr = t(lang);
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('privacy.ownTitle')}</h1>
      <p>{tr('privacy.askDigits')}</p>
      <form method="post" action={here} class="card" novalidate>
        <input type="hidden" name="do" value="open" />
        <TextField
          {...{ name: 'digits', label: tr('privacy.digits'), hint: tr('privacy.digitsHint'), errors }}
          {...{ short: true, inputMode: 'numeric', maxLength: 4, autocomplete: 'off' }}
        />
        <button type="submit">{tr('privacy.show')}</button>
      </form>
      <p>
        <a href={back}>{tr('privacy.backToSign')}</a> · <a href={urls.privacy}>{tr('privacy.title')}</a>
      </p>
    </>
  );
}

interface Props {
  lang: Lang;
  data: OwnData;
  code: string;
  typed: string;
  errors: FieldErrors;
  asked: boolean;
}

export function OwnDataPage({ lang, data, code, typed, errors, asked }: Props): VNode {
  const tr = t(lang);
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      {asked ? (
        <Notice tone="good">
          <p>{tr('privacy.askedDone')}</p>
        </Notice>
      ) : null}
      <h1>{tr('privacy.ownTitle')}</h1>
      <p>{tr('privacy.ownIntro', { agency: data.institution.name })}</p>
      <p class="row">
        <a class="button" href={to('signOwnDataFile', { code })}>
          {tr('privacy.download')}
        </a>
        <a href={to('sign', { code })}>{tr('privacy.backToSign')}</a>
        <a href={urls.privacy}>{tr('privacy.title')}</a>
      </p>
      <Today lang={lang} data={data} />
      <Audiences lang={lang} data={data} />
      <Signatures lang={lang} data={data} />
      <Lists lang={lang} data={data} />
      <Reads lang={lang} data={data} />
      <Changes lang={lang} data={data} />
      <Requests lang={lang} data={data} />
      <h2>{tr('privacy.askTitle')}</h2>
      <p>{tr('privacy.askText')}</p>
      <form method="post" action={to('signOwnData', { code })} class="card" novalidate>
        <input type="hidden" name="do" value="ask" />
        <TextArea
          {...{ name: 'what', label: tr('privacy.askWhat'), value: typed, errors, rows: 4 }}
          hint={tr('privacy.askHint', { longest: LONGEST })}
        />
        <button type="submit">{tr('privacy.ask')}</button>
      </form>
    </>
  );
}

interface Part {
  lang: Lang;
  data: OwnData;
}

function Today({ lang, data: { roster, institution } }: Part): VNode {
  const tr = t(lang);
  return (
    <>
      <h2>{tr('privacy.part.roster')}</h2>
      <Facts
        rows={[
          [tr('privacy.field.name'), roster.name],
          [tr('privacy.field.number'), roster.idNumber],
          [tr('privacy.field.category'), word(lang, `agencies.roster.category.${roster.category}`)],
          [tr('privacy.field.rank'), roster.rank],
          [tr('privacy.field.post'), roster.post],
          [tr('privacy.field.unit'), roster.unit],
          [tr('privacy.field.email'), roster.email],
          [tr('privacy.field.changed'), formatMoment(lang, roster.changedAt, institution.zone)],
        ]}
      />
    </>
  );
}

function Audiences({ lang, data }: Part): VNode | null {
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

function Signatures({ lang, data }: Part): VNode | null {
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
function Lists({ lang, data }: Part): VNode {
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

function Reads({ lang, data }: Part): VNode {
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

function Changes({ lang, data }: Part): VNode {
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

function Requests({ lang, data }: Part): VNode | null {
  const tr = t(lang);
  const { zone } = data.institution;
  const due = (askedAt: Date) => formatMoment(lang, new Date(askedAt.getTime() + CLOCK_MS), zone);
  return (
    <Table
      caption={tr('privacy.part.requests')}
      rows={data.requests}
      columns={[
        { head: tr('privacy.field.asked'), cell: (row) => row.what },
        { head: tr('privacy.field.at'), cell: (row) => formatMoment(lang, row.askedAt, zone) },
        {
          head: tr('privacy.field.answer'),
          cell: (row) =>
            row.outcome
              ? `${tr(`privacy.outcome.${row.outcome}`)}: ${row.reason}`
              : tr('privacy.waitsUntil', { date: due(row.askedAt) }),
        },
        { head: tr('privacy.field.recordNote'), cell: (row) => row.recordNote ?? '–' },
      ]}
    />
  );
}

/** A heading and its table, or that there is nothing. */
function Table<Row>(props: {
  caption: string;
  note?: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
}): VNode | null {
  const { caption, note, rows, columns } = props;
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{caption}</h2>
      {note ? <p>{note}</p> : null}
      <DataTable {...{ caption, rows, columns }} />
    </>
  );
}

function word(lang: Lang, key: string): string {
  return messageOf(lang, key) ?? key.replace(/^.*\./, '');
}
