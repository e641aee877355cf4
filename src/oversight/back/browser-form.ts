/** What the page says, by key; placeholders are filled in here. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

export function element(tag: string, text = '', className = ''): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

/** One thing at a time; what went wrong is told above the form, and what was typed stays. */
export function onSubmit(
  form: HTMLFormElement,
  { state, errors }: { state: HTMLElement; errors: HTMLElement },
  say: Say,
  work: (tell: (text: string) => Promise<unknown>) => Promise<string | null>,
): void {
  let busy = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    errors.replaceChildren();
    try {
      const wrong = await work((text) => {
        state.textContent = text;
        return painted();
      });
      if (wrong) complain(errors, wrong);
    } catch {
      complain(errors, say('failed'));
    } finally {
      busy = false;
      state.textContent = '';
    }
  });
}

/** As the server's own error summary. */
export function complain(place: HTMLElement, text: string): void {
  const box = Object.assign(element('div', '', 'errors'), { tabIndex: -1 });
  box.setAttribute('role', 'alert');
  box.append(element('p', text));
  place.replaceChildren(box);
  box.focus();
}

function painted(): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, 30));
}
