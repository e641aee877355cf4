import type { VNode } from 'preact';
import { formatMoment } from '../../platform/format.ts';
import { ErrorSummary, type FieldErrors, SelectField, TextField } from '../../platform/html/form.view.tsx';
import { DataTable, Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import type { Agency } from '../agency.ts';
import type { KeptCorrection } from '../correct-person.ts';
import { t } from '../messages.ts';
import { CATEGORIES, POST_STATUSES, STATUSES } from '../person.ts';
import type { Unit } from '../unit.ts';
import type { PersonForm } from './person-form.ts';
import { type Service, ServicePart } from './service.view.tsx';
import { unitOptions } from './unit-options.ts';

interface Props {
  lang: Lang;
  agency: Agency;
  units: readonly Unit[];
  /** Null: somebody new. */
  personId: string | null;
  form: PersonForm;
  errors: FieldErrors;
  history: readonly KeptCorrection[];
  saved: boolean;
  /** Null for somebody new. */
  service: Service | null;
}

export function PersonPage(props: Props): VNode {
  const { lang, agency, personId, errors, history, saved, service } = props;
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={to('roster', { agency: agency.id })}>{tr('agencies.roster')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr(personId === null ? 'agencies.personAdd' : 'agencies.personCorrect')}</h1>
      {saved ? (
        <Notice tone="good">
          <p>
            {tr('agencies.personSaved')}{' '}
            <a href={to('personNew', { agency: agency.id })}>{tr('agencies.personAdd')}</a>
          </p>
        </Notice>
      ) : null}
      <p class="prose">{tr('agencies.personLead')}</p>
      <Form {...props} />
      {personId !== null && service ? (
        <ServicePart lang={lang} agency={agency} personId={personId} service={service} />
      ) : null}
      {history.length > 0 ? <History lang={lang} agency={agency} history={history} /> : null}
      {personId === null ? null : (
        <p>
          <a href={`${to('privacyWork', { agency: agency.id })}?orang=${personId}`}>
            {tr('agencies.personPrivacy')}
          </a>
        </p>
      )}
    </>
  );
}

function Form(props: Props): VNode {
  const { lang, agency, personId, form, errors } = props;
  const tr = t(lang);
  const at = { agency: agency.id };
  const action = personId === null ? to('personNew', at) : to('person', { ...at, person: personId });
  return (
    <form method="post" action={action}>
      <input type="hidden" name="seen" value={form.seen} />
      <Who {...props} />
      <Where {...props} />
      <TextField
        name="reason"
        label={tr('agencies.personReason')}
        hint={tr('agencies.personReasonHint')}
        value={form.reason}
        errors={errors}
        required
      />
      <button type="submit">
        {tr(personId === null ? 'agencies.personSaveNew' : 'agencies.personSave')}
      </button>
      {personId === null ? null : <p class="quiet">{tr('agencies.personGone')}</p>}
    </form>
  );
}

function Who({ lang, form, errors }: Props): VNode {
  const tr = t(lang);
  const categories = CATEGORIES.map((value) => ({ value, text: tr(`agencies.roster.category.${value}`) }));
  return (
    <>
      <TextField
        name="name"
        label={tr('agencies.roster.field.name')}
        value={form.name}
        errors={errors}
        required
      />
      <SelectField
        name="category"
        label={tr('agencies.roster.field.category')}
        value={form.category}
        options={categories}
        errors={errors}
      />
      <TextField
        name="idNumber"
        label={tr('agencies.roster.field.id')}
        hint={tr('agencies.personNumberHint')}
        value={form.idNumber}
        errors={errors}
        autocomplete="off"
      />
      <TextField
        name="rank"
        label={tr('agencies.roster.field.rank')}
        hint={tr('agencies.personRankHint')}
        value={form.rank}
        errors={errors}
        short
      />
      <TextField name="email" label={tr('agencies.roster.field.email')} value={form.email} errors={errors} />
    </>
  );
}

function Where({ lang, units, form, errors }: Props): VNode {
  const tr = t(lang);
  const holds = POST_STATUSES.map((value) => ({ value, text: tr(`agencies.postStatus.${value}`) }));
  const statuses = STATUSES.map((value) => ({ value, text: tr(`agencies.status.${value}`) }));
  const choices = [{ value: '', text: tr('agencies.personUnitMissing') }, ...unitOptions(units)];
  return (
    <>
      <TextField name="post" label={tr('agencies.roster.field.post')} value={form.post} errors={errors} />
      <SelectField
        name="postStatus"
        label={tr('agencies.roster.field.postStatus')}
        value={form.postStatus}
        options={holds}
        errors={errors}
      />
      <SelectField
        name="unitId"
        label={tr('agencies.roster.field.unit')}
        value={form.unitId}
        options={choices}
        errors={errors}
      />
      <SelectField
        name="status"
        label={tr('agencies.roster.field.status')}
        value={form.status}
        options={statuses}
        errors={errors}
      />
    </>
  );
}

function History({ lang, agency, history }: Pick<Props, 'lang' | 'agency' | 'history'>): VNode {
  const tr = t(lang);
  return (
    <DataTable
      caption={tr('agencies.personHistory')}
      columns={[
        { head: tr('agencies.when'), cell: ({ at }) => formatMoment(lang, at, agency.zone) },
        { head: tr('agencies.who'), cell: ({ who }) => who ?? '–' },
        {
          head: tr('agencies.what'),
          cell: ({ added }) => tr(`event.person.${added ? 'added' : 'corrected'}`),
        },
        { head: tr('agencies.personReason'), cell: ({ reason }) => reason },
      ]}
      rows={history}
    />
  );
}
