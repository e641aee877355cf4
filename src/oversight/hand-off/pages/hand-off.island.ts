import { startBench } from '../hand-off-desk.ts';

for (const box of document.querySelectorAll<HTMLElement>('[data-hand-off]')) startBench(box);
