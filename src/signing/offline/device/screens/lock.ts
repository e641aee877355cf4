import type { App, Screen } from '../app.ts';
import { button, field, h, localForm, notice } from '../dom.ts';
import { openPack } from '../keys.ts';
import { forgetScreen } from './device.ts';

/** Shows nothing but how much waits; what waits is sent all the same. */
export function lockScreen(app: App): Screen {
  const { w, device } = app;
  const code = field('unlock', w('device.code'), {
    'data-focus': true,
    autocapitalize: 'characters',
    maxlength: '20',
  });
  const open = h('button', { class: 'big' }, w('device.open'));
  const form = localForm(() => unlock(), code.box, open);
  const unlock = async () => {
    if (open.disabled || !device.pack) return;
    open.disabled = true;
    code.wrong('');
    const opened = await openPack(device.pack, code.input.value).catch(() => null);
    open.disabled = false;
    if (opened) return app.unlock(opened);
    code.wrong(w('device.codeWrong'));
    code.input.select();
  };
  return {
    nodes: [
      h('h1', {}, w('device.locked')),
      ...(device.pack ? [h('p', {}, w('device.lockedText')), form] : [notice('warn', w('device.expired'))]),
      h(
        'p',
        {},
        button(w('device.forget'), () => app.go(forgetScreen(app)), 'plain'),
      ),
    ],
  };
}
