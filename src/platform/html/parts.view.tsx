import type { ComponentChildren, VNode } from 'preact';

export type Tone = 'good' | 'warn' | 'bad' | 'info';

export function Notice({ tone = 'info', children }: { tone?: Tone; children: ComponentChildren }): VNode {
  return (
    <div class={`notice ${tone}`} role={tone === 'good' ? 'status' : undefined}>
      {children}
    </div>
  );
}

export function Tag({ tone = 'info', children }: { tone?: Tone; children: ComponentChildren }): VNode {
  return <span class={`tag ${tone}`}>{children}</span>;
}

/** Pairs of term and value (GOV.UK summary list). */
export function Facts({ rows }: { rows: readonly (readonly [string, ComponentChildren])[] }): VNode {
  return (
    <dl class="facts">
      {rows.flatMap(([term, value]) => [
        <dt key={`t-${term}`}>{term}</dt>,
        <dd key={`d-${term}`}>{value ?? '–'}</dd>,
      ])}
    </dl>
  );
}

export interface Column<Row> {
  head: string;
  cell: (row: Row) => ComponentChildren;
  number?: boolean;
  /** Sentences, which a narrow screen must not press into one word a line. */
  long?: boolean;
}

/** A real table that scrolls sideways inside itself on a narrow screen; the first column heads its row. */
export function DataTable<Row>(props: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  total?: Row | undefined;
}): VNode {
  const { caption, columns, rows, total } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="scroll" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.head} scope="col" class={column.number ? 'num' : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row key={index} columns={columns} row={row} />
          ))}
          {total ? <Row columns={columns} row={total} total /> : null}
        </tbody>
      </table>
    </section>
  );
}

function Row<R>({ columns, row, total }: { columns: readonly Column<R>[]; row: R; total?: boolean }): VNode {
  return (
    <tr class={total ? 'total' : undefined}>
      {columns.map((column, index) =>
        index === 0 ? (
          <th key={column.head} scope="row" class={column.number ? 'num' : undefined}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.head} class={column.number ? 'num' : column.long ? 'long' : undefined}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}

/** A share as a bar; the figure itself stands beside it as text. */
export function Bar({ share, soft = 0 }: { share: number; soft?: number }): VNode {
  const full = Math.round(share * 1000);
  return (
    <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
      <rect width={full} height="10" />
      {soft > 0 ? <rect class="soft" x={full} width={Math.round(soft * 1000)} height="10" /> : null}
    </svg>
  );
}

/** Pages of a long list; offsets in the address, so that each page can be kept and shared. */
export function Pager(props: {
  page: number;
  pages: number;
  href: (page: number) => string;
  texts: [string, string, string];
}) {
  const { page, pages, href, texts } = props;
  if (pages <= 1) return null;
  return (
    <nav class="row" aria-label={texts[1]}>
      {page > 1 ? <a href={href(page - 1)}>{texts[0]}</a> : null}
      <span>{texts[1]}</span>
      {page < pages ? <a href={href(page + 1)}>{texts[2]}</a> : null}
    </nav>
  );
}
