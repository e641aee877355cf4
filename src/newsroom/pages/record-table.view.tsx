import type { VNode } from 'preact';
import { DataTable, Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { t } from '../messages.ts';
import type { RecordRow } from '../record-rows.ts';
import { Quoted, type ShowSpan } from './passage.view.tsx';

/** A hostile text may cite thousands of laws. */
const MOST_SHOWN = 200;

/** The draft record: each value, where it was read, and whether it had to be worked out. */
export function RecordTable(props: { lang: Lang; rows: readonly RecordRow[]; passage: ShowSpan }): VNode {
  const { lang, rows, passage } = props;
  const tr = t(lang);
  if (rows.length === 0) return <p>{tr('newsroom.given.noRecord')}</p>;
  return (
    <DataTable
      caption={tr('newsroom.given.recordCaption')}
      rows={rows.slice(0, MOST_SHOWN)}
      columns={[
        { head: tr('newsroom.given.field'), cell: ({ field }) => tr(`newsroom.field.${field}`) },
        {
          head: tr('newsroom.given.value'),
          cell: ({ said, derived }) => (
            <>
              <bdi class="said">{said}</bdi>{' '}
              {derived ? <Tag tone="warn">{tr('newsroom.given.derived')}</Tag> : null}
            </>
          ),
        },
        { head: tr('newsroom.given.printed'), cell: ({ span }) => <Quoted passage={passage(span)} /> },
      ]}
    />
  );
}
