import type { App } from './app.ts';
import { button, h } from './dom.ts';
import { deviceScreen } from './screens/device.ts';

/** Always there: whether a network is, how much waits, and the way to lock the device. */
export function headerBar(app: App): { node: HTMLElement; update(): void } {
  const { w } = app;
  const network = h('span', { class: 'tag' });
  const waiting = h('strong');
  const more = button(w('device.device'), () => app.go(deviceScreen(app)), 'plain');
  const lock = button(w('device.lock'), () => app.lock(), 'plain');
  const said = h('div', { class: 'device-state', role: 'status' }, network, ' ', waiting);
  const node = h('div', { class: 'device-bar' }, said, h('div', {}, more, lock));
  const update = () => {
    const { network: there, waiting: n, refused } = app.sender.standing;
    network.className = there ? 'tag good' : 'tag warn';
    put(network, w(there ? 'device.online' : 'device.offline'));
    const parts = [
      n > 0 && w('device.waiting', { n }),
      refused > 0 && w('device.refusedCount', { n: refused }),
    ];
    put(waiting, parts.filter(Boolean).join(' · ') || w('device.nothingWaits'));
    lock.hidden = more.hidden = app.opened === null;
  };
  return { node, update };
}

/** Only what changed, so that nothing is read out twice. */
function put(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
