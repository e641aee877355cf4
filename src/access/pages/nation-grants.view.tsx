import type { VNode } from 'preact';
import { formatMoment } from '../../platform/format.ts';
import { ErrorSummary, type FieldErrors, SelectField, TextField } from '../../platform/html/form.view.tsx';
import { type Column, DataTable, Facts, Notice, Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { urls } from '../../urls.ts';
import { t } from '../grants/messages.ts';
import { type HeldWide, WIDE_ROLES } from '../grants/wide.ts';

/** What was typed, kept when it is refused. */
export type WideTyped = Record<
  'username' | 'name' | 'role' | 'regionCode' | 'why' | 'until' | 'grantId' | 'reason',
  string
>;

interface Props {
  lang: Lang;
  grants: readonly HeldWide[];
  typed: WideTyped;
  errors: FieldErrors;
  saved: boolean;
}

const ZONE = 'Asia/Jakarta';

export function NationGrantsPage(props: Props): VNode {
  const { lang, grants, errors, saved } = props;
  const tr = t(lang);
  const held = grants.filter(({ endedAt }) => endedAt === null);
  const past = grants.filter(({ endedAt }) => endedAt !== null);
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('wide.title')}</h1>
      <p class="prose">{tr('wide.lead')}</p>
      <p class="row">
        <a href={urls.nationAgencies}>{tr('wide.toAgencies')}</a>
      </p>
      {saved ? (
        <Notice tone="good">
          <p>{tr('wide.saved')}</p>
        </Notice>
      ) : null}
      <DataTable caption={tr('wide.held')} columns={columnsOf(lang)} rows={held} />
      <GiveForm {...props} />
      {held.length > 0 ? <EndForm {...props} grants={held} /> : null}
      {past.length > 0 ? (
        <DataTable
          caption={tr('wide.past')}
          columns={[...columnsOf(lang), ...endColumns(lang)]}
          rows={past}
        />
      ) : null}
    </>
  );
}

function columnsOf(lang: Lang): Column<HeldWide>[] {
  const tr = t(lang);
  const name = ({ name: shown, username, isExample }: HeldWide) => (
    <>
      {shown} {isExample ? <Tag>{tr('wide.example')}</Tag> : null}
      <br />
      <small>{username}</small>
    </>
  );
  return [
    { head: tr('wide.name'), cell: name },
    { head: tr('wide.role'), cell: ({ role }) => tr(`wide.role.${role}`) },
    { head: tr('wide.region'), cell: ({ regionCode }) => regionCode ?? tr('wide.nation') },
    { head: tr('wide.why'), cell: ({ reason }) => reason },
    { head: tr('wide.since'), cell: ({ since }) => formatMoment(lang, since, ZONE) },
    { head: tr('wide.until'), cell: ({ until }) => (until ? formatMoment(lang, until, ZONE) : '–') },
    { head: tr('wide.givenBy'), cell: ({ givenBy }) => givenBy },
  ];
}

function endColumns(lang: Lang): Column<HeldWide>[] {
  const tr = t(lang);
  const at = ({ endedAt }: HeldWide) => (endedAt ? formatMoment(lang, endedAt, ZONE) : '');
  return [
    { head: tr('wide.endedAt'), cell: at },
    { head: tr('wide.endedBy'), cell: ({ endedBy }) => endedBy ?? tr('wide.byTime') },
    { head: tr('wide.reason'), cell: ({ endReason }) => endReason ?? '–' },
  ];
}

function GiveForm({ lang, typed, errors }: Props): VNode {
  const tr = t(lang);
  const roles = WIDE_ROLES.map((value) => ({ value, text: tr(`wide.role.${value}`) }));
  return (
    <form method="post" action={urls.nationGrants}>
      <h2>{tr('wide.give')}</h2>
      <TextField
        name="username"
        label={tr('wide.username')}
        value={typed.username}
        errors={errors}
        autocomplete="off"
        required
      />
      <TextField
        name="name"
        label={tr('wide.newName')}
        hint={tr('wide.newNameHint')}
        value={typed.name}
        errors={errors}
      />
      <SelectField name="role" label={tr('wide.role')} value={typed.role} options={roles} errors={errors} />
      <TextField
        name="regionCode"
        label={tr('wide.region')}
        hint={tr('wide.regionHint')}
        value={typed.regionCode}
        errors={errors}
        short
      />
      <TextField name="why" label={tr('wide.why')} value={typed.why} errors={errors} required />
      <TextField
        name="until"
        type="date"
        label={tr('wide.until')}
        hint={tr('wide.untilHint')}
        value={typed.until}
        errors={errors}
      />
      <button type="submit" name="aksi" value="beri">
        {tr('wide.give')}
      </button>
    </form>
  );
}

function EndForm({ lang, grants, typed, errors }: Props): VNode {
  const tr = t(lang);
  const options = grants.map(({ id, name, role, regionCode }) => ({
    value: id,
    text: `${name} · ${tr(`wide.role.${role}`)} · ${regionCode ?? tr('wide.nation')}`,
  }));
  return (
    <form method="post" action={urls.nationGrants}>
      <h2>{tr('wide.end')}</h2>
      <SelectField
        name="grantId"
        label={tr('wide.endWhich')}
        value={typed.grantId}
        options={options}
        errors={errors}
      />
      <TextField name="reason" label={tr('wide.reason')} value={typed.reason} errors={errors} required />
      <button type="submit" name="aksi" value="akhiri">
        {tr('wide.end')}
      </button>
    </form>
  );
}

/** The one answer that holds a password that we made. */
export function GivenPage(props: { lang: Lang; title: string; username: string; password: string }): VNode {
  const tr = t(props.lang);
  return (
    <>
      <h1>{props.title}</h1>
      <Notice tone="warn">
        <p>{tr('wide.givenOnce')}</p>
      </Notice>
      <Facts
        rows={[
          [tr('wide.username'), <code key="u">{props.username}</code>],
          [tr('wide.password'), <code key="p">{props.password}</code>],
        ]}
      />
      <p>
        <a href={urls.nationGrants}>{tr('wide.title')}</a>
      </p>
    </>
  );
}
