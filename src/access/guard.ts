import type { Account, Ctx, Grant } from '../platform/http/visit.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Role } from './accounts.ts';
import { ACTIONS, type Action, type ActionName } from './actions.ts';

/** An account that was checked to hold one of the wanted roles at this institution. */
export interface Staff {
  readonly account: Account;
  readonly agencyId: string;
  readonly grants: readonly Grant[];
  /** null: the whole institution; else only these units and what is below them */
  readonly unitIds: readonly string[] | null;
  has(role: Role): boolean;
}

/**
 * The one check in front of every page of an institution.
 * @throws Refusal access.signInFirst (401), access.notYours (403, the same whether or not the thing exists)
 */
export function guard(c: Ctx, wanted: ActionName | readonly Role[]): Staff {
  if (typeof wanted !== 'string') return holding(c, wanted);
  const action: Action = ACTIONS[wanted];
  const staff = holding(c, action.who);
  if (action.whole && staff.unitIds !== null) throw new Refusal('access.notYours', 403);
  return staff;
}

function holding(c: Ctx, roles: readonly Role[]): Staff {
  const { account } = c.get('visit');
  if (!account) throw new Refusal('access.signInFirst', 401);
  const agencyId = c.req.param('agency') ?? '';
  const grants = account.grants.filter((grant) => grant.agencyId === agencyId);
  const wanted = grants.filter((grant) => roles.includes(grant.role));
  if (wanted.length === 0) throw new Refusal('access.notYours', 403);
  const whole = wanted.some((grant) => grant.unitId === null);
  return {
    account,
    agencyId,
    grants,
    unitIds: whole ? null : wanted.map((grant) => grant.unitId as string),
    has: (role) => grants.some((grant) => grant.role === role),
  };
}

/** Who did it, as events and rows name them. */
export function actor(staff: Staff): string {
  return `account:${staff.account.id}`;
}
