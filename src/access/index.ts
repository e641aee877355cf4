export {
  addAccount,
  addGrant,
  claim,
  exampleAccounts,
  isClaimed,
  type NewAccount,
  type NewGrant,
  type Role,
} from './accounts.ts';
export { actor, guard, type Staff } from './guard.ts';
export { t as accessText } from './messages.ts';
export { enter, leave, recogniseVisitors, signInPages } from './pages/sign-in.page.tsx';
export { showWork } from './shell.tsx';
export { startSession } from './sign-in.ts';
