import type { VNode } from 'preact';
import type { Agency, Unit } from '../../../agencies/index.ts';
import type { Campaign } from '../../../campaigns/index.ts';
import { formatMoment } from '../../../platform/format.ts';
import { ErrorSummary, type FieldErrors, SelectField } from '../../../platform/html/form.view.tsx';
import { DataTable, Notice } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import { t } from './messages.ts';
import { type Sheet, sheetCode } from './sheet.ts';

interface Listed {
  lang: Lang;
  agency: Agency;
  campaign: Campaign;
  units: readonly Unit[];
  sheets: readonly Sheet[];
  /** Whether the campaign allows ink. */
  allowed: boolean;
  unit: string;
  errors: FieldErrors;
}

export function SheetList({ lang, agency, campaign, units, sheets, allowed, unit, errors }: Listed): VNode {
  const tr = t(lang);
  const at = { agency: agency.id, campaign: campaign.id };
  return (
    <>
      <p>
        <a href={to('scans', at)}>{tr('ink.backToList')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('ink.sheetsTitle')}</h1>
      <p class="quiet">{campaign.title}</p>
      <p>{tr('ink.sheetsIntro')}</p>
      {allowed ? (
        <form method="post" action={to('scanSheets', at)}>
          <SelectField
            name="unit"
            label={tr('ink.sheetUnit')}
            hint={tr('ink.sheetUnitHint')}
            value={unit}
            options={units.map(({ id, name }) => ({ value: id, text: name }))}
            errors={errors}
          />
          <button type="submit">{tr('ink.makeSheet')}</button>
        </form>
      ) : (
        <Notice tone="warn">{<p>{tr('ink.off')}</p>}</Notice>
      )}
      <h2>{tr('ink.sheetsMade')}</h2>
      {sheets.length === 0 ? (
        <p>{tr('ink.noSheets')}</p>
      ) : (
        <DataTable
          caption={tr('ink.sheetsMade')}
          rows={sheets}
          columns={[
            {
              head: tr('ink.unit'),
              cell: ({ id, unitName }) => (
                <a href={to('scanSheet', { ...at, sheet: id })} aria-label={`${unitName}, ${sheetCode(id)}`}>
                  {unitName}
                </a>
              ),
            },
            { head: tr('ink.sheetCode'), cell: ({ id }) => sheetCode(id) },
            { head: tr('ink.sheetRows'), number: true, cell: ({ personIds }) => personIds.length },
            { head: tr('ink.sheetFiles'), number: true, cell: ({ files }) => files },
            {
              head: tr('ink.sheetMade'),
              cell: ({ madeAt, madeByName }) =>
                tr('ink.recordedLine', { moment: formatMoment(lang, madeAt, agency.zone), who: madeByName }),
            },
          ]}
        />
      )}
    </>
  );
}
