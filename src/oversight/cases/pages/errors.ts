import type { FieldErrors } from '../../../platform/html/form.view.tsx';
import { type Lang, refusalText } from '../../../platform/i18n.ts';
import { Refusal } from '../../../platform/refusal.ts';

/** A refusal as the error of the form that caused it. @throws the error itself where it says that somebody is the wrong one */
export function formErrors(
  lang: Lang,
  error: unknown,
  at: string,
): { errors: FieldErrors; status: 409 | 422 } {
  if (!(error instanceof Refusal) || (error.status !== 409 && error.status !== 422)) throw error;
  return { errors: { [at]: refusalText(lang, error) }, status: error.status };
}
