import type { urls } from '../urls.ts';
import type { Role } from './accounts.ts';

/** One thing that staff of an institution may do: its addresses, who may, and what else it takes. */
export interface Action {
  /** Method and name in urls.ts; every address below /kerja/:agency stands in exactly one action. */
  readonly at: readonly (readonly ['GET' | 'POST', keyof typeof urls])[];
  readonly who: readonly Role[];
  /** Only by a grant for the whole institution. */
  readonly whole?: true;
  /** Only within minutes of having proved again who one is. */
  readonly fresh?: true;
}

/** Every action of staff: the guard reads it, the matrix page shows it, a test tries each cell over HTTP. */
export const ACTIONS = {
  'reminders.view': { at: [['GET', 'reminders']], who: ['officer', 'leader', 'operator', 'auditor'] },
  'reminders.set': { at: [['POST', 'reminders']], who: ['officer'], whole: true },
} as const satisfies Readonly<Record<string, Action>>;
export type ActionName = keyof typeof ACTIONS;
