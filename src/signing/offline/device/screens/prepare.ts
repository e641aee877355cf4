import { keepPages } from '../../../../platform/offline/keep.ts';
import type { Enrolled } from '../../shapes.ts';
import type { Addresses } from '../app.ts';
import { button, h, notice, type Words } from '../dom.ts';
import { makeDeviceKey, type Opened, openPack } from '../keys.ts';
import { changeDevice, readDevice } from '../store.ts';

/**
 * The box on the tablet's page by which a device is made ready.
 * @param ready called with what the code opened, once the code was written down
 */
export function prepareBox(
  box: HTMLElement,
  db: IDBDatabase,
  w: Words,
  addresses: Addresses,
  ready: (opened: Opened) => unknown,
): void {
  const said = h('div', { role: 'alert' });
  const start = button(w('device.prepare'), prepare);
  box.replaceChildren(
    h(
      'div',
      { class: 'card' },
      h('h2', {}, w('device.prepareTitle')),
      h('p', {}, w('device.prepareText')),
      said,
      start,
    ),
  );

  async function prepare(): Promise<void> {
    if (start.disabled) return;
    start.disabled = true;
    said.replaceChildren();
    try {
      const { unlock, pack } = await enrol(addresses.device, await ownKey(db));
      const opened = await openPack(pack, unlock);
      const { agency, tablet, expires } = pack;
      if (new Date(expires) <= new Date()) throw new Told(w('device.clockWrong'));
      await changeDevice(db, { agency, tablet, expires, pack, next: 1, news: null, waived: false });
      await navigator.storage?.persist?.().catch(() => false);
      const kept = await keepPages([addresses.tablet, addresses.reader], new Date(expires)).catch(
        () => false,
      );
      showCode(unlock, kept, () => ready(opened));
    } catch (error) {
      start.disabled = false;
      said.replaceChildren(notice('bad', error instanceof Told ? error.message : w('device.notPrepared')));
    }
  }

  function showCode(unlock: string, kept: boolean, next: () => unknown): void {
    const head = h('h1', { tabindex: '-1' }, w('device.codeTitle'));
    const main = box.closest('main') as HTMLElement;
    main.replaceChildren(
      head,
      h('p', {}, w('device.codeText')),
      h('p', { class: 'figure mono' }, unlock),
      ...(kept ? [] : [notice('warn', w('device.notKept'))]),
      h('p', {}, button(w('device.codeNoted'), next, 'big')),
    );
    head.focus();
  }
}

/** The key is on the disk before the server hears of it: should the answer be lost, the same one asks again. */
async function ownKey(db: IDBDatabase): Promise<string> {
  const known = await readDevice(db);
  if (known) return known.publicKey;
  const made = await makeDeviceKey();
  await changeDevice(db, { ...made, tablet: '' });
  return made.publicKey;
}

/** The server said in words why not. */
class Told extends Error {}

async function enrol(address: string, publicKey: string): Promise<Enrolled> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ publicKey }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Told(answer.message);
  return answer;
}
