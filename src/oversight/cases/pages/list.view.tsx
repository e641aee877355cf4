import type { VNode } from 'preact';
import { formatDate } from '../../../platform/format.ts';
import { DataTable, Tag } from '../../../platform/html/parts.view.tsx';
import { type Lang, messageOf } from '../../../platform/i18n.ts';
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
  const { lang, agencyId, cases } = props;
  const tr = t(lang);
  const open = cases.filter(({ stage }) => stage !== 'closed').sort(byDue(props.due));
  const closed = cases.filter(({ stage }) => stage === 'closed');
  return (
    <>
      <h1>{tr('cases.title')}</h1>
      <p class="prose">{tr('cases.lead')}</p>
      {cases.length === 0 ? (
        <>
          <p>{tr('cases.none')}</p>
          <p class="prose">
            {tr('cases.noneHow')}{' '}
            <a href={to('oversightKeys', { agency: agencyId })}>{tr('cases.noneKey')}</a>
          </p>
        </>
      ) : null}
      {open.length > 0 ? (
        <Cases {...props} caption={tr('cases.open', { total: open.length })} cases={open} />
      ) : null}
      {closed.length > 0 ? (
        <Cases {...props} caption={tr('cases.closedOnes', { total: closed.length })} cases={closed} />
      ) : null}
    </>
  );
}

/** What is due first stands first; what has no deadline comes last, the oldest first. */
function byDue(due: ReadonlyMap<string, DueShown>) {
  const day = ({ id, arrivedOn }: Listed) => `${due.get(id)?.date ?? '9999'} ${arrivedOn}`;
  return (a: Listed, b: Listed) => (day(a) < day(b) ? -1 : 1);
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
          cell: ({ id, act }) => (
            <>
              <a href={to('caseFile', { agency: agencyId, case: id })}>{shortOf(id)}</a>
              <br />
              <small>{act ? messageOf(lang, `violations.kind.${act}`) : tr('cases.actNone')}</small>
            </>
          ),
          long: true,
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
        {
          head: tr('cases.unread'),
          cell: ({ unread }) =>
            unread > 0 ? <Tag tone="info">{tr('cases.unreadCount', { count: unread })}</Tag> : '–',
        },
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
