import { forgetPages } from '../../../platform/offline/keep.ts';
import type { Pack, QueueAnswer } from '../shapes.ts';
import { h, type Words } from './dom.ts';
import { headerBar } from './header.ts';
import { contentsOf, type Opened } from './keys.ts';
import type { News } from './people.ts';
import { type Done, type Entry, entriesOf, save } from './queue.ts';
import { listScreen } from './screens/list.ts';
import { lockScreen } from './screens/lock.ts';
import { openText, seal } from './seal.ts';
import { createSender, expire, type Sender } from './send.ts';
import { changeDevice, type Device, eraseStore, readDevice } from './store.ts';

/** What one screen shows; its first heading takes the focus. */
export interface Screen {
  nodes: Node[];
  /** Something was recorded, or the list changed. */
  update?(): void;
  /** Stops a camera or a clock before the next screen. */
  close?(): void;
}

export interface Addresses {
  tablet: string;
  device: string;
  queue: string;
  pack: string;
  /** The script that reads QR codes where the browser does not. */
  reader: string;
}

export type Mode = 'sign' | 'presence';

/** The prepared device: who holds it sees one screen at a time. */
export interface App {
  readonly w: Words;
  readonly addresses: Addresses;
  readonly db: IDBDatabase;
  readonly device: Device;
  readonly sender: Sender;
  /** null while locked. */
  opened: Opened | null;
  entries: Entry[];
  news: News;
  mode: Mode;
  /** Wrong digits for one person, since the device was unlocked. */
  readonly tries: Map<string, number>;
  /** Why the server refused an item; the words may name the person, so they are never stored. */
  readonly reasons: Map<number, string>;
  go(screen: Screen): void;
  list(): void;
  unlock(opened: Opened): Promise<void>;
  lock(): void;
  save(done: Done): Promise<Entry>;
  waive(): Promise<void>;
  /** Asks for the list and the text as they are now. @returns whether they came; else those of the pack stay */
  refresh(): Promise<boolean>;
  erase(): Promise<void>;
}

const NO_NEWS = JSON.stringify({ signed: [], standings: {} });
/** Nobody touched it for so long: whoever picks it up next is not the one who knows the code. */
const IDLE = 5 * 60_000;

export async function startApp(
  main: HTMLElement,
  db: IDBDatabase,
  w: Words,
  addresses: Addresses,
): Promise<App | null> {
  if (await expire(db, new Date())) {
    await erase(db);
    return null;
  }
  const place = h('div');
  let screen: Screen = { nodes: [] };
  let touched = Date.now();

  const app: App = {
    ...{ w, addresses, db, device: (await readDevice(db)) as Device },
    ...{
      opened: null,
      entries: [],
      news: JSON.parse(NO_NEWS),
      mode: 'sign',
      tries: new Map(),
      reasons: new Map(),
    },
    sender: createSender(db, addresses.queue, {
      told: () => {
        bar.update();
        screen.update?.();
      },
      answered,
      forget: () => leave(),
    }),
    go(next) {
      screen.close?.();
      // What the last person typed and drew goes with the elements that held it.
      place.replaceChildren(...next.nodes);
      screen = next;
      bar.update();
      scrollTo(0, 0);
      const head = place.querySelector('h1');
      head?.setAttribute('tabindex', '-1');
      (place.querySelector<HTMLElement>('[data-focus]') ?? head)?.focus({ preventScroll: true });
    },
    list() {
      app.go(listScreen(app));
    },
    async unlock(opened) {
      app.opened = opened;
      const { tablet, news } = (await readDevice(db)) as Device;
      app.news = JSON.parse(
        news ? await openText(opened.seal, newsOf(tablet), news).catch(() => NO_NEWS) : NO_NEWS,
      );
      await reload();
      app.list();
      void app.sender.send();
      void app.refresh();
    },
    lock() {
      Object.assign(app, { opened: null, entries: [], news: JSON.parse(NO_NEWS) });
      app.tries.clear();
      app.reasons.clear();
      app.go(lockScreen(app));
    },
    async save(done) {
      const seq = await save(db, app.opened as Opened, done, new Date());
      await reload();
      await app.sender.count();
      void app.sender.send();
      return app.entries.find((entry) => entry.seq === seq) as Entry;
    },
    async waive() {
      await changeDevice(db, { waived: true });
      app.device.waived = true;
    },
    async refresh() {
      const { opened } = app;
      const pack = await newPack(addresses.pack);
      if (!opened || pack?.tablet !== app.device.tablet) return false;
      const contents = await contentsOf(pack, opened.seal);
      const { expires } = pack;
      await changeDevice(db, { pack, expires });
      Object.assign(app.device, { pack, expires });
      opened.contents = contents;
      screen.update?.();
      return true;
    },
    erase: () => leave(),
  };

  async function reload(): Promise<void> {
    if (app.opened) app.entries = await entriesOf(db, app.opened, app.device.tablet);
  }
  async function answered({ items, signed, standings }: QueueAnswer): Promise<void> {
    const { opened } = app;
    for (const item of items) if (opened && item.state === 'refused') app.reasons.set(item.seq, item.message);
    if (!opened) return;
    if (items.some((item) => item.state === 'refused' && item.code === 'signing.textChanged'))
      void app.refresh();
    app.news = { signed, standings };
    const news = await seal(opened.seal, newsOf(app.device.tablet), JSON.stringify(app.news));
    await changeDevice(db, { news });
    await reload();
  }
  async function leave(): Promise<void> {
    await erase(db);
    location.replace('/');
  }
  async function watch(): Promise<void> {
    if (app.opened && Date.now() - touched > IDLE) app.lock();
    if (new Date(app.device.expires) > new Date()) return;
    if (await expire(db, new Date())) return leave();
    if (!app.device.pack) return;
    app.device.pack = null;
    app.lock();
  }

  const bar = headerBar(app);
  main.replaceChildren(bar.node, place);
  // Links that lead away from a device in use, and to nothing without network.
  document.querySelector('.foot')?.remove();
  document.querySelector('.brand')?.removeAttribute('href');
  for (const kind of ['pointerdown', 'keydown', 'input'])
    addEventListener(kind, () => {
      touched = Date.now();
    });
  document.addEventListener('visibilitychange', () => void watch());
  setInterval(watch, 10_000);
  await app.sender.count();
  return app;
}

/** Only while the tablet is open; its cookie goes along. */
async function newPack(address: string): Promise<Pack | null> {
  try {
    const response = await fetch(address, { headers: { Accept: 'application/json' } });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

function newsOf(tablet: string): string {
  return `ikrar/pack-news/v1\n${tablet}`;
}

/** The store first: what is left of a page says nothing. */
async function erase(db: IDBDatabase): Promise<void> {
  await eraseStore(db);
  await forgetPages(null);
}
