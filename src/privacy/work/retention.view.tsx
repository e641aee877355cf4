import type { VNode } from 'preact';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import { SelectField, TextField } from '../../platform/html/form.view.tsx';
import { DataTable } from '../../platform/html/parts.view.tsx';
import { to } from '../../urls.ts';
import { t } from '../messages.ts';
import { SETTABLE } from '../retention/rules.ts';
import type { WorkProps } from './work.view.tsx';

/** How long what is kept, on which ground, and how much is past it now. */
export function RetentionTable({ lang, agency, due }: WorkProps): VNode {
  const tr = t(lang);
  return (
    <>
      <h2>{tr('privacy.retention')}</h2>
      <p>{tr('privacy.retentionText')}</p>
      <DataTable
        caption={tr('privacy.retention')}
        rows={due.rules}
        columns={[
          { head: tr('privacy.field.what'), cell: ({ id }) => tr(`privacy.rule.${id}`) },
          { head: tr('privacy.field.days'), cell: ({ days }) => formatNumber(lang, days), number: true },
          { head: tr('privacy.field.from'), cell: ({ from }) => tr(`privacy.from.${from}`) },
          { head: tr('privacy.field.ground'), cell: ({ source }) => source ?? tr('privacy.groundHouse') },
          { head: tr('privacy.field.by'), cell: ({ by }) => tr(`privacy.by.${by}`) },
          { head: tr('privacy.field.past'), cell: ({ count }) => formatNumber(lang, count), number: true },
        ]}
      />
      {due.pacts.length > 0 ? (
        <DataTable
          caption={tr('privacy.pactsUntil')}
          rows={due.pacts}
          columns={[
            { head: tr('privacy.field.campaign'), cell: ({ title }) => title },
            {
              head: tr('privacy.field.records'),
              cell: ({ count }) => formatNumber(lang, count),
              number: true,
            },
            { head: tr('privacy.field.until'), cell: ({ until }) => formatMoment(lang, until, agency.zone) },
          ]}
        />
      ) : null}
    </>
  );
}

export function SetPeriod({ lang, agency }: WorkProps): VNode {
  const tr = t(lang);
  const rules = SETTABLE.map((value) => ({ value, text: tr(`privacy.rule.${value}`) }));
  return (
    <details>
      <summary>{tr('privacy.setPeriod')}</summary>
      <form method="post" action={to('privacyWork', { agency: agency.id })} novalidate>
        <input type="hidden" name="do" value="period" />
        <SelectField name="rule" label={tr('privacy.field.what')} options={rules} />
        <TextField name="days" label={tr('privacy.field.days')} short inputMode="numeric" />
        <TextField name="source" label={tr('privacy.periodSource')} hint={tr('privacy.periodSourceHint')} />
        <button type="submit">{tr('privacy.periodSave')}</button>
      </form>
    </details>
  );
}
