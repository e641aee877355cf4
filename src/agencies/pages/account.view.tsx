import type { VNode } from 'preact';
import { accessText, type HeldRole, type Tie, wayText } from '../../access/index.ts';
import { formatMoment } from '../../platform/format.ts';
import { ErrorSummary, type FieldErrors, SelectField, TextField } from '../../platform/html/form.view.tsx';
import { DataTable, Notice, Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import { t } from '../accounts/messages.ts';
import type { Agency } from '../agency.ts';
import type { Unit } from '../unit.ts';
import { PlaceFields, roleColumns, unitText } from './accounts.view.tsx';
import type { AccountForm } from './accounts-form.ts';

export interface AccountTyped {
  form: AccountForm;
  grantId: string;
  reason: string;
  number: string;
}

interface Props {
  lang: Lang;
  agency: Agency;
  units: readonly Unit[];
  /** Of this one account, those that ended included. */
  roles: readonly HeldRole[];
  /** Whose account it is, where the institution said so. */
  tie: Tie | null;
  /** Whether this institution alone decides by what ways its owner signs in. */
  onlyHere: boolean;
  typed: AccountTyped;
  errors: FieldErrors;
  saved: boolean;
}

export function AccountPage(props: Props): VNode {
  const { lang, agency, units, roles, onlyHere, errors, saved } = props;
  const tr = t(lang);
  const held = roles.filter(({ endedAt }) => endedAt === null);
  const past = roles.filter(({ endedAt }) => endedAt !== null);
  const columns = roleColumns(lang, agency, units);
  return (
    <>
      <p>
        <a href={to('accounts', { agency: agency.id })}>{tr('accounts.title')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading lang={lang} role={roles[0]} />
      {saved ? (
        <Notice tone="good">
          <p>{tr('accounts.saved')}</p>
        </Notice>
      ) : null}
      {held.length > 0 ? (
        <DataTable caption={tr('accounts.held')} columns={columns} rows={held} />
      ) : (
        <p>{tr('accounts.heldNone')}</p>
      )}
      {held.length > 0 ? <EndForm {...props} roles={held} /> : null}
      <AddForm {...props} />
      <TieForm {...props} />
      {held.length > 0 && !onlyHere ? <p class="quiet">{accessText(lang)('access.worksElsewhere')}</p> : null}
      {held.length > 0 && onlyHere ? <ResetForm {...props} /> : null}
      {held.length > 0 && onlyHere ? (
        <p>
          <a
            class="button second"
            href={to('accountWays', { agency: agency.id, account: held[0]?.accountId ?? '' })}
          >
            {wayText(lang)('access.accountWays')}
          </a>
        </p>
      ) : null}
      {past.length > 0 ? <Past {...props} roles={past} /> : null}
    </>
  );
}

function Heading({ lang, role }: { lang: Lang; role: HeldRole | undefined }): VNode {
  return (
    <>
      <h1>
        {role?.name} {role?.isExample ? <Tag>{t(lang)('accounts.example')}</Tag> : null}
      </h1>
      <p class="quiet">{role?.username}</p>
    </>
  );
}

function EndForm({ lang, agency, units, roles, typed, errors }: Props): VNode {
  const tr = t(lang);
  const options = roles.map(({ id, role, unitId }) => ({
    value: id,
    text: `${accessText(lang)(`access.role.${role}`)} · ${unitText(lang, units, unitId)}`,
  }));
  return (
    <form method="post" action={actionOf(agency, roles)}>
      <h2>{tr('accounts.end')}</h2>
      <p class="quiet">{tr('accounts.endHint')}</p>
      <SelectField
        name="grantId"
        label={tr('accounts.endWhich')}
        value={typed.grantId}
        options={options}
        errors={errors}
      />
      <TextField
        name="reason"
        label={tr('accounts.reason')}
        hint={tr('accounts.reasonHint')}
        value={typed.reason}
        errors={errors}
        required
      />
      <button type="submit" name="aksi" value="akhiri">
        {tr('accounts.end')}
      </button>
    </form>
  );
}

function AddForm({ lang, agency, units, roles, typed, errors }: Props): VNode {
  const tr = t(lang);
  return (
    <form method="post" action={actionOf(agency, roles)}>
      <h2>{tr('accounts.addRole')}</h2>
      <PlaceFields {...{ lang, units, form: typed.form, errors }} />
      <button type="submit" name="aksi" value="tambah">
        {tr('accounts.addRole')}
      </button>
    </form>
  );
}

/** Two accounts of one human are one, where two people are wanted. */
function TieForm({ lang, agency, roles, tie, typed, errors }: Props): VNode {
  const tr = t(lang);
  return (
    <form method="post" action={actionOf(agency, roles)}>
      <h2>{tr('accounts.tie')}</h2>
      <p class="quiet">{tie ? tr('accounts.tiedTo', { name: tie.name ?? '' }) : tr('accounts.tiedNone')}</p>
      <TextField
        name="number"
        label={tr('accounts.number')}
        hint={tr('accounts.numberHint')}
        value={typed.number}
        errors={errors}
        autocomplete="off"
      />
      <button type="submit" name="aksi" value="orang">
        {tr('accounts.tieSave')}
      </button>
    </form>
  );
}

function ResetForm({ lang, agency, roles }: Props): VNode {
  const tr = t(lang);
  return (
    <form method="post" action={actionOf(agency, roles)}>
      <h2>{tr('accounts.reset')}</h2>
      <p class="quiet">{tr('accounts.resetHint')}</p>
      <button type="submit" name="aksi" value="sandi">
        {tr('accounts.reset')}
      </button>
    </form>
  );
}

function Past({ lang, agency, units, roles }: Props): VNode {
  const tr = t(lang);
  const ended = ({ endedAt }: HeldRole) => (endedAt ? formatMoment(lang, endedAt, agency.zone) : '');
  const columns = [
    ...roleColumns(lang, agency, units),
    { head: tr('accounts.endedAt'), cell: ended },
    { head: tr('accounts.reason'), cell: ({ endReason }: HeldRole) => endReason },
  ];
  return <DataTable caption={tr('accounts.past')} columns={columns} rows={roles} />;
}

function actionOf(agency: Agency, roles: readonly HeldRole[]): string {
  return to('account', { agency: agency.id, account: roles[0]?.accountId ?? '' });
}
