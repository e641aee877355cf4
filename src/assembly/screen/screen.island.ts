import { keepPages } from '../../platform/offline/keep.ts';

/**
 * The screen moves without asking for another page: by keyboard, the remote of a presenter, touch, or the clicker of
 * which the server tells. Once open it needs no network; what the server cannot be told is told when it is there again.
 */
const main = document.querySelector('main') as HTMLElement;
const cards = [...main.querySelectorAll<HTMLElement>('[data-card]')];
const find = (query: string) => document.querySelector(query) as HTMLElement;
const say = find('[data-say]');
const position = find('[data-position]');
const path = location.pathname;
const { live = '', until = '', text = '' } = main.dataset;
const HIDDEN_FOR_NOW = 'blank';
/** Longer than the pause between two things that the server tells: then we ask. */
const SILENCE = 12_000;
const SAY_AGAIN = 30_000;

let at = cards.findIndex((card) => !card.hidden);
let seq = Number(main.dataset.seq);
/** Moved here while the server could not be told. */
let untold = false;
let telling = false;
let heard = Date.now();
let said = { text: say.textContent, at: 0 };
let stream: EventSource;

function show(n: number): void {
  const to = Math.min(Math.max(n, 0), cards.length - 1);
  if (to === at) return;
  document.body.classList.remove(HIDDEN_FOR_NOW);
  cards.forEach((card, i) => {
    card.hidden = i !== to;
  });
  at = to;
  position.textContent = (position.dataset.position ?? '').replace('#', String(at + 1));
  announce(`${position.textContent}. ${cards[at]?.querySelector('h2')?.textContent ?? ''}`);
  scrollTo(0, 0);
  remember();
}

/** A card that this page does not have, of a plan saved since, leaves it where it is. */
function showCard(id: string): void {
  const n = cards.findIndex(({ dataset }) => dataset.card === id);
  if (n >= 0) show(n);
}

/** Somebody here moved the screen. */
function go(n: number): void {
  const before = at;
  document.body.classList.remove(HIDDEN_FOR_NOW);
  show(n);
  if (at === before) return;
  untold = true;
  void tellServer();
}

/** One at a time: of two that had seen the same move, the server takes one. */
async function tellServer(): Promise<void> {
  if (telling) return;
  telling = true;
  try {
    while (untold) {
      const told = at;
      const now = await post(cards[told]?.dataset.card ?? '');
      seq = Math.max(seq, now.seq);
      // Else somebody here has moved on meanwhile.
      if (at !== told) continue;
      untold = false;
      showCard(now.step);
    }
  } catch {
    // Told with the next thing that is heard.
  }
  telling = false;
  remember();
}

async function post(step: string): Promise<{ seq: number; step: string }> {
  const body = new URLSearchParams({ seq: String(seq), step });
  const headers = { accept: 'application/json' };
  const answer = await fetch(path, { method: 'POST', body, headers, signal: AbortSignal.timeout(SILENCE) });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function hear(told: {
  seq: number;
  step: string;
  text: string;
  figures: string;
  say: string;
  pass: string;
}): void {
  heard = Date.now();
  document.body.classList.remove('lost-network');
  if (told.text !== text) reload();
  const figures = find('[data-figures]');
  if (figures) figures.innerHTML = told.figures;
  const door = find('[data-door]');
  if (door) door.dataset.pass = told.pass;
  if (cards[at]?.dataset.card === 'counts' && told.say !== said.text && heard - said.at > SAY_AGAIN) {
    said = { text: told.say, at: heard };
    announce(told.say);
  }
  if (untold) void tellServer();
  else if (told.seq > seq) {
    seq = told.seq;
    showCard(told.step);
    remember();
  }
}

/** Another text was pinned: the page is old. Once; a page from the store of this device stays what it is. */
function reload(): void {
  if (sessionStorage.getItem('ikrar-text') === text) return;
  sessionStorage.setItem('ikrar-text', text);
  location.reload();
}

function announce(words: string): void {
  say.textContent = words;
}

function listen(): void {
  stream?.close();
  stream = new EventSource(live);
  stream.onmessage = ({ data }) => hear(JSON.parse(data));
  stream.onerror = () => void ask();
}

async function ask(): Promise<void> {
  try {
    const answer = await fetch(live, { headers: { accept: 'application/json' }, cache: 'no-store' });
    if (!answer.ok) throw new Error(String(answer.status));
    hear(await answer.json());
    if (stream.readyState === EventSource.CLOSED) listen();
  } catch {
    document.body.classList.add('lost-network');
  }
}

/** Where the screen stood, for a reload without network. */
function remember(): void {
  sessionStorage.setItem(path, JSON.stringify([seq, cards[at]?.dataset.card]));
}

function recall(): void {
  const [known, card] = JSON.parse(sessionStorage.getItem(path) ?? '[-1]');
  if (known >= seq) showCard(card);
  seq = Math.max(seq, known);
}

const MOVES: Record<string, (n: number) => number> = {
  ArrowRight: (n) => n + 1,
  ArrowLeft: (n) => n - 1,
  ArrowDown: (n) => n + 1,
  ArrowUp: (n) => n - 1,
  PageDown: (n) => n + 1,
  PageUp: (n) => n - 1,
  ' ': (n) => n + 1,
  Home: () => 0,
  End: () => cards.length - 1,
};
/** On a small window these scroll first, as everywhere, as far as there is more of the card that way. */
const SCROLLS: Record<string, 1 | -1> = { ArrowDown: 1, PageDown: 1, ' ': 1, ArrowUp: -1, PageUp: -1 };
const ACTS: Record<string, () => void> = {
  blank: () => document.body.classList.toggle(HIDDEN_FOR_NOW),
  full: () =>
    void (document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen()),
};

addEventListener('keydown', (event) => {
  const { key, ctrlKey, altKey, metaKey, shiftKey, target } = event;
  if (ctrlKey || altKey || metaKey) return;
  const on = (target as HTMLElement).closest('button, a');
  if (key === ' ' && on) return;
  const move = key === ' ' && shiftKey ? MOVES.ArrowLeft : MOVES[key];
  const act = on ? undefined : ACTS[{ f: 'full', b: 'blank', '.': 'blank' }[key.toLowerCase()] ?? ''];
  if (move && !scrolls(shiftKey ? -1 : SCROLLS[key])) go(move(at));
  else if (act) act();
  else return;
  event.preventDefault();
});

function scrolls(way: number | undefined): boolean {
  const below = document.documentElement.scrollHeight - innerHeight - scrollY;
  return way !== undefined && (way > 0 ? below > 2 : scrollY > 2);
}

addEventListener('click', (event) => {
  const on = (event.target as HTMLElement).closest<HTMLElement>('[data-go], [data-do]');
  if (on?.dataset.do) ACTS[on.dataset.do]?.();
  if (!on?.dataset.go) return;
  event.preventDefault();
  go(at + Number(on.dataset.go));
});

let touched = 0;
addEventListener('touchstart', ({ touches }) => {
  touched = touches.length === 1 ? (touches[0]?.clientX ?? 0) : 0;
});
addEventListener('touchend', ({ changedTouches }) => {
  const moved = touched && (changedTouches[0]?.clientX ?? 0) - touched;
  if (Math.abs(moved) > 60) go(at - Math.sign(moved));
});

addEventListener('offline', () => document.body.classList.add('lost-network'));
addEventListener('online', () => void ask());
setInterval(() => Date.now() - heard > SILENCE && void ask(), 10_000);

for (const button of document.querySelectorAll<HTMLElement>('[data-do]')) button.hidden = false;
history.replaceState(null, '', path);
recall();
listen();

const keep = find('[data-keep]');
keep.textContent = keep.dataset.keeping ?? '';
void keepPages([path], new Date(until)).then((kept) => {
  keep.textContent = (kept ? keep.dataset.kept : keep.dataset.cannot) ?? '';
});
