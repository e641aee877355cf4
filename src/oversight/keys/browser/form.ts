import { SealError, type Slow } from '../../seal/index.ts';
import { slowBeside } from './slow.ts';

export type Texts = Readonly<Record<string, string>>;

/** What the page says in its language, from the element's `data-texts`. */
export function textsOf(element: HTMLElement): Texts {
  return JSON.parse(element.dataset.texts ?? '{}') as Texts;
}

export function part<E extends HTMLElement>(root: ParentNode, selector: string): E | null {
  return root.querySelector<E>(selector);
}

export function typedIn(form: HTMLFormElement, name: string): string {
  return (form.elements.namedItem(name) as HTMLInputElement | null)?.value ?? '';
}

/** What went wrong in words that are shown as they are. */
export class Told extends Error {}

/**
 * Runs the form's work in the page: its buttons rest meanwhile, its status line says how far the slow hash is, and what
 * went wrong.
 */
export function working(
  form: HTMLElement,
  texts: Texts,
  work: (slow: Slow) => Promise<void>,
): () => Promise<void> {
  const note = part(form, '[role=status] > p');
  const say = (text: string, wrong = false) => {
    if (!note) return;
    note.textContent = text;
    note.className = wrong ? 'field-error' : 'hint';
  };
  return async () => {
    const buttons = [...form.querySelectorAll('button')];
    if (buttons.some(({ disabled }) => disabled)) return;
    for (const button of buttons) button.disabled = true;
    const percent = (done: number) =>
      say((texts.working ?? '').replace('{percent}', String(Math.round(done * 100))));
    try {
      percent(0);
      await work(slowBeside(percent));
      say('');
    } catch (error) {
      say(wordsFor(error, texts), true);
    }
    for (const button of buttons) button.disabled = false;
  };
}

export function onSubmit(
  form: HTMLFormElement | null,
  texts: Texts,
  work: (slow: Slow) => Promise<void>,
): void {
  if (!form) return;
  const run = working(form, texts, work);
  // One work at a time for a form: the words that are shown now are those that are asked back.
  form.onsubmit = (event) => {
    event.preventDefault();
    void run();
  };
}

export function onClick(button: HTMLElement | null, texts: Texts, work: (slow: Slow) => Promise<void>): void {
  const around = button?.closest<HTMLElement>('form, [data-part]');
  if (!button || !around) return;
  button.addEventListener('click', working(around, texts, work));
}

function wordsFor(error: unknown, texts: Texts): string {
  if (error instanceof Told) return error.message;
  if (error instanceof SealError) return texts.notOpened ?? error.code;
  if (error instanceof DOMException) return texts.passkeyFailed ?? error.name;
  const said = error instanceof Error ? error.message : '';
  return /\s/.test(said) ? said : (texts.failed ?? '').replace('{code}', said);
}
