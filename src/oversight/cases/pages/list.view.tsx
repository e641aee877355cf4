import type { VNode } from 'preact';
import { formatDate } from '../../../platform/format.ts';
import { DataTable, Tag } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import { t } from '../messages.ts';
import { stageText } from '../words/words.ts';
import type { DueShown } from './due.ts';
import type { Listed } from './list.page.tsx';

export function CaseList(props: {
  lang: Lang;
  agencyId: string;
  cases: readonly Listed[];
  due: ReadonlyMap<string, DueShown>;
  today: string;
}): VNode {
  const { lang, cases } = props;
  const tr = t(lang);
  const open = cases.filter(({ stage }) => stage !== 'closed');
  const closed = cases.filter(({ stage }) => stage === 'closed');
  return (
    <>
      <h1>{tr('cases.title')}</h1>
      <p class="prose">{tr('cases.lead')}</p>
      {cases.length === 0 ? <p>{tr('cases.none')}</p> : null}
      {open.length > 0 ? (
        <Cases {...props} caption={tr('cases.open', { total: open.length })} cases={open} />
      ) : null}
      {closed.length > 0 ? (
        <Cases {...props} caption={tr('cases.closedOnes', { total: closed.length })} cases={closed} />
      ) : null}
    </>
  );
}

function Cases(props: Parameters<typeof CaseList>[0] & { caption: string }): VNode {
  const { lang, agencyId, cases, due, today, caption } = props;
  const tr = t(lang);
  return (
    <DataTable
      caption={caption}
      columns={[
        {
          head: tr('cases.case'),
          cell: ({ id }) => <a href={to('caseFile', { agency: agencyId, case: id })}>{shortOf(id)}</a>,
        },
        { head: tr('cases.stageHead'), cell: ({ stage }) => stageText(lang, stage ?? 'triage') },
        {
          head: tr('cases.due'),
          cell: ({ id }) => <DueCell lang={lang} due={due.get(id)} today={today} />,
        },
        {
          head: tr('cases.age'),
          number: true,
          cell: ({ arrivedOn }) => tr('cases.days', { days: daysFrom(arrivedOn, today) }),
        },
        { head: tr('cases.unread'), number: true, cell: ({ unread }) => unread },
        { head: tr('cases.from'), cell: ({ mode }) => tr(`cases.mode.${mode}`) },
        { head: tr('cases.arrived'), cell: ({ arrivedOn }) => formatDate(lang, arrivedOn) },
      ]}
      rows={cases}
    />
  );
}

function DueCell({ lang, due, today }: { lang: Lang; due: DueShown | undefined; today: string }): VNode {
  const tr = t(lang);
  if (!due) return <>–</>;
  const late = due.date !== null && due.date < today;
  return (
    <>
      {due.date ? formatDate(lang, due.date) : '–'} {late ? <Tag tone="bad">{tr('cases.late')}</Tag> : null}{' '}
      {due.stalledDays > 0 ? <Tag tone="warn">{tr('cases.stalled', { days: due.stalledDays })}</Tag> : null}
    </>
  );
}

/** A case is named by the first half of its id, as people say it aloud; the address has it whole. */
export function shortOf(id: string): string {
  return `${id.slice(0, 4)}-${id.slice(4, 8)}`.toUpperCase();
}

export function daysFrom(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
}
