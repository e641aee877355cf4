export { chainOf, listOrNull, recipientsAt } from './chain.ts';
export { changeRecipients } from './change.ts';
export { recipientsPage } from './recipients.page.tsx';
