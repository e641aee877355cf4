/** A shared tablet that goes on without network. The page beneath works without any of this. */
import { type Addresses, startApp } from '../offline/device/app.ts';
import { notice, wordsOf } from '../offline/device/dom.ts';
import { lockScreen } from '../offline/device/screens/lock.ts';
import { prepareBox } from '../offline/device/screens/prepare.ts';
import { eraseStore, openStore, readDevice } from '../offline/device/store.ts';

interface Given {
  words: Record<string, string>;
  addresses: Addresses;
  /** Whether this tablet is open now, as the server knows it. */
  open: boolean;
}

const box = document.querySelector<HTMLElement>('[data-device]');
if (box) void start(box, JSON.parse(box.dataset.device ?? ''));

async function start(box: HTMLElement, { words, addresses, open }: Given): Promise<void> {
  const w = wordsOf(words);
  const main = box.closest('main') as HTMLElement;
  if (!globalThis.isSecureContext || !globalThis.indexedDB) {
    if (open) box.replaceChildren(notice('info', w('device.needsHttps')));
    return;
  }
  const db = await openStore();
  if ((await readDevice(db))?.tablet) {
    const app = await startApp(main, db, w, addresses);
    if (!app) return location.reload();
    app.go(lockScreen(app));
    return app.sender.send();
  }
  if (!open) return eraseStore(db);
  prepareBox(box, db, w, addresses, async (opened) => {
    const app = await startApp(main, db, w, addresses);
    await app?.unlock(opened);
  });
}
