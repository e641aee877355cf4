import type { VNode } from 'preact';
import { accessText, grantText, type HeldRole, ROLES, tokenText } from '../../access/index.ts';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import { ErrorSummary, type FieldErrors, SelectField, TextField } from '../../platform/html/form.view.tsx';
import { type Column, DataTable, Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import { t } from '../accounts/messages.ts';
import type { Agency } from '../agency.ts';
import type { Unit } from '../unit.ts';
import type { AccountForm } from './accounts-form.ts';
import { unitOptions } from './unit-options.ts';

export function AccountsPage(props: {
  lang: Lang;
  agency: Agency;
  units: readonly Unit[];
  roles: readonly HeldRole[];
  form: AccountForm;
  errors: FieldErrors;
}): VNode {
  const { lang, agency, units, roles, form, errors } = props;
  const tr = t(lang);
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('accounts.title')}</h1>
      <p class="prose">{tr('accounts.lead')}</p>
      <p class="row">
        <a href={to('accessMatrix', { agency: agency.id })}>{grantText(lang)('access.matrix')}</a>
        <a href={to('approvals', { agency: agency.id })}>{grantText(lang)('access.approvals')}</a>
        <a href={to('tokens', { agency: agency.id })}>{tokenText(lang)('tokens.title')}</a>
      </p>
      <DataTable
        caption={tr('accounts.caption', { total: formatNumber(lang, roles.length) })}
        columns={[nameColumn(lang, agency), ...roleColumns(lang, agency, units)]}
        rows={roles}
      />
      <h2>{tr('accounts.add')}</h2>
      <p class="prose">{tr('accounts.addHint')}</p>
      <form method="post" action={to('accounts', { agency: agency.id })}>
        <TextField name="name" label={tr('accounts.name')} value={form.name} errors={errors} required />
        <TextField
          name="username"
          label={tr('accounts.username')}
          hint={tr('accounts.usernameHint')}
          value={form.username}
          errors={errors}
          autocomplete="off"
          required
        />
        <PlaceFields {...{ lang, units, form, errors }} />
        <button type="submit">{tr('accounts.addSave')}</button>
      </form>
    </>
  );
}

/** Role and unit, why and until when, as for a new account so for one more role. */
export function PlaceFields(props: {
  lang: Lang;
  units: readonly Unit[];
  form: AccountForm;
  errors: FieldErrors;
}): VNode {
  const { lang, units, form, errors } = props;
  const tr = t(lang);
  return (
    <>
      <SelectField
        name="role"
        label={tr('accounts.role')}
        hint={tr('accounts.roleHint')}
        value={form.role}
        options={ROLES.map((value) => ({ value, text: accessText(lang)(`access.role.${value}`) }))}
        errors={errors}
      />
      <SelectField
        name="unitId"
        label={tr('accounts.unit')}
        hint={tr('accounts.unitHint')}
        value={form.unitId}
        options={[{ value: '', text: tr('accounts.whole') }, ...unitOptions(units)]}
        errors={errors}
      />
      <TextField
        name="why"
        label={tr('accounts.why')}
        hint={tr('accounts.whyHint')}
        value={form.why}
        errors={errors}
        required
      />
      <TextField
        name="until"
        type="date"
        label={tr('accounts.until')}
        hint={tr('accounts.untilHint')}
        value={form.until}
        errors={errors}
      />
    </>
  );
}

/** What a role is and who gave it. */
export function roleColumns(lang: Lang, agency: Agency, units: readonly Unit[]): Column<HeldRole>[] {
  const tr = t(lang);
  return [
    { head: tr('accounts.role'), cell: ({ role }) => accessText(lang)(`access.role.${role}`) },
    { head: tr('accounts.unit'), cell: ({ unitId }) => unitText(lang, units, unitId) },
    { head: tr('accounts.since'), cell: ({ since }) => formatMoment(lang, since, agency.zone) },
    {
      head: tr('accounts.until'),
      cell: ({ until }) => (until ? formatMoment(lang, until, agency.zone) : '–'),
    },
    {
      head: tr('accounts.givenBy'),
      cell: ({ givenBy, reason }) => (
        <>
          {givenBy ?? tr('accounts.bySystem')}
          {reason ? <small> · {reason}</small> : null}
        </>
      ),
    },
  ];
}

export function unitText(lang: Lang, units: readonly Unit[], unitId: string | null): string {
  if (unitId === null) return t(lang)('accounts.whole');
  return units.find(({ id }) => id === unitId)?.name ?? unitId;
}

function nameColumn(lang: Lang, agency: Agency): Column<HeldRole> {
  const tr = t(lang);
  const cell = ({ accountId, name, username, isExample }: HeldRole) => (
    <>
      <a href={to('account', { agency: agency.id, account: accountId })}>{name}</a>{' '}
      {isExample ? <Tag>{tr('accounts.example')}</Tag> : null}
      <br />
      <small>{username}</small>
    </>
  );
  return { head: tr('accounts.name'), cell };
}
