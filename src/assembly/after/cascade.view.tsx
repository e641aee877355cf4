import type { VNode } from 'preact';
import { formatDate, formatNumber, formatShare } from '../../platform/format.ts';
import { ErrorSummary, type FieldErrors } from '../../platform/html/form.view.tsx';
import { Bar, DataTable, Facts, Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import type { Branch, Standing } from './cascade.ts';
import type { AfterFrame } from './frame.ts';
import { t } from './messages.ts';
import { SessionFields, type TypedSession } from './session-form.tsx';
import type { RolledUp, TreeCeremony } from './standing.ts';

type Props = AfterFrame &
  Standing & {
    branches: readonly Branch[];
    typed: TypedSession;
    chosen: readonly string[];
    errors: FieldErrors;
  };

export function CascadeView(props: Props): VNode {
  const { lang, agency, parent, tree, rolledUp, branches, errors } = props;
  const tr = t(lang);
  const below = tree.filter(({ depth }) => depth > 0);
  return (
    <>
      <p>
        <a href={to('ceremony', { agency: agency.id, ceremony: parent.id })}>{parent.title}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('after.cascade')}</h1>
      <p>{tr('after.cascadeHint')}</p>
      <RollUp lang={lang} rolledUp={rolledUp} />
      {below.length === 0 ? <p>{tr('after.noneBelow')}</p> : <Below {...props} below={below} />}
      {branches.length > 0 ? <NewOnes {...props} /> : null}
    </>
  );
}

function RollUp({ lang, rolledUp }: { lang: Lang; rolledUp: RolledUp }): VNode {
  const tr = t(lang);
  const { expected, wasThere, signed } = rolledUp;
  const of = (count: number) =>
    expected === 0
      ? tr('after.nobodyExpected')
      : tr('after.of', {
          count: formatNumber(lang, count),
          all: formatNumber(lang, expected),
          share: formatShare(lang, count / expected),
        });
  return (
    <Facts
      rows={[
        [tr('after.wasThereAnywhere'), of(wasThere)],
        [tr('after.signed'), of(signed)],
      ]}
    />
  );
}

function Below({ lang, agency, below }: Props & { below: readonly TreeCeremony[] }): VNode {
  const tr = t(lang);
  return (
    <DataTable
      caption={tr('after.below')}
      rows={below}
      columns={[
        {
          head: tr('after.ceremony'),
          cell: (row) => (
            <>
              {'– '.repeat(row.depth - 1)}
              <a href={to('ceremony', { agency: agency.id, ceremony: row.id })}>{row.title}</a>{' '}
              {row.kind === 'susulan' ? <Tag>{tr('after.makeUpTag')}</Tag> : null}
            </>
          ),
        },
        {
          head: tr('after.day'),
          cell: (row) => (row.heldOn ? formatDate(lang, row.heldOn) : tr('after.unknownDay')),
        },
        { head: tr('after.expected'), number: true, cell: (row) => formatNumber(lang, row.expected) },
        { head: tr('after.wasThere'), number: true, cell: (row) => formatNumber(lang, row.wasThere) },
        {
          head: tr('after.signed'),
          number: true,
          cell: (row) => (
            <>
              {formatNumber(lang, row.signed)}
              <Bar share={row.expected === 0 ? 0 : row.signed / row.expected} />
            </>
          ),
        },
      ]}
    />
  );
}

function NewOnes({ lang, agency, parent, branches, typed, chosen, errors }: Props): VNode {
  const tr = t(lang);
  return (
    <>
      <h2>{tr('after.newOnes')}</h2>
      <p>{tr('after.newOnesHint')}</p>
      <form
        method="post"
        action={to('ceremonyCascade', { agency: agency.id, ceremony: parent.id })}
        novalidate
      >
        <div id="f-unit">
          <DataTable
            caption={tr('after.unitsWithout')}
            rows={branches}
            columns={[
              {
                head: tr('after.unit'),
                cell: ({ unitId, name, depth }) => (
                  <label>
                    {'– '.repeat(depth)}
                    <input type="checkbox" name="unit" value={unitId} checked={chosen.includes(unitId)} />{' '}
                    {name}
                  </label>
                ),
              },
              { head: tr('after.people'), number: true, cell: ({ people }) => formatNumber(lang, people) },
            ]}
          />
        </div>
        <SessionFields {...{ lang, typed, errors }} />
        <button type="submit">{tr('after.createCascade')}</button>
      </form>
    </>
  );
}
