import type { VNode } from 'preact';
import { formatDate, formatMoment, type Zone } from '../../../platform/format.ts';
import {
  Choices,
  ErrorSummary,
  type FieldErrors,
  SelectField,
  TextField,
} from '../../../platform/html/form.view.tsx';
import { DataTable, Facts, Notice, Tag } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to, urls } from '../../../urls.ts';
import { t } from '../messages.ts';
import { SCOPES, type Scope, WRITE_SCOPES } from '../scopes.ts';
import type { ListedToken } from '../tokens.ts';
import { lastDay, type TokenForm } from './token-form.ts';

interface Props {
  lang: Lang;
  agencyId: string;
  zone: Zone;
  units: readonly { id: string; name: string }[];
  tokens: readonly ListedToken[];
  form: TokenForm;
  errors: FieldErrors;
  /** A second person was asked just now. */
  asked: boolean;
  now: Date;
  /** Whether who looks may make and end them. */
  may: boolean;
}

export function TokensPage(props: Props): VNode {
  const { lang, agencyId, errors, asked, may } = props;
  const tr = t(lang);
  return (
    <>
      {asked ? (
        <Notice tone="warn">
          <p>{tr('tokens.asked')}</p>
          <p>
            <a href={to('approvals', { agency: agencyId })}>{tr('tokens.toApprovals')}</a>
          </p>
        </Notice>
      ) : (
        <ErrorSummary lang={lang} errors={errors} />
      )}
      <h1>{tr('tokens.title')}</h1>
      <p class="prose">{tr('tokens.lead')}</p>
      <p class="row">
        <a href={urls.apiDocs}>{tr('tokens.toApi')}</a>
        <a href={to('hooks', { agency: agencyId })}>{tr('tokens.toHooks')}</a>
      </p>
      <Listed {...props} />
      {may ? <MakeToken {...props} /> : null}
    </>
  );
}

function MakeToken({ lang, agencyId, units, form, errors, now }: Props): VNode {
  const tr = t(lang);
  return (
    <>
      <h2>{tr('tokens.make')}</h2>
      <form method="post" action={to('tokens', { agency: agencyId })}>
        <TextField
          name="name"
          label={tr('tokens.name')}
          hint={tr('tokens.nameHint')}
          value={form.name}
          errors={errors}
          required
        />
        <Choices
          legend={tr('tokens.scopes')}
          hint={tr('tokens.scopesHint')}
          name="scopes"
          type="checkbox"
          error={errors.scopes}
          options={SCOPES.map((scope) => ({
            value: scope,
            checked: form.scopes.includes(scope),
            text: <ScopeText lang={lang} scope={scope} />,
          }))}
        />
        <SelectField
          name="unitId"
          label={tr('tokens.unit')}
          hint={tr('tokens.unitHint')}
          value={form.unitId}
          errors={errors}
          options={[
            { value: '', text: tr('tokens.whole') },
            ...units.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <TextField
          name="until"
          type="date"
          label={tr('tokens.until')}
          hint={tr('tokens.untilHint', { day: formatDate(lang, lastDay(now)) })}
          value={form.until}
          errors={errors}
          required
        />
        <TextField name="reason" label={tr('tokens.reason')} value={form.reason} errors={errors} required />
        <button type="submit" name="act" value="make">
          {tr('tokens.makeSave')}
        </button>
      </form>
    </>
  );
}

function ScopeText({ lang, scope }: { lang: Lang; scope: Scope }): VNode {
  const tr = t(lang);
  return (
    <>
      {tr(`tokens.scope.${scope}`)} <code>{scope}</code>{' '}
      {WRITE_SCOPES.includes(scope) ? <Tag tone="warn">{tr('tokens.twoPersons')}</Tag> : null}
    </>
  );
}

function Listed({ lang, agencyId, zone, units, tokens, now, may }: Props): VNode {
  const tr = t(lang);
  if (tokens.length === 0) return <p>{tr('tokens.none')}</p>;
  const unitName = (id: string | null) =>
    id === null ? tr('tokens.whole') : (units.find((unit) => unit.id === id)?.name ?? id);
  return (
    <DataTable
      caption={tr('tokens.caption', { total: tokens.length })}
      columns={[
        { head: tr('tokens.name'), cell: ({ name }) => name },
        { head: tr('tokens.scopes'), cell: ({ scopes }) => scopes.join(', ') },
        { head: tr('tokens.unit'), cell: ({ unitId }) => unitName(unitId) },
        {
          head: tr('tokens.madeBy'),
          cell: ({ madeBy, madeAt, reason }) =>
            `${madeBy ?? '–'}, ${formatMoment(lang, madeAt, zone)}: ${reason}`,
        },
        {
          head: tr('tokens.until'),
          cell: ({ until }) => formatDate(lang, until.toISOString().slice(0, 10)),
        },
        {
          head: tr('tokens.lastDay'),
          cell: ({ lastDay: day }) => (day ? formatDate(lang, day) : tr('tokens.never')),
        },
        {
          head: tr('tokens.state'),
          cell: (token) => <State {...{ lang, agencyId, zone, token, now, may }} />,
        },
      ]}
      rows={tokens}
    />
  );
}

function State(
  props: Pick<Props, 'lang' | 'agencyId' | 'zone' | 'now' | 'may'> & { token: ListedToken },
): VNode {
  const { lang, agencyId, zone, token, now, may } = props;
  const tr = t(lang);
  if (token.endedAt)
    return (
      <>
        {tr('tokens.endedOn', { at: formatMoment(lang, token.endedAt, zone), reason: token.endReason ?? '' })}
      </>
    );
  if (token.until <= now) return <>{tr('tokens.pastDate')}</>;
  if (!may) return <>{tr('tokens.works')}</>;
  const field = `end-${token.id}`;
  return (
    <form method="post" action={to('tokens', { agency: agencyId })}>
      <input type="hidden" name="id" value={token.id} />
      <label for={field}>{tr('tokens.endWhy', { name: token.name })}</label>
      <input id={field} name="reason" required maxLength={500} />
      <button class="plain" type="submit" name="act" value="end">
        {tr('tokens.end')}
      </button>
    </form>
  );
}

/** The one answer that holds the token. */
export function GivenToken(props: { lang: Lang; agencyId: string; token: string; form: TokenForm }): VNode {
  const { lang, agencyId, token, form } = props;
  const tr = t(lang);
  return (
    <>
      <h1>{tr('tokens.given')}</h1>
      <Notice tone="warn">
        <p>{tr('tokens.givenOnce')}</p>
      </Notice>
      <Facts
        rows={[
          [tr('tokens.name'), form.name],
          [tr('tokens.token'), <code key="t">{token}</code>],
          [tr('tokens.scopes'), form.scopes.join(', ')],
        ]}
      />
      <p class="row">
        <a href={to('tokens', { agency: agencyId })}>{tr('tokens.done')}</a>
        <a href={urls.apiDocs}>{tr('tokens.toApi')}</a>
      </p>
    </>
  );
}
