import type { Account, Ctx, Grant, WideGrant } from '../platform/http/visit.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Role } from './accounts.ts';
import type { Action, OwnAction, WideAction } from './action.ts';
import {
  ACTIONS,
  type ActionName,
  type AnyActionName,
  OWN_ACTIONS,
  type OwnActionName,
  WIDE_ACTIONS,
  type WideActionName,
} from './actions.ts';

/** An account that was checked to hold one of the wanted roles at this institution. */
export interface Staff {
  readonly account: Account;
  readonly agencyId: string;
  readonly grants: readonly Grant[];
  /** null: the whole institution; else only these units and what is below them */
  readonly unitIds: readonly string[] | null;
  has(role: Role): boolean;
}

/** An account that sees figures of the nation, or of some provinces. */
export interface Overseer {
  readonly account: Account;
  /** null: the whole nation; else provinces by their code of Kemendagri */
  readonly regions: readonly string[] | null;
  has(role: WideGrant['role']): boolean;
}

/**
 * The one check in front of every page of an institution.
 * @throws Refusal access.signInFirst (401), access.notYours (403, the same whether or not the thing exists)
 */
export function guard(c: Ctx, name: ActionName): Staff {
  called(c, name);
  return staffFor(c, ACTIONS[name]);
}

/** The same question about another action than the page's own: whether a link or a part of a page is for them. */
export function mayDo(c: Ctx, name: ActionName): Staff | null {
  try {
    return staffFor(c, ACTIONS[name]);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Whether one of these grants lets do it: for menus and links; the page behind them guards itself. */
export function allowed(grants: readonly Grant[], name: ActionName): boolean {
  const { who, whole }: Action = ACTIONS[name];
  return grants.some(({ role, unitId }) => who.includes(role) && (!whole || unitId === null));
}

/** In front of pages of the nation and the provinces. @throws Refusal as guard */
export function guardWide(c: Ctx, name: WideActionName): Overseer {
  called(c, name);
  return overseerFor(c, WIDE_ACTIONS[name]);
}

/** In front of pages of the account itself. @throws Refusal as guard */
export function guardOwn(c: Ctx, name: OwnActionName): Account {
  called(c, name);
  return ownerFor(c, OWN_ACTIONS[name]);
}

/** Attacker: a page that asks about another action than the one in the table, so that what is shown there is not so. */
function called(c: Ctx, name: AnyActionName): void {
  const action = c.get('action');
  if (action !== name)
    throw new Error(`${c.req.method} ${c.req.path} is ${action ?? 'no action'}, not ${name}`);
  c.set('guarded', true);
}

/** @param agencyId of the address; before the page runs its parameters are not known by name */
export function staffFor(c: Ctx, { who, whole }: Action, agencyId = c.req.param('agency') ?? ''): Staff {
  const account = signedIn(c);
  const grants = account.grants.filter((grant) => grant.agencyId === agencyId);
  const wanted = grants.filter((grant) => who.includes(grant.role));
  if (wanted.length === 0) throw new Refusal('access.notYours', 403);
  const all = wanted.some((grant) => grant.unitId === null);
  if (whole && !all) throw new Refusal('access.notYours', 403);
  return {
    account,
    agencyId,
    grants,
    unitIds: all ? null : wanted.map((grant) => grant.unitId as string),
    has: (role) => grants.some((grant) => grant.role === role),
  };
}

export function overseerFor(c: Ctx, { wide, nation }: WideAction): Overseer {
  const account = signedIn(c);
  const wanted = account.wide.filter(({ role }) => wide.includes(role));
  const all = wanted.some(({ regionCode }) => regionCode === null);
  if (wanted.length === 0 || (nation && !all)) throw new Refusal('access.notYours', 403);
  return {
    account,
    regions: all ? null : wanted.map(({ regionCode }) => regionCode as string),
    has: (role) => account.wide.some((grant) => grant.role === role),
  };
}

export function ownerFor(c: Ctx, { own }: OwnAction): Account {
  const account = signedIn(c);
  const holds = ({ role, unitId }: Grant) => own !== 'everyone' && unitId === null && own.includes(role);
  if (own !== 'everyone' && !account.grants.some(holds)) throw new Refusal('access.notYours', 403);
  return account;
}

function signedIn(c: Ctx): Account {
  const { account } = c.get('visit');
  if (!account) throw new Refusal('access.signInFirst', 401);
  return account;
}

/** Who did it, as events and rows name them. */
export function actor(staff: Pick<Staff, 'account'>): string {
  return `account:${staff.account.id}`;
}
