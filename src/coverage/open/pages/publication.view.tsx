import type { VNode } from 'preact';
import type { Agency } from '../../../agencies/index.ts';
import { formatMoment } from '../../../platform/format.ts';
import { ErrorSummary, type FieldErrors, TextField } from '../../../platform/html/form.view.tsx';
import { DataTable, Tag } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import { t } from '../messages.ts';
import type { Decision } from '../publication.ts';

export function PublicationView(props: {
  lang: Lang;
  agency: Agency;
  decisions: readonly Decision[];
  mayDecide: boolean;
  reason: string;
  errors: FieldErrors;
}): VNode {
  const { lang, agency, decisions, mayDecide, reason, errors } = props;
  const tr = t(lang);
  const on = decisions[0]?.published ?? agency.isExample;
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('open.decideTitle')}</h1>
      <p>
        <Tag tone={on ? 'good' : 'info'}>{tr(on ? 'open.on' : 'open.off')}</Tag>{' '}
        {on ? <a href={to('openAgency', { agency: agency.id })}>{tr('open.see')}</a> : null}
      </p>
      <p class="prose">{tr('open.decideText')}</p>
      {decisions.length === 0 && agency.isExample ? <p>{tr('open.exampleOn')}</p> : null}
      {mayDecide ? (
        <form method="post">
          <TextField
            name="alasan"
            label={tr('open.reason')}
            hint={tr('open.reasonHint')}
            value={reason}
            errors={errors}
            maxLength={500}
          />
          <button type="submit" name="tampil" value={on ? 'tidak' : 'ya'}>
            {tr(on ? 'open.turnOff' : 'open.turnOn')}
          </button>
        </form>
      ) : null}
      {decisions.length > 0 ? (
        <DataTable
          caption={tr('open.decisions')}
          columns={[
            { head: tr('open.when'), cell: ({ decidedAt }) => formatMoment(lang, decidedAt, agency.zone) },
            { head: tr('open.what'), cell: ({ published }) => tr(published ? 'open.on' : 'open.off') },
            { head: tr('open.who'), cell: ({ by }) => by },
            { head: tr('open.reason'), cell: (row) => row.reason },
          ]}
          rows={decisions}
        />
      ) : null}
    </>
  );
}
