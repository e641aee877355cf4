import type { VNode } from 'preact';
import type { Frame } from '../../campaigns/index.ts';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import {
  Choices,
  ErrorSummary,
  type FieldErrors,
  TextArea,
  TextField,
} from '../../platform/html/form.view.tsx';
import { DataTable, Facts, Notice, Tag } from '../../platform/html/parts.view.tsx';
import { to } from '../../urls.ts';
import { t } from '../messages.ts';
import { type Done, dueAtOf, type Incident } from './incident.ts';
import { CLOCK, DATA_KINDS, STEPS } from './steps.ts';

/** The form as it was typed. */
export interface Typed {
  title: string;
  what: string;
  dataKinds: readonly string[];
  people: string;
  date: string;
  time: string;
}

type ListProps = Frame & { incidents: readonly Incident[]; typed: Typed; errors: FieldErrors; now: Date };

export function IncidentsPage({ lang, agency, staff, incidents, typed, errors, now }: ListProps): VNode {
  const tr = t(lang);
  const mayWrite = (staff.has('officer') || staff.has('leader')) && staff.unitIds === null;
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('privacy.incidents')}</h1>
      <p>{tr('privacy.incidentsIntro')}</p>
      {incidents.length === 0 ? (
        <p>{tr('privacy.noIncidents')}</p>
      ) : (
        <DataTable
          caption={tr('privacy.incidents')}
          rows={incidents}
          columns={[
            {
              head: tr('privacy.field.title'),
              cell: (row) => (
                <a href={to('incident', { agency: agency.id, incident: row.id })}>{row.title}</a>
              ),
            },
            { head: tr('privacy.field.known'), cell: (row) => formatMoment(lang, row.knownAt, agency.zone) },
            {
              head: tr('privacy.field.due'),
              cell: (row) => <Clock {...{ lang, agency, now }} incident={row} />,
            },
            {
              head: tr('privacy.field.steps'),
              cell: (row) => tr('privacy.stepsDone', { done: row.done, all: STEPS.length }),
            },
          ]}
        />
      )}
      {mayWrite ? (
        <NewIncidentForm {...{ lang, typed, errors }} here={to('incidents', { agency: agency.id })} />
      ) : null}
    </>
  );
}

function NewIncidentForm(props: {
  lang: Frame['lang'];
  typed: Typed;
  errors: FieldErrors;
  here: string;
}): VNode {
  const { lang, typed, errors, here } = props;
  const tr = t(lang);
  return (
    <>
      <h2>{tr('privacy.incidentNew')}</h2>
      <form method="post" action={here} class="card" novalidate>
        <TextField name="title" label={tr('privacy.field.title')} value={typed.title} errors={errors} />
        <TextArea
          {...{ name: 'what', label: tr('privacy.incidentWhat'), hint: tr('privacy.incidentWhatHint') }}
          {...{ value: typed.what, errors, rows: 5 }}
        />
        <Choices
          {...{ legend: tr('privacy.incidentData'), name: 'dataKinds', type: 'checkbox' }}
          options={DATA_KINDS.map((value) => ({
            ...{ value, text: tr(`privacy.data.${value}`), checked: typed.dataKinds.includes(value) },
          }))}
        />
        <TextField
          {...{ name: 'people', label: tr('privacy.incidentPeople'), hint: tr('privacy.incidentPeopleHint') }}
          {...{ value: typed.people, errors, short: true, inputMode: 'numeric' }}
        />
        <TextField
          {...{ name: 'date', label: tr('privacy.knownDate'), hint: tr('privacy.knownHint') }}
          {...{ value: typed.date, errors, type: 'date', short: true }}
        />
        <TextField
          {...{
            name: 'time',
            label: tr('privacy.knownTime'),
            value: typed.time,
            errors,
            type: 'time',
            short: true,
          }}
        />
        <button type="submit">{tr('privacy.incidentOpen')}</button>
      </form>
    </>
  );
}

type OneProps = Frame & { incident: Incident; done: readonly Done[]; errors: FieldErrors; now: Date };

export function IncidentPage(props: OneProps): VNode {
  const { lang, agency, incident, done, errors, now } = props;
  const tr = t(lang);
  const at = (moment: Date) => formatMoment(lang, moment, agency.zone);
  const notes = done.filter(({ step }) => step === 'note');
  return (
    <>
      <p>
        <a href={to('incidents', { agency: agency.id })}>{tr('privacy.incidents')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{incident.title}</h1>
      <Facts
        rows={[
          [tr('privacy.incidentWhat'), incident.what],
          [
            tr('privacy.incidentData'),
            incident.dataKinds.map((kind) => tr(`privacy.data.${kind}`)).join(', '),
          ],
          [
            tr('privacy.incidentPeople'),
            incident.people === null ? '–' : formatNumber(lang, incident.people),
          ],
          [tr('privacy.field.known'), at(incident.knownAt)],
          [tr('privacy.field.due'), <Clock key="due" {...{ lang, agency, incident, now }} />],
          [tr('privacy.field.opened'), `${incident.openedBy ?? '–'}, ${at(incident.openedAt)}`],
        ]}
      />
      <Notice tone="warn">
        <p>{tr('privacy.clockSource', { article: CLOCK.article })}</p>
        <p>{tr('privacy.toWhom')}</p>
      </Notice>
      <Checklist {...props} />
      {notes.length > 0 ? (
        <DataTable
          caption={tr('privacy.notes')}
          rows={notes}
          columns={[
            { head: tr('privacy.field.at'), cell: (row) => at(row.doneAt) },
            { head: tr('privacy.field.who'), cell: (row) => row.who },
            { head: tr('privacy.field.note'), cell: (row) => row.note },
          ]}
        />
      ) : null}
      <Letters {...props} />
    </>
  );
}

function Checklist({ lang, agency, staff, incident, done, errors }: OneProps): VNode {
  const tr = t(lang);
  const at = (moment: Date) => formatMoment(lang, moment, agency.zone);
  const here = to('incident', { agency: agency.id, incident: incident.id });
  const mayWrite = (staff.has('officer') || staff.has('leader')) && staff.unitIds === null;
  return (
    <>
      <DataTable
        caption={tr('privacy.checklist')}
        rows={STEPS}
        columns={[
          { head: tr('privacy.field.step'), cell: ({ id }) => tr(`privacy.step.${id}`) },
          {
            head: tr('privacy.field.due'),
            cell: ({ within }) => (within ? at(dueAtOf(incident)) : tr('privacy.soon')),
          },
          {
            head: tr('privacy.field.done'),
            cell: ({ id }) => doneLines(done, id, at) || <Tag tone="warn">{tr('privacy.notDone')}</Tag>,
          },
        ]}
      />
      {mayWrite ? (
        <form method="post" action={here} class="card" novalidate>
          <Choices
            {...{ legend: tr('privacy.tick'), name: 'step', type: 'radio' }}
            options={[
              ...STEPS.map(({ id }) => ({ value: id, text: tr(`privacy.step.${id}`) })),
              { value: 'note', text: tr('privacy.onlyNote'), checked: true },
            ]}
          />
          <TextArea name="note" label={tr('privacy.field.note')} errors={errors} rows={3} />
          <button type="submit">{tr('privacy.tickSave')}</button>
        </form>
      ) : null}
    </>
  );
}

function doneLines(done: readonly Done[], id: string, at: (moment: Date) => string): string {
  return done
    .filter(({ step }) => step === id)
    .map(({ who, doneAt, note }) => [`${at(doneAt)}, ${who}`, note].filter((text) => text !== '').join(': '))
    .join('; ');
}

function Letters({ lang, agency, incident }: OneProps): VNode {
  const tr = t(lang);
  const here = to('incident', { agency: agency.id, incident: incident.id });
  return (
    <>
      <h2>{tr('privacy.letters')}</h2>
      <p>{tr('privacy.lettersText')}</p>
      <ul>
        {(['people', 'authority'] as const).map((addressee) => (
          <li key={addressee}>
            {tr(`privacy.letter.to.${addressee}`)}: <a href={`${here}?surat=${addressee}&berkas=pdf`}>PDF</a>,{' '}
            <a href={`${here}?surat=${addressee}`}>{tr('privacy.asText')}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Clock(props: Pick<Frame, 'lang' | 'agency'> & { incident: Incident; now: Date }): VNode {
  const { lang, agency, incident, now } = props;
  const due = dueAtOf(incident);
  const hours = Math.floor((due.getTime() - now.getTime()) / 3_600_000);
  const tr = t(lang);
  return (
    <>
      {formatMoment(lang, due, agency.zone)}{' '}
      <Tag tone={hours < 0 ? 'bad' : 'warn'}>
        {hours < 0 ? tr('privacy.clockOver') : tr('privacy.clockLeft', { hours })}
      </Tag>
    </>
  );
}
