import type { VNode } from 'preact';
import type { Agency } from '../../../agencies/index.ts';
import { formatDate, formatMoment } from '../../../platform/format.ts';
import { Choices, ErrorSummary, type FieldErrors, TextField } from '../../../platform/html/form.view.tsx';
import { DataTable, Facts, Notice } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import { t } from './messages.ts';
import type { Scan } from './scan.ts';
import { StateTag } from './scans.view.tsx';
import { type Sheet, type SheetRow, sheetCode } from './sheet.ts';

export interface TypedSheet {
  signedOn: string;
  ticked: readonly string[];
}

interface Shown {
  lang: Lang;
  agency: Agency;
  sheet: Sheet;
  rows: readonly SheetRow[];
  /** Of this paper, by row. */
  scans: readonly Scan[];
  /** Whether its text is the one that may be signed today. */
  current: boolean;
  typed: TypedSheet;
  errors: FieldErrors;
}

export function SheetView(shown: Shown): VNode {
  const { lang, agency, sheet, rows, scans, current, errors } = shown;
  const tr = t(lang);
  const at = { agency: agency.id, campaign: sheet.campaignId };
  const who = sheet.madeByName;
  const moment = formatMoment(lang, sheet.madeAt, agency.zone);
  return (
    <>
      <p>
        <a href={to('scanSheets', at)}>{tr('ink.backToSheets')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>
        {tr('ink.sheetTitle')}: {sheet.unitName}
      </h1>
      <Facts
        rows={[
          [tr('ink.sheetCode'), sheetCode(sheet.id)],
          [tr('ink.sheetRows'), rows.length],
          [tr('ink.sheetMade'), tr('ink.recordedLine', { moment, who })],
        ]}
      />
      <p>
        <a class="button" href={to('scanSheetPaper', { ...at, sheet: sheet.id })}>
          {tr('ink.sheetPrint')}
        </a>
      </p>
      <p>{tr('ink.sheetHow')}</p>
      {current ? null : <Notice tone="warn">{<p>{tr('ink.otherText')}</p>}</Notice>}
      {scans.length > 0 ? <Recorded {...shown} /> : null}
      {current ? <Return {...shown} /> : null}
    </>
  );
}

/** One name after the other, each with its own page: there is no way to confirm many at once. */
function Recorded({ lang, agency, sheet, scans }: Shown): VNode {
  const tr = t(lang);
  const at = { agency: agency.id, campaign: sheet.campaignId };
  const waiting = scans.filter(({ state }) => state === 'waiting').length;
  return (
    <>
      <h2>{tr('ink.sheetRecorded')}</h2>
      <p>{tr('ink.sheetCounts', { waiting, recorded: scans.length })}</p>
      <DataTable
        caption={tr('ink.sheetRecorded')}
        rows={scans}
        columns={[
          {
            head: tr('ink.name'),
            cell: ({ id, name }) => (
              <a href={to('scan', { ...at, scan: id })} aria-label={tr('ink.open', { name })}>
                {name}
              </a>
            ),
          },
          { head: tr('ink.sheetRow'), number: true, cell: ({ sheetRow }) => sheetRow },
          { head: tr('ink.signedOn'), cell: ({ signedOn }) => formatDate(lang, signedOn) },
          { head: tr('ink.standing'), cell: ({ state }) => <StateTag lang={lang} state={state} /> },
        ]}
      />
    </>
  );
}

function Return({ lang, agency, sheet, rows, typed, errors }: Shown): VNode | null {
  const tr = t(lang);
  const at = { agency: agency.id, campaign: sheet.campaignId, sheet: sheet.id };
  const open = rows.filter(({ signed, scanSha256 }) => !signed && scanSha256 === null);
  const rest = rows.filter((row) => !open.includes(row));
  return (
    <section class="card">
      <h2>{tr('ink.sheetReturn')}</h2>
      {open.length === 0 ? <p>{tr('ink.sheetAllDone')}</p> : null}
      {open.length === 0 ? null : (
        <form method="post" action={to('scanSheet', at)} enctype="multipart/form-data" novalidate>
          <TextField
            name="signedOn"
            type="date"
            short
            label={tr('ink.signedOn')}
            hint={tr('ink.sheetSignedOnHint')}
            value={typed.signedOn}
            errors={errors}
            required
          />
          <TextField
            name="file"
            type="file"
            label={tr('ink.sheetFile')}
            hint={tr('ink.sheetFileHint')}
            accept="image/jpeg,image/png,application/pdf"
            errors={errors}
            required
          />
          <Choices
            type="checkbox"
            name="person"
            legend={tr('ink.sheetWho')}
            hint={tr('ink.sheetWhoHint')}
            error={errors.person}
            options={open.map(({ row, personId, name, unitName }) => ({
              value: personId,
              text: tr('ink.sheetPerson', { row, name, unit: unitName }),
              checked: typed.ticked.includes(personId),
            }))}
          />
          <button type="submit">{tr('ink.sheetKeep')}</button>
        </form>
      )}
      {rest.length > 0 ? <Rest lang={lang} rows={rest} /> : null}
    </section>
  );
}

function Rest({ lang, rows }: { lang: Lang; rows: readonly SheetRow[] }): VNode {
  const tr = t(lang);
  return (
    <details>
      <summary>{tr('ink.sheetRest', { count: rows.length })}</summary>
      <ul>
        {rows.map(({ row, personId, name, unitName, signed }) => (
          <li key={personId}>
            {tr('ink.sheetPerson', { row, name, unit: unitName })}:{' '}
            {tr(signed ? 'ink.sheetSigned' : 'ink.sheetScanned')}
          </li>
        ))}
      </ul>
    </details>
  );
}
