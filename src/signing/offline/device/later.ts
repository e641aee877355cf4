import { canKeep, forgetPages, keepPages } from '../../../platform/offline/keep.ts';
import { isOwnName } from '../../typed-name.ts';
import { button, h, wordsOf } from './dom.ts';
import { dropForm, type KeptForm, keepForm, keptForm, openKept, sendingOf } from './later-form.ts';

/** What the signing page says about itself, for a person's own phone. */
export interface LaterGiven {
  agency: string;
  campaign: string;
  name: string;
  /** The page is kept until then, and a day at most. */
  until: string;
  words: Record<string, string>;
}

export interface Later {
  /** @returns why it could not be saved; empty where it is, and the page says so */
  save(): Promise<string>;
}

const DAY = 86_400_000;
/** A phone in a yard goes on believing that it is online: it finds the network again by asking. */
const [SOONEST, LATEST] = [3000, 20_000];

/** Keeps the page for its own person; a form that was saved here before is sent at once. */
export async function startLater(
  form: HTMLFormElement,
  script: string,
  given: LaterGiven,
): Promise<Later | null> {
  if (!canKeep()) return null;
  const path = location.pathname;
  const w = wordsOf(given.words);
  const kept = await keptForm(path);
  if (kept) waitAndSend(kept);
  else {
    const until = Math.min(new Date(given.until).getTime(), Date.now() + DAY);
    void keepPages([path, script], new Date(until)).catch(() => false);
  }

  async function save(): Promise<string> {
    if (form.querySelector('[name=point]:not(:checked)')) return w('device.pointsUnread');
    const typed = String(new FormData(form).get('typedName'));
    if (!isOwnName(typed.replace(/\s+/g, ' ').trim(), given.name))
      return w('device.nameDiffers', { name: given.name });
    try {
      waitAndSend(await keepForm(path, form, given));
      return '';
    } catch {
      return w('device.laterNotSaved');
    }
  }

  function waitAndSend(waiting: KeptForm): void {
    const said = h(
      'div',
      { class: 'notice warn', role: 'status', tabindex: '-1' },
      h('p', {}, w('device.laterSaved')),
    );
    form.replaceWith(said);
    // Who has signed here is not asked to sign again.
    document.querySelector('[data-other-ways]')?.remove();
    said.focus();
    let pause = SOONEST;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let busy = false;
    const send = async () => {
      if (busy) return;
      busy = true;
      clearTimeout(timer);
      const why = await sendKept(waiting);
      busy = false;
      if (why !== null) return refuse(said, why);
      timer = setTimeout(send, pause);
      pause = Math.min(pause * 2, LATEST);
    };
    addEventListener('online', () => void send());
    document.addEventListener('visibilitychange', () => void send());
    void send();
  }

  function refuse(said: HTMLElement, why: string): void {
    const again = async () => {
      await dropForm(path);
      location.reload();
    };
    said.className = 'notice bad';
    said.replaceChildren(
      h('p', {}, w('device.laterRefused', { said: why })),
      button(w('device.laterAgain'), again),
    );
  }

  return { save };
}

/** The receipt is shown: what this phone still keeps of the form is of no use. */
export async function overLater(path: string): Promise<void> {
  await dropForm(path);
  await forgetPages([path]);
}

/** @returns what the server says against it; null where it could not be asked, or is done and the page is leaving */
async function sendKept(waiting: KeptForm): Promise<string | null> {
  try {
    const response = await fetch(waiting.path, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: sendingOf(await openKept(waiting), new Date()),
      signal: AbortSignal.timeout?.(20_000) ?? null,
    });
    const answer = await response.json();
    if (response.status >= 500 || response.status === 429) return null;
    if (!response.ok) return String(answer.message);
    if (!answer.receipt) return null;
    await dropForm(waiting.path);
    location.replace(answer.again ? `${waiting.path}?sudah=1` : waiting.path);
  } catch {
    // No network: tried again.
  }
  return null;
}
