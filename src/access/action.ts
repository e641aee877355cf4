import type { WideGrant } from '../platform/http/visit.ts';
import type { urls } from '../urls.ts';
import type { Role } from './accounts.ts';

/** Method and name in urls.ts; every address of the product stands in exactly one action. */
export type Address = readonly ['GET' | 'POST', keyof typeof urls];

interface Anything {
  readonly at: readonly Address[];
  /** Only within minutes of having proved again who one is. */
  readonly fresh?: true;
}

/** One thing that staff may do at the institution in its address: who may, by a grant there. */
export interface Action extends Anything {
  readonly who: readonly Role[];
  /** Only by a grant for the whole institution. */
  readonly whole?: true;
}

/** For whoever works for the nation or a province. A grant for a province reaches what lies in it. */
export interface WideAction extends Anything {
  readonly wide: readonly WideGrant['role'][];
  /** Only by a grant for the whole nation. */
  readonly nation?: true;
}

/** What concerns an account itself, or the whole installation. */
export interface OwnAction extends Anything {
  /** Every account, or one that holds such a role for a whole institution, whichever it is. */
  readonly own: 'everyone' | readonly Role[];
}

/** Without an account: for everybody, or for whoever holds the code, cookie or secret address. */
export interface OpenAction {
  readonly at: readonly Address[];
  readonly open: 'everyone' | 'code';
}

export type AnyAction = Action | WideAction | OwnAction | OpenAction;
