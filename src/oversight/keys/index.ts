export { accountNames } from './account-names.ts';
export { keyDataPage } from './key-data.page.ts';
export { ownKeysPage } from './keys.page.tsx';
export { keysOf, type PublicKey } from './keys.ts';
export { Status } from './status.view.tsx';
export { UnlockNotice } from './unlock.view.tsx';
