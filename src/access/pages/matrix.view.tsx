import type { VNode } from 'preact';
import { DataTable } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import { t as actionText } from '../actions/messages.ts';
import { ALL_ACTIONS, type AnyActionName } from '../actions.ts';
import { t } from '../grants/messages.ts';
import { COLUMNS, cellOf, PARTS } from '../matrix.ts';

/** Every action against everybody who may ask, as the guard itself reads it. */
export function MatrixPage({ lang, agency }: { lang: Lang; agency: string }): VNode {
  const tr = t(lang);
  const columns = [
    { head: tr('access.matrixAction'), cell: (name: AnyActionName) => <Named lang={lang} name={name} /> },
    ...COLUMNS.map((column) => ({
      head: tr(`matrix.column.${column}`),
      cell: (name: AnyActionName) => tr(`matrix.cell.${cellOf(ALL_ACTIONS[name], column)}`),
    })),
  ];
  return (
    <>
      <p>
        <a href={to('agency', { agency })}>{tr('access.matrixBack')}</a>
      </p>
      <h1>{tr('access.matrix')}</h1>
      <p class="prose">{tr('access.matrixLead')}</p>
      {PARTS.map(({ part, names }) => (
        <DataTable key={part} caption={tr(`matrix.part.${part as 'own'}`)} columns={columns} rows={names} />
      ))}
    </>
  );
}

function Named({ lang, name }: { lang: Lang; name: AnyActionName }): VNode {
  const action = ALL_ACTIONS[name];
  return (
    <>
      {actionText(lang)(`action.${name}`)}
      {'fresh' in action && action.fresh ? <small> · {t(lang)('access.matrixFresh')}</small> : null}
    </>
  );
}
