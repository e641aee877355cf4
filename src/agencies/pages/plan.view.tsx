import type { VNode } from 'preact';
import { formatNumber } from '../../platform/format.ts';
import { ErrorSummary } from '../../platform/html/form.view.tsx';
import { type Column, DataTable, Notice, Tag, type Tone } from '../../platform/html/parts.view.tsx';
import { to } from '../../urls.ts';
import { rosterWords, t } from '../messages.ts';
import { explain } from '../roster/index.ts';
import { ListPager, Tabs, withQuery } from './pages.view.tsx';
import { DecideForms } from './plan-decide.view.tsx';
import { type PlanProps, planPath } from './plan-props.ts';
import { type ShownRow, TABS, type Tab } from './plan-rows.ts';
import { NewUnits, UnitQuestions } from './plan-units.view.tsx';

const TONES: Record<Tab, Tone> = {
  add: 'good',
  change: 'info',
  same: 'info',
  refuse: 'bad',
  warn: 'warn',
  missing: 'warn',
};

export function PlanPage(props: PlanProps): VNode {
  const { lang, agency, head, counts, error } = props;
  const tr = t(lang);
  const nothing = counts.add + counts.change === 0;
  return (
    <>
      <ErrorSummary lang={lang} errors={error ? { '': error } : {}} />
      <h1>{tr('agencies.plan')}</h1>
      <p class="prose">{tr('agencies.planLead', { file: head.fileName })}</p>
      <FileNotes {...props} />
      {nothing && counts.refuse === 0 ? (
        <Notice tone="good">
          <p>{tr('agencies.planAllSame')}</p>
        </Notice>
      ) : null}
      <UnitQuestions {...props} />
      <NewUnits {...props} />
      <DecideForms {...props} />
      <PlanTabs {...props} />
      <PlanTable {...props} />
      <ColumnsUsed {...props} />
      <p>
        <a href={to('rosterImport', { agency: agency.id })}>{tr('agencies.importAnother')}</a>
      </p>
    </>
  );
}

function FileNotes({ lang, prepared }: PlanProps): VNode | null {
  const notes = prepared.parsed.problems;
  if (notes.length === 0) return null;
  return (
    <Notice tone="warn">
      <ul>
        {notes.map((problem) => (
          <li key={problem.code}>{explain(problem, rosterWords[lang])}</li>
        ))}
      </ul>
    </Notice>
  );
}

function PlanTabs(props: PlanProps): VNode {
  const { lang, counts, tab } = props;
  const tr = t(lang);
  const tabs = TABS.map((kind) => ({
    key: kind,
    href: withQuery(planPath(props), { jenis: kind }),
    text: `${tr(`agencies.tab.${kind}`)} (${formatNumber(lang, counts[kind])})`,
  }));
  return <Tabs label={tr('agencies.planParts')} tabs={tabs} chosen={tab} />;
}

function PlanTable(props: PlanProps): VNode {
  const { lang, counts, tab, page, size, rows } = props;
  const tr = t(lang);
  return (
    <>
      <p>{tr(`agencies.tabHelp.${tab}`)}</p>
      {rows.length > 0 ? (
        <DataTable caption={tr(`agencies.tab.${tab}`)} columns={columns(props)} rows={rows} />
      ) : (
        <p class="quiet">{tr('agencies.tabEmpty')}</p>
      )}
      <ListPager
        {...{ lang, page, size, total: counts[tab] }}
        href={(hal) => withQuery(planPath(props), { jenis: tab, hal })}
      />
    </>
  );
}

function columns({ lang, tab }: PlanProps): Column<ShownRow>[] {
  const tr = t(lang);
  const kind = {
    head: tr('agencies.planKind'),
    cell: (row: ShownRow) => <KindTag lang={lang} kind={row.kind} />,
  };
  return [
    { head: tr('agencies.planRow'), cell: (row) => (row.rowNumber === null ? '–' : row.rowNumber) },
    { head: tr('agencies.planPerson'), cell: Who },
    ...(tab === 'warn' ? [kind] : []),
    ...(tab === 'missing' || tab === 'same' ? [] : [{ head: tr('agencies.planWhy'), cell: Lines }]),
  ];
}

/** Name, number and unit under one another: the reason beside them needs the width of a phone. */
function Who({ name, idNumber, unit }: ShownRow): VNode {
  return (
    <>
      {name}
      <br />
      <small>
        {idNumber} · {unit}
      </small>
    </>
  );
}

function KindTag({ lang, kind }: Pick<PlanProps, 'lang'> & { kind: Tab }): VNode {
  return <Tag tone={TONES[kind]}>{t(lang)(`agencies.tab.${kind}`)}</Tag>;
}

function Lines({ lines }: ShownRow): VNode {
  return (
    <>
      {lines.map((text) => (
        <div key={text}>{text}</div>
      ))}
    </>
  );
}

function ColumnsUsed({ lang, prepared }: PlanProps): VNode {
  const tr = t(lang);
  const { used, dropped, ignored } = prepared.parsed.columns;
  const usedText = used
    .map(({ header, field }) => `${header} → ${tr(`agencies.roster.field.${field}`)}`)
    .join('; ');
  return (
    <details>
      <summary>{tr('agencies.planColumns')}</summary>
      <p>{tr('agencies.planColumnsUsed', { headers: usedText })}</p>
      {dropped.length > 0 ? (
        <p>{tr('agencies.roster.columns.dropped', { headers: dropped.join(', ') })}</p>
      ) : null}
      {ignored.length > 0 ? (
        <p>{tr('agencies.roster.columns.ignored', { headers: ignored.join(', ') })}</p>
      ) : null}
    </details>
  );
}
