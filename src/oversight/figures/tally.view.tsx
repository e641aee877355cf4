import type { VNode } from 'preact';
import type { Sheet, Value } from '../../coverage/index.ts';
import { formatNumber } from '../../platform/format.ts';
import { DataTable } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';

/** Sentences beside numbers; of an address the host alone, for the rest breaks every narrow screen. */
export function TallyTable({ lang, sheet }: { lang: Lang; sheet: Sheet }): VNode {
  return (
    <DataTable
      caption={sheet.title}
      columns={sheet.columns.map(({ head, kind, key }, at) => ({
        head,
        number: kind === 'count',
        long: key === 'counted' || key === 'parts' || key === 'source',
        cell: (row: readonly Value[]) => textOf(lang, row[at] ?? null),
      }))}
      rows={sheet.rows}
    />
  );
}

function textOf(lang: Lang, value: Value): string {
  if (value === null) return '–';
  return typeof value === 'number'
    ? formatNumber(lang, value)
    : value.replace(/https:\/\/([\w.-]+)\S*/, '$1');
}
