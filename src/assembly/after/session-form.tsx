import type { VNode } from 'preact';
import { type Problem, tidyLine } from '../../campaigns/index.ts';
import { type CeremonyHead, type CeremonyValues, checkCeremony } from '../../ceremonies/index.ts';
import { type FieldErrors, TextField } from '../../platform/html/form.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { t } from './messages.ts';

/** Day, time and place as typed, to be shown again. */
export interface TypedSession {
  key: string;
  heldOn: string;
  startsAt: string;
  place: string;
}

const KEY = /^[0-9a-z]{16}$/;

/** `fresh`: the key of a form that came without a usable one. */
export function readSession(text: (name: string) => string, fresh: string): TypedSession {
  const key = text('key');
  return {
    key: KEY.test(key) ? key : fresh,
    heldOn: tidyLine(text('heldOn')),
    startsAt: tidyLine(text('startsAt')).replace('.', ':'),
    place: tidyLine(text('place')),
  };
}

/** What several small ceremonies have in common; each gets a title of its own. */
export function sessionValues(
  { heldOn, startsAt, place }: TypedSession,
  parent: CeremonyHead,
): CeremonyValues {
  return {
    ...{ kind: 'apel', title: parent.title, organiser: parent.organiser, minutes: null },
    ...{ heldOn, heldOnStatus: 'stated', heldOnNote: null, startsAt: startsAt || null, place: place || null },
  };
}

export function checkSession(typed: TypedSession, parent: CeremonyHead): Problem[] {
  // Here the day has to be known.
  return checkCeremony(sessionValues(typed, parent)).map((problem) =>
    problem.code === 'ceremonies.noDate' ? { ...problem, code: 'after.noDay' } : problem,
  );
}

export function SessionFields(props: { lang: Lang; typed: TypedSession; errors: FieldErrors }): VNode {
  const { lang, typed, errors } = props;
  const tr = t(lang);
  return (
    <>
      <input type="hidden" name="key" value={typed.key} />
      <TextField
        {...{ name: 'heldOn', label: tr('after.day'), value: typed.heldOn, errors, type: 'date' }}
        required
        short
      />
      <TextField
        {...{ name: 'startsAt', label: tr('after.time'), value: typed.startsAt, errors, type: 'time' }}
        short
      />
      <TextField {...{ name: 'place', label: tr('after.place'), value: typed.place, errors }} />
    </>
  );
}
