import { startDesk } from '../browser/desk.ts';
import { startVersions } from '../browser/versions.ts';

for (const box of document.querySelectorAll<HTMLElement>('[data-paper]')) startDesk(box);
for (const list of document.querySelectorAll<HTMLElement>('[data-papers]')) startVersions(list);
