import { isDark, qrCode } from '../../evidence/pdf/qr/encode.ts';
import { passAt } from '../door/pass.ts';
import { serverClock } from '../door/server-clock.ts';
import { webHmac } from '../door/web-hmac.ts';
import { qrPath } from './qr-path.ts';

/** The door's code goes on changing on the screen itself, with or without a network. */
const box = document.querySelector<HTMLElement>('[data-door]');
if (box) {
  const { door: code = '', key = '' } = box.dataset;
  const door = { code, key: Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0)) };
  const codes = document.querySelectorAll('[data-door] svg, [data-door-too] svg');
  let shown = box.dataset.pass;
  const now = serverClock();
  setInterval(async () => {
    // Without https there is no HMAC here: then it is the pass of which the server told last.
    const pass = globalThis.crypto?.subtle ? await passAt(webHmac, door, now()) : box.dataset.pass;
    if (!pass || pass === shown) return;
    shown = box.dataset.pass = pass;
    const qr = qrCode(`${box.dataset.at}${pass}`);
    const { side, path } = qrPath(qr.size, (row, column) => isDark(qr, row, column));
    for (const code of codes) {
      const [ground, ink] = code.children;
      code.setAttribute('viewBox', `0 0 ${side} ${side}`);
      ground?.setAttribute('d', `M0 0h${side}v${side}H0z`);
      ink?.setAttribute('d', path);
    }
  }, 1000);
}
