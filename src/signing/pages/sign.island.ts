/** Drawing a signature, and keeping the form when the network is gone. The form works without either. */
import { drawingPad } from '../offline/device/drawing.ts';
import type { Later, overLater, startLater } from '../offline/device/later.ts';

for (const box of document.querySelectorAll<HTMLElement>('[data-draw]')) addCanvas(box);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sign]')) guardForm(form);
for (const done of document.querySelectorAll<HTMLElement>('[data-later-over]')) forget(done).catch(() => {});

function addCanvas(box: HTMLElement): void {
  const field = box.querySelector('input') as HTMLInputElement;
  const { label = '', hint = '', draw = '' } = box.dataset;
  const text = (className: string, textContent: string) =>
    Object.assign(document.createElement('p'), { className, textContent });
  const clear = Object.assign(document.createElement('button'), { type: 'button', className: 'plain' });
  const pad = drawingPad(label, (strokes) => {
    field.value = strokes;
  });
  clear.textContent = draw;
  clear.addEventListener('click', pad.clear);
  box.append(text('label', label), text('hint', hint), pad.canvas, clear);
}

function guardForm(form: HTMLFormElement): void {
  const button = form.querySelector('button[type=submit]') as HTMLButtonElement;
  const note = Object.assign(document.createElement('p'), { className: 'field-error' });
  note.setAttribute('role', 'alert');
  button.before(note);
  let later: Promise<Later | null> = Promise.resolve(null);
  // After the page itself: what keeps it for a yard without network is not needed to read it.
  const load = () => {
    later = loadLater(form);
  };
  if (document.readyState === 'complete') load();
  else addEventListener('load', load);
  // Back from the answer, with the page as it was left.
  addEventListener('pageshow', () => {
    button.disabled = false;
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (button.disabled) return;
    button.disabled = true;
    note.textContent = '';
    try {
      // Asked first, so that the form itself is sent once: a wrong code sent twice would count as two tries.
      const there = await fetch('/health', {
        cache: 'no-store',
        signal: AbortSignal.timeout?.(8000) ?? null,
      });
      if (!there.ok) throw new Error('not now');
      form.submit();
    } catch {
      const kept = await later;
      note.textContent = kept ? await kept.save() : (form.dataset.sign ?? '');
      button.disabled = false;
    }
  });
}

async function loadLater(form: HTMLFormElement): Promise<Later | null> {
  const { later, laterScript } = form.dataset;
  if (!later || !laterScript || !globalThis.isSecureContext) return null;
  try {
    const part = (await import(laterScript)) as { startLater: typeof startLater };
    return await part.startLater(form, laterScript, JSON.parse(later));
  } catch {
    return null;
  }
}

/** Where this phone had kept the page for a yard without network, the receipt ends that. */
async function forget({ dataset }: HTMLElement): Promise<void> {
  const { laterOver = '' } = dataset;
  if (!globalThis.isSecureContext || !(await caches.has('ikrar-luring'))) return;
  const part = (await import(laterOver)) as { overLater: typeof overLater };
  await part.overLater(location.pathname);
}
