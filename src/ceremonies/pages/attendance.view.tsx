import type { VNode } from 'preact';
import type { AudiencePerson, Frame } from '../../campaigns/index.ts';
import { formatNumber } from '../../platform/format.ts';
import { Choices, ErrorSummary, type FieldErrors, TextField } from '../../platform/html/form.view.tsx';
import { DataTable, Notice, Pager } from '../../platform/html/parts.view.tsx';
import { to } from '../../urls.ts';
import { ATTENDANCE_FACTS, type AttendanceFact, type CeremonyHead } from '../ceremony.ts';
import { t } from '../messages.ts';

type Props = Frame & {
  head: CeremonyHead;
  people: AudiencePerson[];
  recorded: Map<string, Set<AttendanceFact | 'attended'>>;
  search: string;
  count: number;
  page: number;
  pages: number;
  /** How many records were just saved, when the page comes back from saving. */
  added: number | null;
  errors: FieldErrors;
};

/** A page of the list, with its search kept. */
export function listHref(at: string, search: string, page: number): string {
  return `${at}?q=${encodeURIComponent(search)}&hal=${page}`;
}

export function AttendanceList(props: Props): VNode {
  const { lang, agency, head, people, search, count, added, errors } = props;
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={to('ceremony', { agency: agency.id, ceremony: head.id })}>
          {tr('ceremonies.backToCeremony')}
        </a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('ceremonies.attendance')}</h1>
      <p>{head.title}</p>
      {added === null ? null : (
        <Notice tone="good">
          <p>{tr('ceremonies.recorded', { count: formatNumber(lang, added) })}</p>
        </Notice>
      )}
      <p>{tr('ceremonies.attendanceHint')}</p>
      <p class="quiet">{tr('ceremonies.symbolicHint')}</p>
      {count === 0 && search === '' ? <p>{tr('ceremonies.audienceEmpty')}</p> : <Search {...props} />}
      {count === 0 && search !== '' ? <p>{tr('ceremonies.noMatch', { search })}</p> : null}
      {people.length > 0 ? <Ticks {...props} /> : null}
    </>
  );
}

function Search({ lang, search, ...props }: Props): VNode {
  const tr = t(lang);
  return (
    <form method="get" action={here(props)}>
      <TextField name="q" label={tr('ceremonies.search')} hint={tr('ceremonies.searchHint')} value={search} />
      <button class="second" type="submit">
        {tr('ceremonies.doSearch')}
      </button>
    </form>
  );
}

function Ticks(props: Props): VNode {
  const { lang, people, search, page, pages, count } = props;
  const tr = t(lang);
  const showing = tr('ceremonies.showing', { count: formatNumber(lang, count), page, pages });
  return (
    <form method="post" action={listHref(here(props), search, page)}>
      <input type="hidden" name="q" value={search} />
      <input type="hidden" name="hal" value={page} />
      {people.map(({ personId }) => (
        <input key={personId} type="hidden" name="shown" value={personId} />
      ))}
      <DataTable
        caption={showing}
        rows={people}
        columns={[
          { head: tr('ceremonies.personName'), cell: (row) => row.name },
          ...(['attended', ...ATTENDANCE_FACTS] as const).map((fact) => ({
            head: tr(`ceremonies.fact.${fact}`),
            cell: (row: AudiencePerson) => <Tick {...props} person={row} fact={fact} />,
          })),
          { head: tr('ceremonies.unit'), cell: (row) => row.unitName },
        ]}
      />
      <Choices
        legend={tr('ceremonies.wholePage')}
        name="all"
        type="checkbox"
        options={(['attended', 'read', 'witnessed'] as const).map((value) => ({
          value,
          text: tr(`ceremonies.fact.${value}`),
        }))}
      />
      <button type="submit">{tr('ceremonies.saveAttendance')}</button>
      <Pager
        page={page}
        pages={pages}
        href={(other) => listHref(here(props), search, other)}
        texts={[tr('ceremonies.previous'), showing, tr('ceremonies.next')]}
      />
    </form>
  );
}

function Tick({
  lang,
  recorded,
  person,
  fact,
}: Props & { person: AudiencePerson; fact: AttendanceFact | 'attended' }): VNode {
  const tr = t(lang);
  const done = recorded.get(person.personId)?.has(fact) ?? false;
  return (
    <input
      type="checkbox"
      name={fact}
      value={person.personId}
      checked={done}
      disabled={done}
      aria-label={tr('ceremonies.tick', { name: person.name, fact: tr(`ceremonies.fact.${fact}`) })}
    />
  );
}

function here({ agency, head }: Pick<Props, 'agency' | 'head'>): string {
  return to('ceremonyAttendance', { agency: agency.id, ceremony: head.id });
}
