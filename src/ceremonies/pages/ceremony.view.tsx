import type { VNode } from 'preact';
import type { Frame } from '../../campaigns/index.ts';
import { formatNumber } from '../../platform/format.ts';
import { ErrorSummary, type FieldErrors } from '../../platform/html/form.view.tsx';
import { Facts, Tag } from '../../platform/html/parts.view.tsx';
import { to } from '../../urls.ts';
import { ATTENDANCE_FACTS, type Ceremony } from '../ceremony.ts';
import { t } from '../messages.ts';
import { t as planText } from '../plan/messages.ts';
import { CeremonyHub } from './ceremony-hub.view.tsx';
import { HeldOn } from './date.view.tsx';
import type { Typed } from './form.ts';
import { OfficerSection } from './officers.view.tsx';
import { ParticipationSection } from './participations.view.tsx';

/** The form that was sent back with errors, if any: its values and what is wrong with them. */
export interface LineForms {
  act: 'officer' | 'participation' | null;
  typed: Typed;
  errors: FieldErrors;
}

export const NO_LINES: LineForms = { act: null, typed: {}, errors: {} };

export type CeremonyProps = Frame & { ceremony: Ceremony; lines: LineForms };

export function CeremonyPage(props: CeremonyProps): VNode {
  const { lang, agency, ceremony, lines } = props;
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={to('ceremonies', { agency: agency.id, campaign: ceremony.campaignId })}>
          {tr('ceremonies.backToList')}
        </a>
      </p>
      <ErrorSummary lang={lang} errors={lines.errors} />
      <h1>{ceremony.title}</h1>
      <p>
        <Tag>{tr(`ceremonies.kind.${ceremony.kind}`)}</Tag>{' '}
        {ceremony.isExample ? <Tag>{tr('ceremonies.example')}</Tag> : null}
      </p>
      <About {...props} />
      <CeremonyHub {...props} />
      <AttendanceCounts {...props} />
      <OfficerSection {...props} />
      <ParticipationSection {...props} />
    </>
  );
}

function About({ lang, agency, staff, ceremony }: CeremonyProps): VNode {
  const tr = t(lang);
  const { startsAt, place, organiser, minutes } = ceremony;
  const time = lang === 'id' ? startsAt?.replace(':', '.') : startsAt;
  return (
    <>
      <Facts
        rows={[
          [tr('ceremonies.date'), <HeldOn key="date" lang={lang} head={ceremony} note />],
          [tr('ceremonies.time'), time ?? tr('ceremonies.notKnown')],
          [tr('ceremonies.place'), place ?? tr('ceremonies.notKnown')],
          [tr('ceremonies.organiser'), organiser],
        ]}
      />
      {staff.has('officer') && staff.unitIds === null ? (
        <p>
          <a href={to('ceremonyCorrect', { agency: agency.id, ceremony: ceremony.id })}>
            {planText(lang)('plan.correct')}
          </a>
        </p>
      ) : null}
      {minutes ? (
        <>
          <h2>{tr('ceremonies.minutes')}</h2>
          {minutes.split('\n').map((line, index) => (
            <p key={index}>{line}</p>
          ))}
        </>
      ) : null}
    </>
  );
}

function AttendanceCounts({ lang, ceremony }: CeremonyProps): VNode {
  const tr = t(lang);
  return (
    <>
      <h2>{tr('ceremonies.attendanceRecorded')}</h2>
      <Facts
        rows={(['attended', ...ATTENDANCE_FACTS] as const).map((fact) => [
          tr(`ceremonies.fact.${fact}`),
          <>
            {tr('ceremonies.people', { count: formatNumber(lang, ceremony.attendance[fact]) })}
            {fact === 'symbolic' ? <small> ({tr('ceremonies.symbolicNote')})</small> : null}
          </>,
        ])}
      />
    </>
  );
}
