import type { Camera, openCamera as OpenCamera } from '../../../../platform/camera/camera.ts';
import type { App, Screen } from '../app.ts';
import { button, h, notice } from '../dom.ts';
import { choose, personOfSlip } from './list.ts';

/** A slip before the camera opens its person. Typing the code does the same. */
export function scanScreen(app: App): Screen {
  const { w } = app;
  const said = h('div', { role: 'status' });
  const say = (key: string) => said.replaceChildren(notice('warn', w(key)));
  const fail = () => {
    video.hidden = true;
    say('device.noCamera');
  };
  const video = h('video', { class: 'device-video', playsinline: true, 'aria-label': w('device.camera') });
  video.muted = true;
  let [closed, last] = [false, ''];
  let camera: Camera | null = null;
  const seen = async (text: string) => {
    if (text === last) return;
    last = text;
    const person = await personOfSlip(app, text);
    if (closed) return;
    if (person) choose(app, person, 'slip');
    else say('device.slipUnknown');
  };
  const open = async () => {
    const { openCamera } = (await import(app.addresses.reader)) as { openCamera: typeof OpenCamera };
    camera = await openCamera(video, seen, fail);
    if (closed) camera.stop();
  };
  open().catch(fail);
  return {
    nodes: [
      h('h1', {}, w('device.scan')),
      h('p', {}, w('device.scanHint')),
      said,
      video,
      h(
        'p',
        {},
        button(w('device.back'), () => app.list(), 'big'),
      ),
    ],
    close() {
      closed = true;
      camera?.stop();
    },
  };
}
