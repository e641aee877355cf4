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
export { ACTIONS, type Action, type ActionName } from './actions.ts';
export { resetPassword } from './change-password.ts';
export { firstPassword } from './first-password.ts';
export { actor, guard, type Staff } from './guard.ts';
export { t as accessText } from './messages.ts';
export { enter, leave, recogniseVisitors, signInPages } from './pages/sign-in.page.tsx';
export { addRole, type Ending, endRole, type HeldRole, rolesAt, rolesOf } from './roles.ts';
export { showWork } from './shell.tsx';
export { startSession } from './sign-in.ts';
