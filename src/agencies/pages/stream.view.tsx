import type { VNode } from 'preact';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import { ErrorSummary, type FieldErrors, SelectField, TextField } from '../../platform/html/form.view.tsx';
import { Bar, DataTable, Facts, Notice, Tag } from '../../platform/html/parts.view.tsx';
import { type Lang, messageOf } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import type { Agency } from '../agency.ts';
import { t as agencyText, rosterWords } from '../messages.ts';
import { t as moveText } from '../moves/messages.ts';
import { LEFT_KINDS } from '../moves/status.ts';
import { explain, formatNip } from '../roster/index.ts';
import type { KeptBadRow } from '../stream/bad-rows.ts';
import type { Load, Sums } from '../stream/load.ts';
import { t } from '../stream/messages.ts';
import type { Missing } from '../stream/missing.ts';
import { ListPager } from './pages.view.tsx';
import type { TypedLeaving } from './stream.page.tsx';

interface Upload {
  lang: Lang;
  agency: Agency;
  loads: readonly Load[];
  errors: FieldErrors;
}

export function StreamPage({ lang, agency, loads, errors }: Upload): VNode {
  const tr = t(lang);
  const at = { agency: agency.id };
  return (
    <>
      <p>
        <a href={to('rosterImport', at)}>{agencyText(lang)('agencies.import')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('agencies.stream.title')}</h1>
      <p class="prose">{tr('agencies.stream.lead')}</p>
      <form method="post" action={to('rosterStream', at)} encType="multipart/form-data" class="card">
        <TextField
          name="file"
          type="file"
          label={tr('agencies.stream.file')}
          hint={tr('agencies.stream.fileHint')}
          accept=".csv,.txt"
          errors={errors}
          required
        />
        <button type="submit">{tr('agencies.stream.send')}</button>
      </form>
      {loads.length > 0 ? (
        <DataTable
          caption={tr('agencies.stream.latest')}
          columns={[
            {
              head: tr('agencies.stream.file'),
              cell: ({ id, fileName }) => <a href={to('rosterStreamed', { ...at, id })}>{fileName}</a>,
            },
            {
              head: tr('agencies.stream.began'),
              cell: ({ startedAt }) => formatMoment(lang, startedAt, agency.zone),
            },
            { head: tr('agencies.stream.state'), cell: (load) => <State lang={lang} load={load} /> },
          ]}
          rows={loads}
        />
      ) : null}
    </>
  );
}

function State({ lang, load }: { lang: Lang; load: Load }): VNode {
  const state = load.outcome ?? (load.running ? 'running' : 'waiting');
  return (
    <Tag tone={state === 'done' ? 'good' : load.outcome ? 'warn' : 'info'}>
      {t(lang)(`agencies.stream.${state}`)}
    </Tag>
  );
}

interface Streamed {
  lang: Lang;
  agency: Agency;
  load: Load;
  sums: Sums;
  bad: readonly KeptBadRow[];
  /** Null: there was nobody before, or the load is not at its end. */
  missing: Missing | null;
  page: number;
  size: number;
  errors: FieldErrors;
  typed: TypedLeaving;
  mayChange: boolean;
}

export function StreamedPage(props: Streamed): VNode {
  const { lang, agency, load, sums, errors } = props;
  const tr = t(lang);
  const number = (value: number) => formatNumber(lang, value);
  const seconds = sums.firstAt && sums.lastAt ? (sums.lastAt.getTime() - load.startedAt.getTime()) / 1000 : 0;
  const share = load.size > 0 ? sums.untilByte / load.size : 0;
  const why = load.code ? messageOf(lang, load.code, load.params ?? {}) : null;
  return (
    <>
      <p>
        <a href={to('rosterStream', { agency: agency.id })}>{tr('agencies.stream.title')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{load.fileName}</h1>
      <p role="status">
        <State lang={lang} load={load} />{' '}
        {load.outcome ? null : tr('agencies.stream.share', { share: number(Math.floor(share * 100)) })}
      </p>
      {load.outcome ? null : (
        <>
          <Bar share={share} />
          <p class="quiet">{tr('agencies.stream.wait')}</p>
        </>
      )}
      {why ? <Notice tone="warn">{why}</Notice> : null}
      <Facts
        rows={[
          [tr('agencies.stream.began'), formatMoment(lang, load.startedAt, agency.zone)],
          [tr('agencies.stream.good'), number(sums.good)],
          [tr('agencies.stream.added'), number(sums.added)],
          [tr('agencies.stream.updated'), number(sums.changed)],
          [tr('agencies.stream.bad'), number(sums.bad)],
          ...(seconds > 0
            ? [
                [
                  tr('agencies.stream.speed'),
                  tr('agencies.stream.perSecond', { rows: number(Math.round(sums.rows / seconds)) }),
                ] as const,
              ]
            : []),
        ]}
      />
      <BadRows {...props} />
      <MissingPeople {...props} />
    </>
  );
}

function BadRows({ lang, agency, load, sums, bad }: Streamed): VNode | null {
  if (bad.length === 0) return null;
  const tr = t(lang);
  const file = `${to('rosterStreamed', { agency: agency.id, id: load.id })}?berkas=ditolak`;
  return (
    <>
      <h2>{tr('agencies.stream.bad')}</h2>
      <p>
        {tr('agencies.stream.badLead', {
          shown: formatNumber(lang, bad.length),
          all: formatNumber(lang, sums.bad),
        })}{' '}
        <a href={file}>{tr('agencies.stream.badFile')}</a>
      </p>
      <DataTable
        caption={tr('agencies.stream.bad')}
        columns={[
          {
            head: tr('agencies.stream.row'),
            cell: ({ rowNumber }) => <span class="num">{formatNumber(lang, rowNumber)}</span>,
          },
          { head: tr('agencies.stream.reason'), cell: (row) => explain(row, rosterWords[lang]) },
        ]}
        rows={bad}
      />
    </>
  );
}

function MissingPeople(props: Streamed): VNode | null {
  const { lang, agency, load, missing, page, size, mayChange, typed, errors } = props;
  const tr = t(lang);
  if (!missing) return null;
  if (missing.total === 0) return <Notice tone="good">{tr('agencies.stream.nobodyMissing')}</Notice>;
  const path = to('rosterStreamed', { agency: agency.id, id: load.id });
  const kinds = LEFT_KINDS.map((value) => ({ value, text: moveText(lang)(`agencies.moves.kind.${value}`) }));
  return (
    <form method="post" action={path} id="hilang">
      <h2>{tr('agencies.stream.missing')}</h2>
      <p>{tr('agencies.stream.missingLead', { count: formatNumber(lang, missing.total) })}</p>
      <DataTable
        caption={tr('agencies.stream.missing')}
        columns={[
          {
            head: tr('agencies.stream.choose'),
            cell: ({ id, name }) =>
              mayChange ? (
                <input
                  type="checkbox"
                  name="orang"
                  value={id}
                  aria-label={name}
                  checked={typed.people.includes(id)}
                />
              ) : null,
          },
          { head: tr('agencies.stream.name'), cell: ({ name }) => name },
          {
            head: tr('agencies.stream.number'),
            cell: ({ idNumber, idKind }) => (
              <span class="num">{idNumber ? formatNip(idNumber, idKind) : '–'}</span>
            ),
          },
          { head: tr('agencies.stream.unit'), cell: ({ unitName }) => unitName },
        ]}
        rows={missing.people}
      />
      <ListPager
        lang={lang}
        page={page}
        size={size}
        total={missing.total}
        href={(to) => `${path}?hal=${to}#hilang`}
      />
      {mayChange ? (
        <div class="card">
          <SelectField
            name="kind"
            label={moveText(lang)('agencies.moves.what')}
            value={typed.kind}
            options={kinds}
          />
          <TextField
            name="from"
            type="date"
            label={moveText(lang)('agencies.moves.from')}
            value={typed.from}
            errors={errors}
            required
          />
          <TextField
            name="reason"
            label={moveText(lang)('agencies.moves.why')}
            value={typed.reason}
            errors={errors}
            required
          />
          <button type="submit">{tr('agencies.stream.markLeft')}</button>
        </div>
      ) : null}
    </form>
  );
}
