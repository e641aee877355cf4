import type { ComponentChildren, VNode } from 'preact';
import { DataTable, Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { t } from '../messages.ts';

/** One correction as everybody may see it: the officer's name is not among it, the institution is. */
export interface ShownCorrection {
  readonly id: string;
  readonly when: string;
  readonly institution: string;
  readonly isExample: boolean;
  /** The field, with the article where it is one. */
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly why: string;
  readonly source: string;
  readonly state: 'holds' | 'replaced' | 'undoing' | 'unusable';
}

interface HistoryShown {
  lang: Lang;
  history: readonly ShownCorrection[];
  correct: string | null;
}

/** What was corrected here since the register was shipped, the newest first. */
export function CorrectionHistory({ lang, history, correct }: HistoryShown): VNode {
  const tr = t(lang);
  return (
    <section aria-labelledby="koreksi">
      <h2 id="koreksi">{tr('law.corrections')}</h2>
      {history.length === 0 ? <p>{tr('law.noCorrections')}</p> : <HistoryTable {...{ lang, history }} />}
      {correct ? (
        <p class="no-print">
          <a class="button second" href={correct}>
            {tr('law.correctThis')}
          </a>
        </p>
      ) : null}
    </section>
  );
}

/** @param act a last column of what an officer can do with the row */
export function HistoryTable(props: {
  lang: Lang;
  history: readonly ShownCorrection[];
  act?: (row: ShownCorrection) => ComponentChildren;
}): VNode {
  const { lang, history, act } = props;
  const tr = t(lang);
  return (
    <DataTable
      caption={tr('law.newestFirst')}
      columns={[
        { head: tr('law.what'), cell: (row) => <What lang={lang} row={row} /> },
        { head: tr('law.fromTo'), cell: (row) => <Change row={row} /> },
        { head: tr('law.whyAndSource'), cell: (row) => <Why row={row} /> },
        { head: tr('law.who'), cell: (row) => <Who lang={lang} row={row} /> },
        ...(act ? [{ head: tr('law.action'), cell: act }] : []),
      ]}
      rows={history}
    />
  );
}

const TONE = { holds: 'good', replaced: 'info', undoing: 'info', unusable: 'bad' } as const;

function What({ lang, row }: { lang: Lang; row: ShownCorrection }): VNode {
  return (
    <>
      {row.what} <Tag tone={TONE[row.state]}>{t(lang)(`law.state.${row.state}`)}</Tag>
    </>
  );
}

function Change({ row: { before, after } }: { row: ShownCorrection }): VNode {
  return (
    <>
      <del>{before}</del> → <ins>{after}</ins>
    </>
  );
}

function Why({ row: { why, source } }: { row: ShownCorrection }): VNode {
  return (
    <>
      {why}
      <br />
      <a href={source} rel="noopener noreferrer">
        {new URL(source).host}
      </a>
    </>
  );
}

function Who({ lang, row }: { lang: Lang; row: ShownCorrection }): VNode {
  const tr = t(lang);
  return (
    <>
      {tr('law.officerOf', { institution: row.institution })}{' '}
      {row.isExample ? <Tag tone="warn">{tr('law.example')}</Tag> : null}
      <br />
      <small>{row.when}</small>
    </>
  );
}
