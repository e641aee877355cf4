import { downloaded } from '../../cases/browser/files.ts';
import { openCase, openMessage } from '../../cases/browser/opened.ts';
import { whenLocked, whenUnlocked } from '../../keys/unlocked.ts';
import type { FileNote } from '../../seal/index.ts';
import type { Desk } from '../pages/paper.view.tsx';
import { placeOf } from './desk.ts';

/** Buttons by which what was stored is fetched, opened here, and kept. */
export function startVersions(list: HTMLElement): void {
  const desk = JSON.parse(list.dataset.papers ?? '') as Desk;
  const place = placeOf(desk);
  const spots = [...list.querySelectorAll<HTMLElement>('[data-paper-pdf]')];
  whenUnlocked(desk.agencyId, async (open) => {
    const opened = await openCase(place, open);
    const notes = new Map<string, FileNote>();
    for (const message of opened.contents.messages.filter(({ audience }) => audience === 'team')) {
      const words = await openMessage(place, opened, open, message);
      if (words && 'files' in words) for (const note of words.files) notes.set(note.id, note);
    }
    for (const spot of spots) {
      const [pdf, docx] = [spot.dataset.paperPdf ?? '', spot.dataset.paperDocx ?? ''];
      spot.replaceChildren();
      for (const [id, label] of [
        [pdf, 'PDF'],
        [docx, 'DOCX'],
      ] as const) {
        const note = notes.get(id);
        if (!note) continue;
        const told = document.createElement('span');
        told.setAttribute('role', 'status');
        const text = `${desk.words.download} ${label}`;
        const button = Object.assign(document.createElement('button'), {
          ...{ type: 'button', className: 'plain', textContent: text },
        });
        button.addEventListener('click', () => void downloaded(place, note, told));
        spot.append(' ', button, told);
      }
    }
  });
  whenLocked(desk.agencyId, () => {
    for (const spot of spots) spot.replaceChildren();
  });
}
