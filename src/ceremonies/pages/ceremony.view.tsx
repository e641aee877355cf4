import type { VNode } from 'preact';
import type { Frame } from '../../campaigns/index.ts';
import { formatNumber } from '../../platform/format.ts';
import { ErrorSummary, type FieldErrors } from '../../platform/html/form.view.tsx';
import { Facts, Tag } from '../../platform/html/parts.view.tsx';
import { to } from '../../urls.ts';
import { ATTENDANCE_FACTS, type Ceremony } from '../ceremony.ts';
import { t } from '../messages.ts';
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
      <OfficerSection {...props} />
      <ParticipationSection {...props} />
      <AttendanceCounts {...props} />
      <Onward {...props} />
    </>
  );
}

function About({ lang, ceremony }: CeremonyProps): VNode {
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

function Onward({ lang, agency, staff, ceremony }: CeremonyProps): VNode {
  const tr = t(lang);
  const at = { agency: agency.id, ceremony: ceremony.id };
  const inCampaign = { agency: agency.id, campaign: ceremony.campaignId };
  const worker = staff.has('officer') || staff.has('operator');
  return (
    <>
      <ul class="steps">
        {worker ? (
          <li>
            <a href={to('ceremonyAttendance', at)}>{tr('ceremonies.openAttendance')}</a>
          </li>
        ) : null}
        {staff.has('officer') || staff.has('leader') || staff.has('auditor') ? (
          <li>
            <a href={to('ceremonyCheck', at)}>{tr('ceremonies.checkSources')}</a>
          </li>
        ) : null}
        {worker ? (
          <li>
            <a href={to('remaining', inCampaign)}>{tr('ceremonies.openRemaining')}</a>
          </li>
        ) : null}
      </ul>
      {staff.has('officer') ? (
        <p>
          {tr('ceremonies.makeUpHint')}{' '}
          <a href={`${to('ceremonyNew', inCampaign)}?jenis=susulan`}>{tr('ceremonies.newMakeUp')}</a>
        </p>
      ) : null}
    </>
  );
}
