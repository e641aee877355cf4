import { readExif } from '../../platform/pictures/exif.ts';

/**
 * Photos are made smaller on the telephone, which also leaves everything but the picture behind, and sent one by one;
 * what could not be sent waits on the page for a network. Without this the form sends the files as they are.
 */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-photos]')) sendOneByOne(form);

/** Longest side and quality, until the picture is small enough for the minutes. */
const TRIES = [
  [1600, 0.8],
  [1600, 0.65],
  [1280, 0.65],
  [1024, 0.6],
] as const;
const RETRY_MS = 15_000;

interface Item {
  file: File;
  state: 'waiting' | 'sent' | 'refused';
  /** The picture as it will be sent; made once. */
  ready?: Blob;
  takenAt: string;
  /** Why place and camera data are kept; null: they are not. */
  kept: string | null;
  note: HTMLElement;
}

function sendOneByOne(form: HTMLFormElement): void {
  const words = form.dataset as Record<string, string>;
  const input = form.querySelector('input[type=file]') as HTMLInputElement;
  const button = form.querySelector('button[type=submit]') as HTMLButtonElement;
  const keep = form.querySelector('input[name=keep]') as HTMLInputElement;
  const reason = form.querySelector('input[name=keptReason]') as HTMLInputElement;
  const list = add(form, 'ul', 'sending');
  const status = add(form, 'p', 'hint');
  status.setAttribute('role', 'status');
  const again = Object.assign(document.createElement('button'), { type: 'button', className: 'second' });
  again.textContent = words.again ?? '';
  const show = Object.assign(document.createElement('a'), { href: form.action, className: 'button' });
  show.textContent = words.show ?? '';
  const items: Item[] = [];
  let busy = false;

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = [...(input.files ?? [])];
    const problem =
      chosen.length === 0 ? words.missing : keep.checked && !reason.value.trim() && words.reason;
    if (problem) {
      status.textContent = problem;
      return;
    }
    for (const file of chosen) {
      const line = add(list, 'li');
      add(line, 'span').textContent = `${file.name}: `;
      const note = add(line, 'span');
      note.textContent = words.waiting ?? '';
      items.push({ file, state: 'waiting', takenAt: '', kept: keep.checked ? reason.value : null, note });
    }
    input.value = '';
    void work();
  });
  again.addEventListener('click', () => void work());
  addEventListener('online', () => void work());
  addEventListener('beforeunload', (event) => {
    if (items.some(({ state }) => state === 'waiting')) event.preventDefault();
  });

  async function work(): Promise<void> {
    if (busy) return;
    busy = button.disabled = true;
    again.remove();
    let trouble = '';
    for (const item of items.filter(({ state }) => state === 'waiting')) {
      trouble = await sendItem(item);
      if (trouble) break;
    }
    busy = button.disabled = false;
    tell(trouble);
    if (trouble) setTimeout(() => void work(), RETRY_MS);
  }

  /** What keeps the rest from being sent now; '' when the next one may follow. */
  async function sendItem(item: Item): Promise<string> {
    const { note, kept } = item;
    if (kept === null && !item.ready) {
      note.textContent = words.shrinking ?? '';
      item.takenAt = await takenAt(item.file);
      const made = await smaller(item.file, Number(words.most));
      if (!made) return refuse(item, words.cannot ?? '');
      item.ready = made;
    }
    note.textContent = words.sending ?? '';
    const body = new FormData();
    body.set('act', 'add');
    body.set('photo', item.ready ?? item.file, 'foto.jpg');
    body.set('taken', item.takenAt);
    if (kept !== null) body.set('keep', '1');
    if (kept !== null) body.set('keptReason', kept);
    const answer = await fetch(form.action, {
      method: 'POST',
      body,
      headers: { accept: 'application/json' },
    }).catch(() => null);
    if (answer?.ok) {
      item.state = 'sent';
      note.textContent = words.sent ?? '';
      tell('');
      return '';
    }
    note.textContent = words.waiting ?? '';
    if (!answer) return left(words.offline ?? '');
    if (answer.status === 401) return words.signin ?? '';
    if (answer.status === 429 || answer.status >= 500) return words.failed ?? '';
    const said = (await answer.json().catch(() => null)) as { message?: string } | null;
    return refuse(item, said?.message ?? words.failed ?? '');
  }

  function refuse(item: Item, why: string): '' {
    item.state = 'refused';
    item.note.textContent = why;
    item.note.className = 'field-error';
    return '';
  }

  function left(text: string): string {
    return text.replace('{left}', String(items.filter(({ state }) => state === 'waiting').length));
  }

  function tell(trouble: string): void {
    const sent = items.filter(({ state }) => state === 'sent').length;
    const progress = (words.photos ?? '')
      .replace('{sent}', String(sent))
      .replace('{all}', String(items.length));
    status.textContent = trouble || progress;
    if (trouble) form.append(again);
    if (items.some(({ state }) => state === 'waiting')) return;
    if (items.every(({ state }) => state === 'sent')) location.replace(form.action);
    else form.append(show);
  }
}

/** Upright, as JPEG on white, of at most so many bytes where one of the tries gets there; null where it cannot be opened. */
async function smaller(file: File, most: number): Promise<Blob | null> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    let made: Blob | null = null;
    for (const [side, quality] of TRIES) {
      made = await drawn(picture, side, quality);
      if (!made || made.size <= most) break;
    }
    picture.close();
    return made;
  } catch {
    return null;
  }
}

function drawn(picture: ImageBitmap, side: number, quality: number): Promise<Blob | null> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}

/** The camera's clock, read before the canvas leaves it behind; of a JPEG, whose segments stand first. */
async function takenAt(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, 256 * 1024).arrayBuffer());
  for (let at = 2; bytes[at] === 0xff && at + 4 < bytes.length; ) {
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const said = bytes[at + 1] === 0xe1 ? readExif(bytes.subarray(at + 4, at + 2 + length)) : null;
    if (said?.takenAt) return said.takenAt;
    if (bytes[at + 1] === 0xda || length < 2) break;
    at += 2 + length;
  }
  return '';
}

function add(parent: HTMLElement, tag: string, name = ''): HTMLElement {
  const element = document.createElement(tag);
  if (name) element.className = name;
  parent.append(element);
  return element;
}
