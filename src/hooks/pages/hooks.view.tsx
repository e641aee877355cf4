import type { VNode } from 'preact';
import type { Agency } from '../../agencies/index.ts';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import { Choices, ErrorSummary, type FieldErrors, TextField } from '../../platform/html/form.view.tsx';
import { DataTable, Facts, Notice, Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to, urls } from '../../urls.ts';
import type { Hook } from '../hooks.ts';
import { KINDS, type Kind } from '../kinds.ts';
import { t } from '../messages.ts';

export interface HookForm {
  address: string;
  kinds: readonly Kind[];
}

export function HooksPage(props: {
  lang: Lang;
  agency: Agency;
  hooks: readonly Hook[];
  form: HookForm;
  errors: FieldErrors;
  /** Whether who looks may add one. */
  may: boolean;
}): VNode {
  const { lang, agency, hooks, form, errors, may } = props;
  const tr = t(lang);
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('hooks.title')}</h1>
      <p class="prose">
        {tr('hooks.lead')} <a href={urls.apiDocs}>{tr('hooks.toApi')}</a>
      </p>
      {hooks.length === 0 ? <p>{tr('hooks.none')}</p> : <Listed {...{ lang, agency, hooks }} />}
      {may ? <AddHook {...{ lang, agency, form, errors }} /> : null}
    </>
  );
}

function AddHook(props: { lang: Lang; agency: Agency; form: HookForm; errors: FieldErrors }): VNode {
  const { lang, agency, form, errors } = props;
  const tr = t(lang);
  return (
    <>
      <h2>{tr('hooks.make')}</h2>
      <form method="post" action={to('hooks', { agency: agency.id })}>
        <TextField
          name="address"
          label={tr('hooks.address')}
          hint={tr('hooks.addressHint')}
          value={form.address}
          errors={errors}
          required
        />
        <Choices
          legend={tr('hooks.kinds')}
          name="kinds"
          type="checkbox"
          error={errors.kinds}
          options={KINDS.map((kind) => ({
            value: kind,
            checked: form.kinds.includes(kind),
            text: tr(`hooks.kind.${kind}`),
          }))}
        />
        <button type="submit">{tr('hooks.makeSave')}</button>
      </form>
    </>
  );
}

function Listed({ lang, agency, hooks }: { lang: Lang; agency: Agency; hooks: readonly Hook[] }): VNode {
  const tr = t(lang);
  return (
    <DataTable
      caption={tr('hooks.caption', { total: hooks.length })}
      columns={[
        {
          head: tr('hooks.address'),
          cell: ({ id, address }) => <a href={to('hook', { agency: agency.id, hook: id })}>{address}</a>,
        },
        { head: tr('hooks.kinds'), cell: ({ kinds }) => kindsText(lang, kinds) },
        { head: tr('hooks.state'), cell: ({ state }) => <StateTag lang={lang} state={state} /> },
        { head: tr('hooks.waiting'), cell: ({ waiting }) => formatNumber(lang, waiting), number: true },
        { head: tr('hooks.failed'), cell: ({ failed }) => formatNumber(lang, failed), number: true },
        {
          head: tr('hooks.madeBy'),
          cell: ({ madeBy, madeAt }) => `${madeBy ?? 'API'}, ${formatMoment(lang, madeAt, agency.zone)}`,
        },
      ]}
      rows={hooks}
    />
  );
}

export function kindsText(lang: Lang, kinds: readonly Kind[]): string {
  return kinds.map((kind) => t(lang)(`hooks.kind.${kind}`)).join(', ');
}

export function StateTag({ lang, state }: { lang: Lang; state: Hook['state'] }): VNode {
  const tone = ({ active: 'good', paused: 'warn', ended: 'info' } as const)[state];
  return <Tag tone={tone}>{t(lang)(`hooks.state.${state}`)}</Tag>;
}

/** The one answer that holds the secret. */
export function GivenSecret(props: {
  lang: Lang;
  agencyId: string;
  hookId: string;
  secret: string;
  both: boolean;
}): VNode {
  const { lang, agencyId, hookId, secret, both } = props;
  const tr = t(lang);
  return (
    <>
      <h1>{tr('hooks.given')}</h1>
      <Notice tone="warn">
        <p>{tr('hooks.givenOnce')}</p>
        {both ? <p>{tr('hooks.givenBoth')}</p> : null}
      </Notice>
      <Facts rows={[[tr('hooks.secret'), <code key="s">{secret}</code>]]} />
      <p>
        <a href={to('hook', { agency: agencyId, hook: hookId })}>{tr('hooks.toHook')}</a>
      </p>
    </>
  );
}
