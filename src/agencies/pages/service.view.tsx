import type { VNode } from 'preact';
import { formatDate, formatMoment } from '../../platform/format.ts';
import { type FieldErrors, SelectField, TextField } from '../../platform/html/form.view.tsx';
import { DataTable } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import type { Agency } from '../agency.ts';
import { t } from '../moves/messages.ts';
import { type KeptStatus, STATUS_KINDS, type UnitChange } from '../moves/status.ts';

export interface Service {
  statuses: readonly KeptStatus[];
  unitChanges: readonly UnitChange[];
  typed: { kind: string; from: string; until: string; why: string };
  errors: FieldErrors;
}

/** What happened to a person in service, and recording the next. */
export function ServicePart(props: {
  lang: Lang;
  agency: Agency;
  personId: string;
  service: Service;
}): VNode {
  const { lang, agency, personId, service } = props;
  const { typed, errors } = service;
  const tr = t(lang);
  const kinds = STATUS_KINDS.map((value) => ({ value, text: tr(`agencies.moves.kind.${value}`) }));
  return (
    <section id="peristiwa">
      <h2>{tr('agencies.moves.eventTitle')}</h2>
      <History lang={lang} agency={agency} service={service} />
      <form method="post" action={to('person', { agency: agency.id, person: personId })} class="card">
        <p>{tr('agencies.moves.eventLead')}</p>
        <SelectField name="kind" label={tr('agencies.moves.what')} value={typed.kind} options={kinds} />
        <TextField
          name="from"
          type="date"
          label={tr('agencies.moves.from')}
          value={typed.from}
          errors={errors}
          required
        />
        <TextField
          name="until"
          type="date"
          label={tr('agencies.moves.until')}
          value={typed.until}
          errors={errors}
        />
        <TextField name="why" label={tr('agencies.moves.why')} value={typed.why} errors={errors} required />
        <button type="submit" class="second" name="aksi" value="peristiwa">
          {tr('agencies.moves.saveEvent')}
        </button>
      </form>
    </section>
  );
}

function History({ lang, agency, service }: { lang: Lang; agency: Agency; service: Service }): VNode {
  const tr = t(lang);
  const { statuses, unitChanges } = service;
  return (
    <>
      {statuses.length > 0 ? (
        <DataTable
          caption={tr('agencies.moves.history')}
          columns={[
            { head: tr('agencies.moves.what'), cell: ({ kind }) => tr(`agencies.moves.kind.${kind}`) },
            { head: tr('agencies.moves.from'), cell: ({ from }) => formatDate(lang, from) },
            {
              head: tr('agencies.moves.until'),
              cell: ({ until }) => (until ? formatDate(lang, until) : '–'),
            },
            { head: tr('agencies.moves.why'), cell: ({ reason }) => reason },
          ]}
          rows={statuses}
        />
      ) : null}
      {unitChanges.length > 0 ? (
        <>
          <h3>{tr('agencies.moves.units')}</h3>
          <ul>
            {unitChanges.map(({ at, before, after }) => (
              <li key={at.getTime()}>
                {formatMoment(lang, at, agency.zone)}:{' '}
                {tr('agencies.moves.unitChange', { before: before ?? '–', after: after ?? '–' })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
