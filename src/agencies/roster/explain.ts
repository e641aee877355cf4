import type id from './messages.id.ts';
import type { Problem } from './types.ts';

export type RosterMessageKey = keyof typeof id;
export type RosterMessages = Readonly<Record<RosterMessageKey, string>>;

/** The message key of a problem's code. */
export function messageKey(problem: Pick<Problem, 'code'>): RosterMessageKey {
  return `agencies.roster.${problem.code}`;
}

/** A problem as a sentence that says what to do. The names of fields and categories are put in the reader's words. */
export function explain(problem: Pick<Problem, 'code' | 'params'>, messages: RosterMessages): string {
  return messages[messageKey(problem)].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(problem.params, name) ? problem.params[name] : undefined;
    if (value === undefined) return whole;
    const label = messages[`agencies.roster.${name}.${value}` as RosterMessageKey];
    return (name === 'field' || name === 'category') && label ? label : String(value);
  });
}
