import { type FileNote, type MessageText, sealTo, toText, utf8 } from '../../seal/index.ts';
import { uploaded } from './files.ts';
import type { CasePlace } from './page.ts';

type Audience = 'dialogue' | 'team' | 'own';

/** Words sealed to who may read them, as the server takes them. */
export async function sealedWords(
  place: CasePlace,
  to: { purpose: Audience | 'note'; publicKey: Uint8Array; to: string },
  text: string,
  files: FileNote[] = [],
): Promise<string> {
  const words: MessageText = { format: 'ikrar/message/v1', text, files };
  const { publicKey, ...rest } = to;
  const bound = { agency: place.agency, case: place.case, from: place.from, ...rest };
  return toText(await sealTo(publicKey, utf8(JSON.stringify(words)), bound));
}

export interface Writing {
  audience: Audience;
  text: string;
  files: readonly File[];
  /** A custodian tells the team who the reporter is. */
  releases: boolean;
  told(text: string): void;
}

/** Writes one message; where somebody wrote meanwhile it takes the next number. @throws Error with the server's words */
export async function written(place: CasePlace, next: number, writing: Writing): Promise<void> {
  const { audience, text, told, releases } = writing;
  const notes: FileNote[] = [];
  for (const file of writing.files)
    notes.push(
      await uploaded(place, file, (done, all) => told(`${place.say('sending')} ${done + 1}/${all}`)),
    );
  told(place.say('sending'));
  const keyId = audience === 'own' ? ([...place.own.keys()][0] as string) : null;
  const publicKey = keyId ? (place.own.get(keyId) as Uint8Array) : place[audience as 'dialogue' | 'team'];
  const to = { purpose: audience, publicKey, to: keyId ? `key:${keyId}` : audience };
  const sealed = await sealedWords(place, to, text, notes);
  const body = { audience, keyId, sealed, files: notes.map(({ id }) => id), releases };
  for (let n = next; n < next + 20; n++) {
    const answer = await fetch(place.content, {
      method: 'POST',
      body: JSON.stringify({ n, ...body }),
      headers: { 'content-type': 'application/json', accept: 'application/json' },
    });
    if (answer.ok) return;
    const said = (await answer.json().catch(() => null)) as { message?: string } | null;
    if (answer.status !== 409) throw new Error(said?.message ?? place.say('failed'));
  }
  throw new Error(place.say('meanwhile'));
}

/** Before a form of a step leaves, what was typed for people is sealed, and the plain words stay here. */
export function sealOnSubmit(place: CasePlace, form: HTMLFormElement): void {
  let done = false;
  form.addEventListener('submit', (event) => {
    if (done) return;
    event.preventDefault();
    const { submitter } = event;
    void sealFields(place, form).then(() => {
      done = true;
      // Sealing takes no turn of its own, and a form that is still telling of its submission takes no other.
      setTimeout(() => form.requestSubmit(submitter as HTMLButtonElement | null));
    });
  });
  // Coming back by the browser's own button: the fields are as they were, so they are sealed again.
  addEventListener('pageshow', () => {
    done = false;
  });
}

async function sealFields(place: CasePlace, form: HTMLFormElement): Promise<void> {
  for (const area of form.querySelectorAll('textarea')) {
    // Without its name the plain field stays behind; coming back to the page it is sealed anew.
    const name = area.dataset.name ?? area.name;
    area.dataset.name = name;
    area.removeAttribute('name');
    form.querySelector(`input[name="${name}Sealed"]`)?.remove();
    const text = area.value.trim();
    if (text === '') continue;
    const note = name.endsWith('-note');
    const to = note
      ? ({ purpose: 'note', publicKey: place.team, to: 'team' } as const)
      : ({ purpose: 'dialogue', publicKey: place.dialogue, to: 'dialogue' } as const);
    const hidden = document.createElement('input');
    Object.assign(hidden, {
      type: 'hidden',
      name: `${name}Sealed`,
      value: await sealedWords(place, to, text),
    });
    form.append(hidden);
  }
}
