import { isDay } from '../../platform/days.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { fields } from '../../platform/http/form.ts';
import type { Ctx } from '../../platform/http/visit.ts';
import { GIVEN_LIMIT, type Given } from '../aside/check-given.ts';
import { t } from '../messages.ts';

export interface GivenForm {
  readonly given: Given;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  /** Ticked proposals. */
  readonly accepted: readonly string[];
}

/** A text or a file as a person gives it, with the other fields of the form; what is wrong is in `errors`. */
export async function readGiven(c: Ctx): Promise<GivenForm> {
  const body = await c.req.parseBody({ all: true }).catch(() => ({}) as Record<string, unknown>);
  const typed = Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const file = body.file instanceof File && body.file.name !== '' ? body.file : undefined;
  const errors = problems(typed, file, t(c.get('visit').lang));
  const isHere = file && file.size <= GIVEN_LIMIT;
  const given = isHere
    ? { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name.slice(-120) }
    : (typed.naskah ?? '');
  return { given, typed, errors, accepted: fields(body, 'terima') };
}

function problems(
  { naskah = '', pada = '' }: Record<string, string>,
  file: File | undefined,
  tr: ReturnType<typeof t>,
): FieldErrors {
  const hasText = naskah.trim() !== '';
  const size = Math.max(file?.size ?? 0, naskah.length);
  return {
    ...(hasText || file ? {} : { naskah: tr('newsroom.given.none') }),
    ...(hasText && file ? { file: tr('newsroom.given.both') } : {}),
    ...(size > GIVEN_LIMIT ? { [file ? 'file' : 'naskah']: tr('newsroom.given.tooLarge') } : {}),
    ...(pada !== '' && !isDay(pada) ? { pada: tr('newsroom.given.badDate') } : {}),
  };
}
