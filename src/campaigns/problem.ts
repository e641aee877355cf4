import type { FieldErrors } from '../platform/html/form.view.tsx';
import { type Lang, messageOf, type Params } from '../platform/i18n.ts';
import { Refusal } from '../platform/refusal.ts';

/** What is wrong with one field of a form; `code` is a message key. */
export interface Problem {
  field: string;
  code: string;
  params?: Params;
}

/** For callers without a form (commands, examples): the first problem as a refusal. @throws Refusal */
export function refuseProblems(problems: readonly Problem[]): void {
  const [first] = problems;
  if (first) throw new Refusal(first.code, 422, first.params);
}

/** The first problem of each field, in words. */
export function fieldErrors(lang: Lang, problems: readonly Problem[]): FieldErrors {
  const errors: Record<string, string> = {};
  for (const { field, code, params } of problems) errors[field] ??= messageOf(lang, code, params) ?? code;
  return errors;
}
