import type { VNode } from 'preact';
import type { Frame } from '../../campaigns/index.ts';
import { formatNumber } from '../../platform/format.ts';
import {
  Choices,
  ErrorSummary,
  type FieldErrors,
  SelectField,
  TextField,
} from '../../platform/html/form.view.tsx';
import { Notice, Pager } from '../../platform/html/parts.view.tsx';
import { to } from '../../urls.ts';
import type { Listed } from '../attendance-list.ts';
import type { AttendanceFact, CeremonyHead } from '../ceremony.ts';
import { t } from '../messages.ts';
import type { Plan } from '../plan.ts';
import { STANDINGS } from '../presence.ts';
import type { Filter } from './attendance-form.ts';
import { AttendanceRow } from './attendance-row.view.tsx';

export type AttendanceProps = Frame & {
  head: CeremonyHead;
  plan: Plan;
  people: readonly Listed[];
  /** Read, witnessed and the like, by person. */
  recorded: Map<string, Set<AttendanceFact | 'attended'>>;
  filter: Filter;
  units: readonly { id: string; name: string }[];
  count: number;
  page: number;
  pages: number;
  /** How many records were just saved, when the page comes back from saving. */
  added: number | null;
  errors: FieldErrors;
  /** What was sent, where it comes back with errors. */
  body: Record<string, unknown> | null;
};

/** A page of the list, with what narrows it kept. */
export function listHref(at: string, { search, unit, standing }: Filter, page: number): string {
  return `${at}?${new URLSearchParams({ q: search, unit, keadaan: standing, hal: String(page) })}`;
}

export function AttendanceList(props: AttendanceProps): VNode {
  const { lang, agency, head, people, units, count, filter, added, errors } = props;
  const tr = t(lang);
  const at = { agency: agency.id, ceremony: head.id };
  return (
    <>
      <p>
        <a href={to('ceremony', at)}>{tr('ceremonies.backToCeremony')}</a>
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
      <p class="quiet">
        {tr('ceremonies.symbolicHint')} <a href={to('ceremonySymbolic', at)}>{tr('ceremonies.toSymbolic')}</a>
      </p>
      <p class="row">
        <a href={to('ceremonyDoor', at)}>{tr('ceremonies.toDoor')}</a>
        <a href={to('ceremonySheet', at)}>{tr('ceremonies.toSheet')}</a>
      </p>
      {units.length === 0 ? <p>{tr('ceremonies.audienceEmpty')}</p> : <Narrow {...props} />}
      {units.length > 0 && count === 0 ? (
        <p>
          {filter.search ? tr('ceremonies.noMatch', { search: filter.search }) : tr('ceremonies.nobodySo')}
        </p>
      ) : null}
      {people.length > 0 ? <Rows {...props} /> : null}
    </>
  );
}

function Narrow({ lang, filter, units, ...props }: AttendanceProps): VNode {
  const tr = t(lang);
  const standings = [...STANDINGS.map((one) => ({ value: one, text: tr(`ceremonies.standing.${one}`) }))];
  return (
    <form method="get" action={here(props)}>
      <TextField
        name="q"
        label={tr('ceremonies.search')}
        hint={tr('ceremonies.searchHint')}
        value={filter.search}
      />
      <SelectField
        name="unit"
        label={tr('ceremonies.unit')}
        value={filter.unit}
        options={[
          { value: '', text: tr('ceremonies.allUnits') },
          ...units.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <SelectField
        name="keadaan"
        label={tr('ceremonies.standing')}
        value={filter.standing}
        options={[
          { value: '', text: tr('ceremonies.allStandings') },
          { value: 'unrecorded', text: tr('ceremonies.unrecorded') },
          ...standings,
        ]}
      />
      <button class="second" type="submit">
        {tr('ceremonies.doSearch')}
      </button>
    </form>
  );
}

function Rows(props: AttendanceProps): VNode {
  const { lang, people, filter, page, pages, count, plan } = props;
  const tr = t(lang);
  const showing = tr('ceremonies.showing', { count: formatNumber(lang, count), page, pages });
  const kept = { q: filter.search, unit: filter.unit, keadaan: filter.standing, hal: String(page) };
  return (
    <form method="post" action={here(props)}>
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <h2>{showing}</h2>
      <ul class="attend">
        {people.map((person) => (
          <AttendanceRow key={person.personId} {...props} person={person} />
        ))}
      </ul>
      <Choices
        legend={tr('ceremonies.wholePage')}
        hint={tr('ceremonies.wholePageHint')}
        name="all"
        type="checkbox"
        options={(['attended', 'read', 'witnessed'] as const).map((value) => ({
          value,
          text: tr(`ceremonies.fact.${value}`),
        }))}
      />
      <Choices
        legend={tr('ceremonies.origin')}
        name="paper"
        type="checkbox"
        options={[{ value: '1', text: tr('ceremonies.fromPaper') }]}
      />
      {plan.sites.length > 0 ? (
        <SelectField
          name="site"
          label={tr('ceremonies.site')}
          value=""
          options={[
            { value: '', text: tr('ceremonies.noSite') },
            ...plan.sites.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
      ) : null}
      <button type="submit">{tr('ceremonies.saveAttendance')}</button>
      <Pager
        page={page}
        pages={pages}
        href={(other) => listHref(here(props), filter, other)}
        texts={[tr('ceremonies.previous'), showing, tr('ceremonies.next')]}
      />
    </form>
  );
}

function here({ agency, head }: Pick<AttendanceProps, 'agency' | 'head'>): string {
  return to('ceremonyAttendance', { agency: agency.id, ceremony: head.id });
}
