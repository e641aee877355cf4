import { type Unlocked, whenLocked, whenUnlocked } from '../../keys/unlocked.ts';
import type { Contents } from '../../seal/index.ts';
import { type Opened, openCase, openMessage, openNote } from './opened.ts';
import { type CasePlace, casePlace, element } from './page.ts';
import { messageCard } from './shown.ts';
import { sealOnSubmit, written } from './write.ts';

/** The page of a case in a browser with script: opens what is sealed, and seals what is written. */
export function startCase(): void {
  const section = document.querySelector<HTMLElement>('#perkara');
  const shown = document.querySelector<HTMLElement>('#isi-perkara');
  if (!section || !shown) return;
  const place = casePlace(section);
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-step]')) sealOnSubmit(place, form);
  const locked = [...shown.childNodes];
  let next = 0;
  whenUnlocked(place.agency, (open) => {
    void showContents(place, shown, open).then((found) => {
      next = found;
    });
  });
  whenLocked(place.agency, () => {
    shown.replaceChildren(...locked);
    for (const note of document.querySelectorAll<HTMLElement>('[data-note]')) note.replaceChildren();
  });
  startWriting(place, () => next);
}

/** @returns the number of the next message */
async function showContents(place: CasePlace, shown: HTMLElement, open: Unlocked): Promise<number> {
  try {
    const opened = await openCase(place, open);
    // The keys that came with the access are those to which is sealed from now on, not what the page said.
    Object.assign(place, { dialogue: opened.keys.dialogue.publicKey, team: opened.keys.team.publicKey });
    const cards = await Promise.all(opened.contents.messages.map((one) => card(place, opened, open, one)));
    shown.replaceChildren(...(cards.length > 0 ? cards : [element('p', place.say('nothing'))]));
    await showNotes(place, opened);
    return opened.contents.next;
  } catch {
    shown.append(element('p', place.say('unopened'), 'field-error'));
    return 0;
  }
}

async function card(
  place: CasePlace,
  opened: Opened,
  open: Unlocked,
  message: Opened['contents']['messages'][number],
): Promise<HTMLElement> {
  const contents = await openMessage(place, opened, open, message);
  const lang = document.documentElement.lang === 'en' ? 'en-GB' : 'id-ID';
  const day = new Date(`${message.day}T00:00:00Z`).toLocaleDateString(lang, {
    timeZone: 'UTC',
    dateStyle: 'long',
  });
  const made = messageCard(place, message, contents, day);
  if (message.audience === 'identity' && contents) made.append(releaseButton(place, opened, contents));
  return made;
}

/** A custodian hands the team who the reporter is: sealed again to the team, as a step that everybody of it sees. */
function releaseButton(place: CasePlace, { contents }: Opened, identity: Contents): HTMLElement {
  const line = element('p', place.say('releaseHint'));
  const button = element('button', place.say('release'), 'plain');
  const told = element('span', '', 'quiet');
  told.setAttribute('role', 'status');
  button.type = 'button';
  button.addEventListener('click', () => {
    if (identity.format !== 'ikrar/identity/v1') return;
    const text = [identity.name, identity.contact].filter(Boolean).join('\n');
    const words = { audience: 'team', text, files: [], releases: true } as const;
    sending(place, contents.next, { ...words, told: (said) => (told.textContent = said) });
  });
  line.append(element('br'), button, told);
  return line;
}

async function showNotes(place: CasePlace, opened: Opened): Promise<void> {
  for (const note of opened.contents.notes) {
    const at = document.querySelector<HTMLElement>(`[data-note="${note.n}"]`);
    const contents = await openNote(place, opened, note);
    if (at) at.textContent = contents && 'text' in contents ? contents.text : place.say('unopened');
  }
}

function startWriting(place: CasePlace, next: () => number): void {
  const form = document.querySelector<HTMLFormElement>('form[data-write]');
  if (!form) return;
  const only = form.querySelector<HTMLElement>('[data-script-only]');
  if (only) only.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const data = new FormData(form);
    const files = [...(form.querySelector<HTMLInputElement>('input[type=file]')?.files ?? [])];
    const told = form.querySelector<HTMLElement>('[data-told]');
    const say = (text: string) => {
      if (told) told.textContent = text;
    };
    const audience = String(data.get('audience')) as 'dialogue' | 'team' | 'own';
    const text = String(data.get('text') ?? '').trim();
    if (text || files.length > 0)
      sending(place, next(), { audience, text, files, releases: false, told: say });
  });
}

function sending(place: CasePlace, next: number, writing: Parameters<typeof written>[2]): void {
  written(place, next, writing).then(
    () => location.reload(),
    (error: unknown) =>
      writing.told(error instanceof Error && /\s/.test(error.message) ? error.message : place.say('failed')),
  );
}
