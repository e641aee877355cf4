import type { VNode } from 'preact';
import type { AudiencePerson } from '../../../campaigns/index.ts';
import type { PresenceWay, Standing } from '../../../ceremonies/index.ts';
import { formatNumber, timeIn, type Zone } from '../../../platform/format.ts';
import { ErrorSummary, type FieldErrors } from '../../../platform/html/form.view.tsx';
import { Facts, Notice, Tag, type Tone } from '../../../platform/html/parts.view.tsx';
import { type Lang, refusalText } from '../../../platform/i18n.ts';
import type { Refusal } from '../../../platform/refusal.ts';
import { to } from '../../../urls.ts';
import type { Figures } from '../../counts.ts';
import { GRACE_MINUTES, lateFrom } from '../arrival-time.ts';
import type { Arrived } from '../arrive.ts';
import type { LastArrival } from '../last-arrivals.ts';
import { t } from '../messages.ts';
import { DoorForm } from './door-form.view.tsx';
import type { DoorFrame } from './frame.ts';

/** One person and all that was recorded of them, oldest first. */
export interface Shown {
  name: string;
  unitName: string;
  employer: string;
  guest: boolean;
  history: readonly {
    standing: Standing;
    reason?: string | null;
    how: PresenceWay;
    recordedAt: Date;
    recordedBy: string;
    deviceAt?: Date | null;
  }[];
  names: ReadonlyMap<string, string>;
}

export type DoorProps = DoorFrame & {
  errors: FieldErrors;
  typed: Readonly<Record<string, string>>;
  search: string;
  people: readonly AudiencePerson[] | null;
  barrier: Refusal | null;
  shown: Shown | null;
  again: boolean;
  counts: Figures;
  guests: number;
  last: readonly LastArrival[];
};

export const TONE: Record<Standing, Tone> = {
  present: 'good',
  late: 'warn',
  'duty-elsewhere': 'info',
  excused: 'info',
  absent: 'bad',
};

export function clock(lang: Lang, at: Date, zone: Zone): string {
  const time = timeIn(at, zone);
  return lang === 'id' ? time.replace(':', '.') : time;
}

/** What the page that scans is told of one person, in words. */
export function saidOf({ lang, agency }: DoorFrame, { person, employer, guest, standing, since }: Arrived) {
  const tr = t(lang);
  const standingText = tr(`door.standing.${standing}`);
  const again = since && tr('door.again', { time: clock(lang, since, agency.zone) });
  return {
    tone: since || guest ? 'warn' : TONE[standing],
    again: since !== null,
    name: person.name,
    lines: [guest ? '' : person.unitName, employer],
    said: [standingText, again, guest && tr('door.fromElsewhere')].filter(Boolean).join(' · '),
  };
}

export function DoorView(props: DoorProps): VNode {
  const { lang, agency, head, errors, barrier } = props;
  const tr = t(lang);
  const at = { agency: agency.id, ceremony: head.id };
  return (
    <>
      <p>
        <a href={to('ceremony', at)}>{tr('door.back')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('door.title')}</h1>
      <p>{head.title}</p>
      <When {...props} />
      {barrier ? (
        <Notice tone="warn">
          <p>{refusalText(lang, barrier)}</p>
        </Notice>
      ) : null}
      <ShownPerson {...props} />
      {barrier ? null : <DoorForm {...props} />}
      <Counts {...props} />
      <Last {...props} />
      <p class="row">
        <a href={to('ceremonyAttendance', at)}>{tr('door.toList')}</a>
        <a href={to('ceremonyGuests', at)}>{tr('door.toGuests')}</a>
        <a href={to('ceremonySheet', at)}>{tr('door.toSheet')}</a>
      </p>
    </>
  );
}

function When({ lang, head, plan, agency, typed }: DoorProps): VNode {
  const from = lateFrom(head, plan, typed.situs || null, agency.zone);
  const tr = t(lang);
  return (
    <p class="quiet">
      {from
        ? tr('door.lateFrom', { time: clock(lang, from, agency.zone), minutes: GRACE_MINUTES })
        : tr('door.noStart')}
    </p>
  );
}

function ShownPerson({ lang, agency, shown, again }: DoorProps): VNode | null {
  const tr = t(lang);
  const newest = shown?.history.at(-1);
  if (!shown) return null;
  const { name, unitName, employer, guest, history, names } = shown;
  return (
    <div class="door-person" role="status">
      <p class="door-name">{name}</p>
      <p>
        {unitName}
        <br />
        {employer}
      </p>
      {newest ? (
        <p>
          <Tag tone={TONE[newest.standing]}>{tr(`door.standing.${newest.standing}`)}</Tag>{' '}
          {again ? tr('door.again', { time: clock(lang, newest.recordedAt, agency.zone) }) : null}
          {guest ? tr('door.fromElsewhere') : null}
        </p>
      ) : (
        <p>{tr('door.unrecorded')}</p>
      )}
      {history.length > 1 ? (
        <ol class="door-history">
          {history.map((row, i) => (
            <li key={i}>
              {clock(lang, row.recordedAt, agency.zone)} · {tr(`door.standing.${row.standing}`)}
              {row.reason ? ` (${row.reason})` : ''} · {tr(`door.how.${row.how}`)} ·{' '}
              {names.get(row.recordedBy) ?? tr('door.device')}
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  );
}

function Counts({ lang, counts, guests }: DoorProps): VNode {
  return (
    <>
      <h2>{t(lang)('door.counts')}</h2>
      <div id="door-counts">
        <Facts rows={countRows(lang, counts, guests)} />
      </div>
    </>
  );
}

/** Term and value of each count, in the order in which they are shown. */
export function countRows(lang: Lang, counts: Figures, guests: number): [string, string][] {
  const tr = t(lang);
  const expected = formatNumber(lang, counts.expected);
  const of = (value: number) => tr('door.ofExpected', { count: formatNumber(lang, value), expected });
  return [
    [tr('door.standing.present'), of(counts.present)],
    [tr('door.standing.late'), of(counts.late)],
    [tr('door.standing.duty-elsewhere'), of(counts.dutyElsewhere)],
    [tr('door.standing.excused'), of(counts.excused)],
    [tr('door.standing.absent'), of(counts.absent)],
    [tr('door.unrecorded'), of(counts.unrecorded)],
    [tr('door.guests'), tr('door.guestCount', { count: formatNumber(lang, guests) })],
  ];
}

function Last({ lang, agency, head, last }: DoorProps): VNode {
  const tr = t(lang);
  const here = to('ceremonyDoor', { agency: agency.id, ceremony: head.id });
  return (
    <>
      <h2>{tr('door.last')}</h2>
      {last.length === 0 ? <p id="door-none">{tr('door.nobodyYet')}</p> : null}
      <ol class="steps" id="door-last">
        {last.map((row) => (
          <li key={row.id}>
            <span>
              {row.guest ? (
                (row.name ?? tr('door.groupOf', { count: formatNumber(lang, row.count ?? 0) }))
              ) : (
                <a href={`${here}?orang=${encodeURIComponent(row.id)}`}>{row.name}</a>
              )}
              <br />
              <small>{[row.unitName, row.guest && row.employer].filter(Boolean).join(' · ')}</small>
            </span>
            <span>
              {clock(lang, row.recordedAt, agency.zone)}{' '}
              <Tag tone={TONE[row.standing]}>{tr(`door.standing.${row.standing}`)}</Tag>
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
