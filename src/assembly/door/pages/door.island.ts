import { type Camera, openCamera } from '../../../platform/camera/camera.ts';
import { codesIn } from '../../../platform/camera/picture.ts';

/** Scanning at the door: the camera stays open from one person to the next. The form works without. */
const form = document.querySelector<HTMLFormElement>('form[data-door]');
if (form) addScanner(form);

/** The same code held before the camera is one scan. */
const HOLD_MS = 4000;

interface Said {
  again: boolean;
  /** In the order of the page. */
  counts: string[];
  tone: string;
  name: string;
  lines: string[];
  said: string;
}

function addScanner(door: HTMLFormElement): void {
  const words = door.dataset as Record<string, string>;
  const box = make('div', 'door-scan');
  const start = make('button', 'big second', words.door);
  start.type = 'button';
  const video = make('video', '');
  video.playsInline = video.muted = true;
  video.hidden = true;
  const result = make('div', 'door-result');
  result.setAttribute('role', 'status');
  box.append(start, video, result);
  door.before(box);
  let camera: Camera | null = null;
  let last = { text: '', at: 0 };
  let busy = false;

  const say = (tone: string, name: string, lines: readonly string[]) => {
    const card = make('div', `door-person ${tone}`);
    card.append(make('p', 'door-name', name), ...lines.filter(Boolean).map((line) => make('p', '', line)));
    result.replaceChildren(card);
  };
  const warn = (text: string) => {
    const note = make('div', 'notice warn');
    note.append(make('p', '', text));
    result.replaceChildren(note);
  };
  const send = async (text: string) => {
    if (busy || (text === last.text && Date.now() - last.at < HOLD_MS)) return;
    [busy, last] = [true, { text, at: Date.now() }];
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(door)) if (typeof value === 'string') fields.append(name, value);
    fields.set('teks', text);
    fields.delete('orang');
    try {
      const headers = { Accept: 'application/json' };
      const answer = await fetch(door.action, { method: 'POST', body: fields, headers });
      const said = (await answer.json()) as Said & { message?: string };
      if (answer.ok) say(said.tone, said.name, [...said.lines, said.said]);
      else warn(said.message ?? words.away ?? '');
      navigator.vibrate?.(answer.ok ? 60 : [60, 60, 60]);
      if (answer.ok) note(said);
    } catch {
      warn(words.away ?? '');
      last.text = '';
    }
    [busy, last.at] = [false, Date.now()];
  };

  const close = () => {
    camera?.stop();
    camera = null;
    video.hidden = true;
    start.textContent = words.door ?? '';
  };
  start.addEventListener('click', async () => {
    if (camera) return close();
    video.hidden = false;
    start.textContent = words.stop ?? '';
    camera = await openCamera(
      video,
      (text) => void send(text),
      (why) => {
        close();
        warn((why === 'refused' ? words.refused : words.none) ?? '');
        addPicture(box, words, send, warn);
      },
    );
  });
}

/** Where no camera can be opened: a picture taken with the phone's own. */
function addPicture(
  box: HTMLElement,
  words: Record<string, string>,
  send: (text: string) => Promise<void>,
  warn: (text: string) => void,
): void {
  if (box.querySelector('input')) return;
  const label = make('label', '', words.photo);
  const input = make('input', '');
  Object.assign(input, { type: 'file', accept: 'image/*', capture: 'environment' });
  label.append(input);
  box.append(label);
  input.addEventListener('change', async () => {
    const [file] = input.files ?? [];
    const [code] = file ? await codesIn(file) : [];
    input.value = '';
    if (code) await send(code);
    else warn(words.blank ?? '');
  });
}

/** On top of the list below, and the counts above it, as the page shows them when it is loaded again. */
function note({ name, said, again, counts }: Said): void {
  document.querySelectorAll('#door-counts dd').forEach((value, i) => {
    value.textContent = counts[i] ?? '';
  });
  if (again) return;
  document.querySelector('#door-none')?.remove();
  const list = document.querySelector('#door-last');
  const row = make('li', '');
  row.append(make('span', '', name), make('span', '', said));
  list?.prepend(row);
  while (list && list.children.length > 10) list.lastElementChild?.remove();
}

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}
