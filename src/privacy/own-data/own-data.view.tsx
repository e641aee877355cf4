import type { VNode } from 'preact';
import { formatMoment } from '../../platform/format.ts';
import { ErrorSummary, type FieldErrors, TextArea } from '../../platform/html/form.view.tsx';
import { Facts, Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { type Owner, OwnForm } from '../../signing/index.ts';
import { to, urls } from '../../urls.ts';
import { t } from '../messages.ts';
import { CLOCK_MS, LONGEST } from '../requests.ts';
import type { OwnData } from './own-data.ts';
import { Audiences, Changes, Lists, type Part, Reads, Signatures, Table, word } from './own-tables.view.tsx';

export function AskDigits(props: {
  lang: Lang;
  errors: FieldErrors;
  owner: Owner;
  here: string;
  back: string;
}): VNode {
  const { lang, errors, owner, here, back } = props;
  const tr = t(lang);
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('privacy.ownTitle')}</h1>
      <p>{tr('privacy.askDigits')}</p>
      <OwnForm {...{ lang, errors, owner }} action={here} />
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
      <p class="quiet">{tr('privacy.ownNoReports')}</p>
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
