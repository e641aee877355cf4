import type { VNode } from 'preact';
import { dateIn, formatMoment } from '../../platform/format.ts';
import { fields } from '../../platform/http/form.ts';
import type { Listed } from '../attendance-list.ts';
import { ATTENDANCE_FACTS, type AttendanceFact } from '../ceremony.ts';
import { t } from '../messages.ts';
import { STANDINGS } from '../presence.ts';
import type { AttendanceProps } from './attendance.view.tsx';
import { rowOf } from './attendance-form.ts';

/** A device may be this far ahead of the server before its clock is doubted. */
const AHEAD_MS = 2 * 60_000;

type Props = AttendanceProps & { person: Listed };

/** One person: how they stand, why, what else they did, and who wrote it down. */
export function AttendanceRow(props: Props): VNode {
  const { lang, person, errors, body } = props;
  const tr = t(lang);
  const { personId: id, name, unitName } = person;
  const sent = body && fields(body, 'shown').includes(id) ? rowOf(body, id) : null;
  const standing = sent ? sent.standing : person.standing;
  const error = errors[`reason-${id}`];
  return (
    <li>
      <input type="hidden" name="shown" value={id} />
      <input type="hidden" name={`before-${id}`} value={sent?.before ?? person.standing ?? ''} />
      <input type="hidden" name={`reasonBefore-${id}`} value={sent?.reasonBefore ?? person.reason ?? ''} />
      <p class="attend-who">
        <strong>{name}</strong>
        <br />
        <small>{unitName}</small>
      </p>
      <select name={`standing-${id}`} aria-label={tr('ceremonies.standingOf', { name })}>
        {person.standing === null ? (
          <option value="" selected={standing === null}>
            {tr('ceremonies.unrecorded')}
          </option>
        ) : null}
        {STANDINGS.map((one) => (
          <option key={one} value={one} selected={one === standing}>
            {tr(`ceremonies.standing.${one}`)}
          </option>
        ))}
      </select>
      <div class={error ? 'field wrong' : undefined}>
        {error ? (
          <p class="field-error" id={`e-reason-${id}`}>
            {error}
          </p>
        ) : null}
        <input
          id={`f-reason-${id}`}
          name={`reason-${id}`}
          value={sent?.reason ?? person.reason ?? ''}
          placeholder={tr('ceremonies.why')}
          aria-label={tr('ceremonies.whyOf', { name })}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? `e-reason-${id}` : undefined}
        />
      </div>
      <div class="attend-facts">
        {ATTENDANCE_FACTS.map((fact) => (
          <Tick key={fact} {...props} fact={fact} />
        ))}
      </div>
      <Recorded {...props} />
    </li>
  );
}

/** What else a person did. It cannot be taken back: it is a fact of its own, with its own row. */
function Tick({ lang, recorded, person, fact, body }: Props & { fact: AttendanceFact }): VNode {
  const tr = t(lang);
  const done = recorded.get(person.personId)?.has(fact) ?? false;
  const ticked = body ? fields(body, fact).includes(person.personId) : false;
  const id = `f-${fact}-${person.personId}`;
  return (
    <span class="choice">
      <input
        type="checkbox"
        id={id}
        name={fact}
        value={person.personId}
        checked={done || ticked}
        disabled={done}
        aria-label={tr('ceremonies.tick', { name: person.name, fact: tr(`ceremonies.fact.${fact}`) })}
      />
      <label for={id}>{tr(`ceremonies.fact.${fact}`)}</label>
    </span>
  );
}

function Recorded({ lang, agency, head, plan, person }: Props): VNode | null {
  const tr = t(lang);
  const { how, recordedAt, recordedBy, deviceAt, site } = person;
  if (!how || !recordedAt) return null;
  const by = recordedBy || tr(how === 'site-code' ? 'ceremonies.byThemselves' : 'ceremonies.byDevice');
  const place = plan.sites.find(({ id }) => id === site)?.name;
  // Behind is no doubt: what was kept without a network arrives late.
  const doubt =
    deviceAt &&
    (deviceAt.getTime() - recordedAt.getTime() > AHEAD_MS ||
      (head.heldOn !== null && dateIn(deviceAt, agency.zone) !== head.heldOn));
  return (
    <p class="attend-note">
      {[tr(`ceremonies.how.${how}`), formatMoment(lang, recordedAt, agency.zone), by, place]
        .filter(Boolean)
        .join(' · ')}
      {deviceAt ? (
        <>
          <br />
          {tr(doubt ? 'ceremonies.deviceDoubt' : 'ceremonies.deviceTime', {
            time: formatMoment(lang, deviceAt, agency.zone),
          })}
        </>
      ) : null}
    </p>
  );
}
