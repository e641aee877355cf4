import type { VNode } from 'preact';
import type { Frame } from '../../../campaigns/index.ts';
import { PLAN_ROLES } from '../../../ceremonies/index.ts';
import { Choices, type FieldErrors, TextArea, TextField } from '../../../platform/html/form.view.tsx';
import { Notice } from '../../../platform/html/parts.view.tsx';
import { to } from '../../../urls.ts';
import { type MinutesContent, maxPhotos } from '../../../verify/index.ts';
import type { Photo } from '../../photos/photo.ts';
import { t } from '../messages.ts';
import type { ExpectedFact } from '../missing.ts';
import { MOST_OFFICERS, MOST_WITNESSES, type ServedOfficer, type Told, type Witness } from '../told.ts';
import { MinutesPaper } from './paper.view.tsx';

/** What drawing up needs: what would stand in the minutes now, and what is missing. */
export interface Preparing {
  content: MinutesContent;
  told: Told;
  missing: readonly ExpectedFact[];
  /** Photos that may stand in the minutes. */
  album: readonly Photo[];
  /** The newest draft that the page knows of; 0: none. */
  draft: number;
  startsAt: string | null;
  errors: FieldErrors;
}

type Props = Frame & { ceremony: string; preparing: Preparing };

export function Prepare(props: Props): VNode {
  const { lang, preparing } = props;
  const tr = t(lang);
  return (
    <>
      <Missing {...props} />
      <Form {...props} />
      <details>
        <summary>{tr('minutes.preview')}</summary>
        <p class="quiet">{tr('minutes.previewHint')}</p>
        <MinutesPaper lang={lang} content={preparing.content} sources />
      </details>
    </>
  );
}

/** Where each missing fact can be recorded; null: in the form below. */
const WHERE: Record<ExpectedFact, Parameters<typeof to>[0] | null> = {
  date: 'ceremony',
  startedAt: null,
  endedAt: null,
  place: 'ceremony',
  text: 'campaigns',
  runSheet: 'ceremonyPlan',
  reader: null,
  clerk: null,
  witnesses: null,
  audience: 'ceremonyPlan',
  unrecorded: 'ceremonyAttendance',
  photos: 'ceremonyPhotos',
};

function Missing({ lang, agency, ceremony, preparing }: Props): VNode {
  const tr = t(lang);
  const { missing } = preparing;
  if (missing.length === 0)
    return (
      <Notice tone="good">
        <p>{tr('minutes.nothingMissing')}</p>
      </Notice>
    );
  const address = (fact: ExpectedFact) => {
    const name = WHERE[fact];
    return name && to(name as 'ceremonyPlan', { agency: agency.id, ceremony });
  };
  return (
    <Notice tone="warn">
      <p>{tr('minutes.missingHint')}</p>
      <ul>
        {missing.map((fact) => {
          const href = address(fact);
          const text = tr(`minutes.missing.${fact}`, { count: preparing.content.counts.total.unrecorded });
          return <li key={fact}>{href ? <a href={href}>{text}</a> : text}</li>;
        })}
      </ul>
    </Notice>
  );
}

function Form({ lang, agency, ceremony, preparing }: Props): VNode {
  const tr = t(lang);
  const { told, errors, draft, startsAt, album } = preparing;
  const clock = (time: string | null) => (lang === 'id' ? time?.replace(':', '.') : time) ?? '';
  const planned = clock(startsAt);
  const hint = planned ? tr('minutes.planned', { time: planned }) : tr('minutes.clockHint');
  const chosen = album.map(({ id, caption }) => ({
    ...{ value: id, text: caption, checked: told.photoIds.includes(id) },
  }));
  return (
    <form method="post" action={to('ceremonyMinutes', { agency: agency.id, ceremony })}>
      <input type="hidden" name="draft" value={draft} />
      <div class="grid">
        <TextField
          {...{ name: 'startedAt', label: tr('minutes.startedAt'), hint, errors, short: true }}
          value={clock(told.startedAt)}
        />
        <TextField
          {...{ name: 'endedAt', label: tr('minutes.endedAt'), hint: tr('minutes.clockHint'), errors }}
          value={clock(told.endedAt)}
          short
        />
      </div>
      <h3>{tr('minutes.officers')}</h3>
      <p class="hint">{tr('minutes.officersHint')}</p>
      {officerRows(told.officers).map((officer, at) => (
        <OfficerRow key={at} {...{ lang, at, officer, errors }} />
      ))}
      <h3>{tr('minutes.witnesses')}</h3>
      <p class="hint">{tr('minutes.witnessesHint')}</p>
      {[...told.witnesses, NOBODY, NOBODY].slice(0, MOST_WITNESSES).map((witness, at) => (
        <WitnessRow key={at} {...{ lang, at, witness, errors }} />
      ))}
      {album.length > 0 ? (
        <Choices
          {...{ legend: tr('minutes.photos'), hint: tr('minutes.photosHint', { most: maxPhotos }) }}
          {...{ name: 'photo', type: 'checkbox', options: chosen, error: errors.photo }}
        />
      ) : null}
      <TextArea
        {...{ name: 'remarks', label: tr('minutes.remarks'), hint: tr('minutes.remarksHint'), errors }}
        value={told.remarks ?? ''}
        rows={4}
      />
      <button type="submit" name="act" value="freeze">
        {tr('minutes.freeze')}
      </button>
    </form>
  );
}

const NOBODY: Witness = { name: '', office: '', institution: null };

/** Those who are known, then one empty row for each role that nobody has. */
function officerRows(officers: readonly ServedOfficer[]): ServedOfficer[] {
  const empty = PLAN_ROLES.filter((role) => !officers.some((officer) => officer.role === role));
  return [...officers, ...empty.map((role) => ({ role, name: '', office: '', employer: null }))].slice(
    0,
    MOST_OFFICERS,
  );
}

function OfficerRow(props: {
  lang: Props['lang'];
  at: number;
  officer: ServedOfficer;
  errors: FieldErrors;
}): VNode {
  const { lang, at, officer, errors } = props;
  const tr = t(lang);
  return (
    <fieldset>
      <legend>{tr(`minutes.role.${officer.role}`)}</legend>
      <input type="hidden" name={`o${at}-role`} value={officer.role} />
      <Trio
        {...{ lang, row: `o${at}`, name: officer.name, office: officer.office, errors }}
        last={['employer', tr('minutes.employer'), officer.employer ?? '']}
      />
    </fieldset>
  );
}

function WitnessRow(props: {
  lang: Props['lang'];
  at: number;
  witness: Witness;
  errors: FieldErrors;
}): VNode {
  const { lang, at, witness, errors } = props;
  const tr = t(lang);
  return (
    <fieldset>
      <legend>{tr('minutes.witnessNumber', { n: at + 1 })}</legend>
      <Trio
        {...{ lang, row: `w${at}`, name: witness.name, office: witness.office, errors }}
        last={['institution', tr('minutes.institution'), witness.institution ?? '']}
      />
    </fieldset>
  );
}

function Trio(props: {
  lang: Props['lang'];
  row: string;
  name: string;
  office: string;
  last: readonly [string, string, string];
  errors: FieldErrors;
}): VNode {
  const { lang, row, name, office, errors } = props;
  const tr = t(lang);
  const [lastName, lastLabel, lastValue] = props.last;
  return (
    <div class="grid trio">
      <TextField {...{ name: `${row}-name`, label: tr('minutes.name'), value: name, errors }} />
      <TextField {...{ name: `${row}-office`, label: tr('minutes.office'), value: office, errors }} />
      <TextField {...{ name: `${row}-${lastName}`, label: lastLabel, value: lastValue, errors }} />
    </div>
  );
}
