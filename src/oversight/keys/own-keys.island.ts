import { startOwnKeys } from './browser/own-keys.ts';
import { startNotice } from './browser/unlock-notice.ts';

for (const section of document.querySelectorAll<HTMLElement>('[data-unlock]')) void startNotice(section);
for (const root of document.querySelectorAll<HTMLElement>('[data-keys]')) void startOwnKeys(root);
