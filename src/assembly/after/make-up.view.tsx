import type { VNode } from 'preact';
import { formatNumber } from '../../platform/format.ts';
import { Choices, ErrorSummary, type FieldErrors } from '../../platform/html/form.view.tsx';
import { DataTable } from '../../platform/html/parts.view.tsx';
import { to } from '../../urls.ts';
import type { AfterFrame } from './frame.ts';
import { t } from './messages.ts';
import { SessionFields, type TypedSession } from './session-form.tsx';
import { type Missing, REASONS, type Reason } from './standing.ts';

export interface TypedMakeUp extends TypedSession {
  /** null: not asked yet, all are ticked. */
  units: readonly string[] | null;
  reasons: readonly Reason[];
  perUnit: boolean;
}

type Props = AfterFrame & { missing: readonly Missing[]; typed: TypedMakeUp; errors: FieldErrors };

export function MakeUpForm(props: Props): VNode {
  const { lang, agency, parent, missing, typed, errors } = props;
  const tr = t(lang);
  const at = { agency: agency.id, ceremony: parent.id };
  return (
    <>
      <p>
        <a href={to('ceremony', at)}>{parent.title}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('after.makeUp')}</h1>
      <p>{tr('after.makeUpHint', { count: formatNumber(lang, missing.length) })}</p>
      {missing.length === 0 ? (
        <p>{tr('after.nobody')}</p>
      ) : (
        <form method="post" action={to('ceremonyMakeUp', at)} novalidate>
          <Units {...props} />
          <Choices
            legend={tr('after.reasons')}
            hint={tr('after.reasonsHint')}
            name="reason"
            type="checkbox"
            options={REASONS.map((reason) => ({
              value: reason,
              text: `${tr(`after.reason.${reason}`)}: ${formatNumber(lang, countOf(missing, reason))}`,
              checked: typed.reasons.includes(reason),
            }))}
          />
          <Choices
            legend={tr('after.grouping')}
            name="grouping"
            type="radio"
            options={(['perUnit', 'together'] as const).map((value) => ({
              value,
              text: tr(`after.grouping.${value}`),
              checked: typed.perUnit === (value === 'perUnit'),
            }))}
          />
          <SessionFields {...{ lang, typed, errors }} />
          <button type="submit">{tr('after.createMakeUps')}</button>
        </form>
      )}
    </>
  );
}

function Units({ lang, missing, typed }: Props): VNode {
  const tr = t(lang);
  const rows = [...Map.groupBy(missing, ({ unitId }) => unitId)].map(([unitId, people]) => ({
    unitId,
    people,
    name: people[0]?.unitName ?? '',
  }));
  const ticked = (unitId: string) => typed.units?.includes(unitId) ?? true;
  return (
    <div id="f-unit">
      <DataTable
        caption={tr('after.missingByUnit')}
        rows={rows}
        columns={[
          {
            head: tr('after.unit'),
            cell: ({ unitId, name }) => (
              <label>
                <input type="checkbox" name="unit" value={unitId} checked={ticked(unitId)} /> {name}
              </label>
            ),
          },
          {
            head: tr('after.missing'),
            number: true,
            cell: ({ people }) => formatNumber(lang, people.length),
          },
          ...REASONS.map((reason) => ({
            head: tr(`after.reason.${reason}`),
            number: true,
            cell: ({ people }: { people: Missing[] }) => formatNumber(lang, countOf(people, reason)),
          })),
        ]}
      />
    </div>
  );
}

function countOf(people: readonly Missing[], reason: Reason): number {
  return people.filter((one) => one.reason === reason).length;
}
