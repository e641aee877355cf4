export {
  addAccount,
  addGrant,
  claim,
  exampleAccounts,
  isClaimed,
  type NewAccount,
  type NewGrant,
  ROLES,
  type Role,
  USERNAME,
} from './accounts.ts';
export type { Action, AnyAction } from './action.ts';
export { ACTIONS, type ActionName, ALL_ACTIONS, type AnyActionName, actionAt } from './actions.ts';
export {
  APPROVAL_KINDS,
  type Approval,
  askApproval,
  decideApproval,
  useApproval,
} from './approvals.ts';
export { resetPassword, worksOnlyHere } from './change-password.ts';
export { firstPassword } from './first-password.ts';
export { requireFresh } from './fresh.ts';
export { t as grantText } from './grants/messages.ts';
export { stewardCommands } from './grants/steward-command.ts';
export { actor, allowed, guard, guardOwn, guardWide, mayDo, type Overseer, type Staff } from './guard.ts';
export { sameHand, sameHuman, type Tie, tieAccount, tiesAt } from './humans.ts';
export { type Column, cellOf } from './matrix.ts';
export { t as accessText } from './messages.ts';
export { grantPages } from './pages/grant-pages.ts';
export { enter, leave, recogniseVisitors, signInPages } from './pages/sign-in.page.tsx';
export { addRole, type Ending, endRole, type HeldRole, rolesAt, rolesOf } from './roles.ts';
export { startSession } from './sessions/sessions.ts';
export { showWork } from './shell.tsx';
export { A_MINUTE, callers, makeToken, SCOPES, TOKEN_CODES, tokensPage, tokenText } from './tokens/index.ts';
export { t as wayText } from './ways/messages.ts';
