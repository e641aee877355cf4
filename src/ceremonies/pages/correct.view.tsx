import type { VNode } from 'preact';
import type { Frame } from '../../campaigns/index.ts';
import { formatMoment } from '../../platform/format.ts';
import { ErrorSummary, type FieldErrors, TextField } from '../../platform/html/form.view.tsx';
import { DataTable } from '../../platform/html/parts.view.tsx';
import { to } from '../../urls.ts';
import type { CeremonyHead } from '../ceremony.ts';
import type { Correction } from '../correct-ceremony.ts';
import { t as ceremonyText } from '../messages.ts';
import { t } from '../plan/messages.ts';
import { BackToCeremony } from './back.view.tsx';
import { DateFields } from './ceremony-new.view.tsx';
import type { Typed } from './form.ts';

type Props = Frame & { head: CeremonyHead; corrections: Correction[]; typed: Typed; errors: FieldErrors };

export function CorrectPage(props: Props): VNode {
  const { lang, agency, head, corrections, typed, errors } = props;
  const tr = t(lang);
  const own = ceremonyText(lang);
  const text = (name: string, label: string) => ({ name, label, value: typed[name], errors });
  return (
    <>
      <BackToCeremony {...props} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('plan.correct')}</h1>
      <p class="quiet">{tr('plan.correctHint')}</p>
      <form method="post" action={to('ceremonyCorrect', { agency: agency.id, ceremony: head.id })} novalidate>
        <TextField {...text('title', own('ceremonies.name'))} required />
        <DateFields {...props} />
        <TextField {...text('startsAt', own('ceremonies.time'))} type="time" short />
        <TextField {...text('place', own('ceremonies.place'))} />
        <TextField {...text('organiser', own('ceremonies.organiser'))} required />
        <TextField {...text('reason', tr('plan.reason'))} required />
        <button type="submit">{tr('plan.correctSave')}</button>
      </form>
      {corrections.length > 0 ? (
        <DataTable
          caption={tr('plan.corrections')}
          rows={corrections}
          columns={[
            { head: tr('plan.when'), cell: (row) => formatMoment(lang, row.correctedAt, agency.zone) },
            { head: tr('plan.reason'), cell: (row) => row.reason },
            { head: tr('plan.recordedBy'), cell: (row) => row.correctedBy },
          ]}
        />
      ) : null}
    </>
  );
}
