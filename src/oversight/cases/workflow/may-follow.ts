import type { AgencyKind } from '../../../law/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { ruleOf, type Stage, type Step, type What } from '../stages.ts';
import { checksOf } from './checks.ts';
import { type History, historyOf } from './history.ts';

/** A step that somebody wants to add. */
export interface NextStep {
  readonly what: What;
  readonly onDate: string;
  readonly basis: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
  /** account:ID, reporter, system */
  readonly by: string;
  /** A sealed note comes with it. */
  readonly note: boolean;
  /** A message to the reporter comes with it. */
  readonly message: boolean;
}

/** What the rules must know of the case besides its steps. */
export interface About {
  readonly today: string;
  readonly agency: AgencyKind;
  /** Whether the reporter can be answered. */
  readonly mailbox: boolean;
}

/**
 * The one door through which every step goes.
 * @returns the stage in which the case stands then
 * @throws Refusal cases.* with what is missing
 */
export function mayFollow(steps: readonly Step[], next: NextStep, about: About): Stage {
  const history = historyOf(steps);
  const fault = orderFault(history, next.what) ?? dayFault(history, next, about);
  if (fault) throw refusal(fault, next.what);
  for (const check of checksOf(next.what)) {
    const found = check(history, next, about);
    if (found) throw refusal(found, next.what);
  }
  return ruleOf(next.what).to ?? history.stage;
}

/** Steps that may be next, as far as that does not hang on what is filled in. */
export function possibleNext(steps: readonly Step[], whats: readonly What[]): readonly What[] {
  const history = historyOf(steps);
  return whats.filter((what) => orderFault(history, what) === null);
}

function orderFault(history: History, what: What): string | null {
  const { from, after, once } = ruleOf(what);
  if (from.length === 0) return history.steps.length === 0 ? null : 'cases.stepFirst';
  if (history.steps.length === 0) return 'cases.stepNone';
  if (!from.includes(history.stage)) return 'cases.stepStage';
  if (once && history.has(what)) return 'cases.stepOnce';
  const missing = after?.find((one) => !history.has(one));
  return missing ? `cases.needs.${missing}` : null;
}

/** Days lie not in the future, not before the case came, and not before the step that they follow. */
function dayFault({ steps, last }: History, { what, onDate }: NextStep, { today }: About): string | null {
  if (!isDay(onDate)) return 'cases.dayForm';
  if (onDate > today) return 'cases.dayFuture';
  const [first] = steps;
  if (first && onDate < first.onDate) return 'cases.dayBeforeCase';
  const before = (ruleOf(what).after ?? []).map((one) => last(one)?.onDate ?? '');
  return before.some((day) => onDate < day) ? 'cases.dayOrder' : null;
}

export function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function refusal(code: string, what: What): Refusal {
  return new Refusal(code, 422, { what });
}
