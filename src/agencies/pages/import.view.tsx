import type { VNode } from 'preact';
import { formatMoment } from '../../platform/format.ts';
import { ErrorSummary, SelectField, TextField } from '../../platform/html/form.view.tsx';
import { Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import type { Agency } from '../agency.ts';
import { t } from '../messages.ts';
import { t as streamText } from '../stream/messages.ts';
import type { Unit } from '../unit.ts';
import { unitOptions } from './unit-options.ts';

interface Props {
  lang: Lang;
  agency: Agency;
  units: readonly Unit[];
  /** Files that were read and wait for a decision. */
  open: readonly { id: string; fileName: string; uploadedAt: Date }[];
  /** What was wrong with the last file, as sentences. */
  problems: readonly string[];
}

export function ImportPage(props: Props): VNode {
  const { lang, agency, units, problems } = props;
  const tr = t(lang);
  const errors: Record<string, string> = problems.length > 0 ? { file: problems.join(' ') } : {};
  const unitChoice = [{ value: '', text: tr('agencies.importUnitNone') }, ...unitOptions(units)];
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('agencies.import')}</h1>
      <div class="split">
        <form
          method="post"
          action={to('rosterImport', { agency: agency.id })}
          encType="multipart/form-data"
          class="card"
        >
          <TextField
            name="file"
            type="file"
            label={tr('agencies.file')}
            hint={tr('agencies.fileHint')}
            accept=".xlsx,.csv,.txt"
            errors={errors}
            required
          />
          <SelectField
            name="unit"
            label={tr('agencies.importUnit')}
            hint={tr('agencies.importUnitHint')}
            options={unitChoice}
          />
          <button type="submit">{tr('agencies.upload')}</button>
          <p class="quiet">{tr('agencies.uploadNothingYet')}</p>
          <p>
            <a href={to('rosterStream', { agency: agency.id })}>
              {streamText(lang)('agencies.stream.title')}
            </a>
          </p>
        </form>
        <Help {...props} />
      </div>
      <OpenFiles {...props} />
    </>
  );
}

function Help({ lang, agency }: Props): VNode {
  const tr = t(lang);
  return (
    <div>
      <h2>{tr('agencies.columns')}</h2>
      <p>{tr('agencies.columnsLead')}</p>
      <ul>
        <li>{tr('agencies.columnsSiasn')}</li>
        <li>
          {tr('agencies.columnsTemplate')}{' '}
          <a href={to('rosterTemplate', { agency: agency.id, format: 'xlsx' })}>
            {tr('agencies.templateXlsx')}
          </a>
          {' · '}
          <a href={to('rosterTemplate', { agency: agency.id, format: 'csv' })}>
            {tr('agencies.templateCsv')}
          </a>
        </li>
      </ul>
      <Notice>
        <p>{tr('agencies.privacy')}</p>
      </Notice>
    </div>
  );
}

function OpenFiles({ lang, agency, open }: Props): VNode | null {
  if (open.length === 0) return null;
  return (
    <>
      <h2>{t(lang)('agencies.openFiles')}</h2>
      <ul class="steps">
        {open.map(({ id, fileName, uploadedAt }) => (
          <li key={id}>
            <a href={to('rosterPlan', { agency: agency.id, id })}>{fileName}</a>
            <span class="quiet">{formatMoment(lang, uploadedAt, agency.zone)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
