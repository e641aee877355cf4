import type { VNode } from 'preact';
import { formatMoment } from '../../platform/format.ts';
import { DataTable } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { t } from './messages.ts';
import { cellText, type Report, type Sheet, type Value } from './report.ts';
import { FORMATS } from './report-files.ts';

/** A table of the report; the first cell leads on where there is something to open. */
export function SheetTable({ lang, sheet }: { lang: Lang; sheet: Sheet }): VNode | null {
  if (sheet.rows.length === 0) return null;
  const lines = sheet.rows.map((row, at) => ({ row, href: sheet.links?.[at] ?? null }));
  const cell = (row: readonly Value[], at: number) => cellText(lang, sheet.columns[at]!, row[at] ?? null);
  return (
    <div class="units">
      <DataTable
        caption={sheet.title}
        columns={sheet.columns.map((column, at) => ({
          head: column.head,
          number: column.kind !== 'text',
          cell: ({ row, href }) => (at === 0 && href ? <a href={href}>{cell(row, 0)}</a> : cell(row, at)),
        }))}
        rows={lines}
        total={sheet.total ? { row: sheet.total, href: null } : undefined}
      />
    </div>
  );
}

/** Links to the same tables as files. `href` gives the address for a format. */
export function FileLinks({ lang, href }: { lang: Lang; href: (format: string) => string }): VNode {
  return (
    <p class="row no-print">
      {t(lang)('nation.files')}
      {FORMATS.map((format) => (
        <a key={format} href={href(format)}>
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}

/** As of when, from where, and what each word means: on every page of figures. */
export function Meanings({ lang, report }: { lang: Lang; report: Report }): VNode {
  const tr = t(lang);
  return (
    <section class="quiet prose">
      <h2>{tr('nation.definitions')}</h2>
      <p>{tr('nation.asOf', { at: formatMoment(lang, report.asOf, report.zone) })}</p>
      <dl>
        {[...report.facts, ...report.definitions].flatMap(([word, meaning]) => [
          <dt key={`t${word}`}>{word}</dt>,
          <dd key={`d${word}`}>{meaning}</dd>,
        ])}
      </dl>
    </section>
  );
}
