import type { VNode } from 'preact';
import { ErrorSummary, type FieldErrors, SelectField, TextField } from '../../platform/html/form.view.tsx';
import { Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import type { Agency } from '../agency.ts';
import { t } from '../messages.ts';
import { UNIT_KINDS } from '../roster/index.ts';
import type { Unit } from '../unit.ts';
import { unitOptions } from './unit-options.ts';

/** What was typed into the form, kept when it is refused. */
export interface Typed {
  name: string;
  kind: string;
  parentId: string;
  regionCode: string;
  code: string;
}

interface Props {
  lang: Lang;
  agency: Agency;
  units: readonly Unit[];
  mayEdit: boolean;
  typed: Typed;
  errors: FieldErrors;
}

export function UnitsPage(props: Props): VNode {
  const { lang, agency, units, mayEdit, errors } = props;
  const tr = t(lang);
  const children = Map.groupBy(units, (unit) => unit.parentId);
  const known = new Set(units.map((unit) => unit.id));
  const tops = units.filter(({ parentId }) => parentId === null || !known.has(parentId));
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('agencies.units')}</h1>
      <p>
        <a href={to('roster', { agency: agency.id })}>{tr('agencies.roster')}</a>
      </p>
      <div class={mayEdit ? 'split' : undefined}>
        <div>
          {units.length > 0 ? <Branch {...{ lang, tops, children }} /> : <p>{tr('agencies.noUnits')}</p>}
        </div>
        {mayEdit ? <AddForm {...props} /> : null}
      </div>
    </>
  );
}

function Branch(props: { lang: Lang; tops: readonly Unit[]; children: Map<string | null, Unit[]> }): VNode {
  const { lang, tops, children } = props;
  return (
    <ul>
      {tops.map((unit) => (
        <li key={unit.id}>
          {unit.name} <Tag>{t(lang)(`agencies.unitKind.${unit.kind}`)}</Tag>{' '}
          <span class="quiet">{[unit.regionCode, unit.code].filter(Boolean).join(' · ')}</span>
          {children.has(unit.id) ? (
            <Branch {...{ lang, tops: children.get(unit.id) ?? [], children }} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function AddForm({ lang, agency, units, typed, errors }: Props): VNode {
  const tr = t(lang);
  const kinds = UNIT_KINDS.map((kind) => ({ value: kind, text: tr(`agencies.unitKind.${kind}`) }));
  const parents = [{ value: '', text: tr('agencies.unitTop') }, ...unitOptions(units)];
  const parentId = typed.parentId || (units[0]?.id ?? '');
  return (
    <form method="post" action={to('units', { agency: agency.id })} class="card">
      <h2>{tr('agencies.unitAdd')}</h2>
      <TextField name="name" label={tr('agencies.unitName')} value={typed.name} errors={errors} required />
      <SelectField
        name="kind"
        label={tr('agencies.unitKind')}
        value={typed.kind}
        options={kinds}
        errors={errors}
      />
      <SelectField
        name="parentId"
        label={tr('agencies.unitParent')}
        value={parentId}
        options={parents}
        errors={errors}
      />
      <TextField
        name="regionCode"
        label={tr('agencies.regionCode')}
        hint={tr('agencies.regionCodeHint')}
        value={typed.regionCode}
        errors={errors}
        short
      />
      <TextField
        name="code"
        label={tr('agencies.unitCode')}
        hint={tr('agencies.unitCodeHint')}
        value={typed.code}
        errors={errors}
      />
      <button type="submit">{tr('agencies.unitAdd')}</button>
    </form>
  );
}
