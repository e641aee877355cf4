import { startNotice } from './browser/unlock-notice.ts';

for (const section of document.querySelectorAll<HTMLElement>('[data-unlock]')) void startNotice(section);
