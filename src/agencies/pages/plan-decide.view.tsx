import type { VNode } from 'preact';
import { formatNumber } from '../../platform/format.ts';
import { SelectField } from '../../platform/html/form.view.tsx';
import { Notice } from '../../platform/html/parts.view.tsx';
import { t } from '../messages.ts';
import { type PlanProps, planPath } from './plan-props.ts';
import { unitOptions } from './unit-options.ts';

/** Accept what is shown, or discard it. The digest ties the answer to this very plan. */
export function DecideForms(props: PlanProps): VNode | null {
  const { lang, counts, mayDecide } = props;
  const tr = t(lang);
  if (!mayDecide) return null;
  const something = counts.add + counts.change > 0;
  return (
    <section>
      {counts.refuse > 0 ? (
        <Notice tone="warn">
          <p>
            {tr(something ? 'agencies.planRefused' : 'agencies.planNoneTaken', {
              count: formatNumber(lang, counts.refuse),
            })}
          </p>
        </Notice>
      ) : null}
      {something ? <AcceptForm {...props} /> : null}
      <form method="post" action={planPath(props)} class="row">
        <input type="hidden" name="aksi" value="buang" />
        <button type="submit" class="second">
          {tr(something ? 'agencies.discard' : 'agencies.close')}
        </button>
      </form>
    </section>
  );
}

function AcceptForm(props: PlanProps): VNode {
  const { lang, prepared, counts } = props;
  const tr = t(lang);
  const number = (count: number) => formatNumber(lang, count);
  const parents = [...unitOptions(prepared.units), { value: '', text: tr('agencies.unitTop') }];
  return (
    <form method="post" action={planPath(props)}>
      <input type="hidden" name="aksi" value="terima" />
      <input type="hidden" name="digest" value={prepared.digest} />
      {prepared.plan.newUnits.length > 0 ? (
        <SelectField
          name="induk"
          label={tr('agencies.newUnitsParent')}
          value={prepared.units[0]?.id ?? ''}
          options={parents}
        />
      ) : null}
      <p>
        <button type="submit">
          {tr('agencies.accept', { add: number(counts.add), change: number(counts.change) })}
        </button>
      </p>
    </form>
  );
}
