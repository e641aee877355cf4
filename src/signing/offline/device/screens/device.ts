import type { App, Screen } from '../app.ts';
import { button, h, notice } from '../dom.ts';

/** For whoever is in charge of the device: what the server did not take, and how to end. */
export function deviceScreen(app: App): Screen {
  const { w } = app;
  const list = h('ul');
  const problem = h('div');
  const said = h('div', { role: 'status' });
  const refresh = async () => {
    said.replaceChildren();
    const came = await app.refresh();
    said.append(notice(came ? 'good' : 'warn', w(came ? 'device.refreshed' : 'device.notRefreshed')));
  };
  const update = () => {
    const refused = app.entries.filter(({ state }) => state === 'refused');
    list.replaceChildren(
      ...refused.map(({ seq, body, code }) => {
        const name = app.opened?.contents.people.find(({ id }) => id === body.person)?.name ?? '';
        const why = app.reasons.get(seq) ?? w('device.refusedWhy', { code: code ?? '' });
        return h('li', {}, h('strong', {}, name), h('br'), why);
      }),
    );
    const against = app.sender.standing.problem;
    problem.replaceChildren(...(against ? [notice('warn', w('device.problem', { said: against }))] : []));
  };
  update();
  return {
    nodes: [
      h('h1', {}, w('device.device')),
      h('p', {}, w('device.until', { moment: momentOf(app.device.expires, document.documentElement.lang) })),
      problem,
      list,
      h(
        'p',
        { class: 'row' },
        button(w('device.sendNow'), () => app.sender.send(), 'second'),
        button(w('device.refresh'), refresh, 'second'),
      ),
      said,
      h(
        'p',
        {},
        button(w('device.back'), () => (app.opened ? app.list() : app.lock()), 'big'),
      ),
      h(
        'p',
        {},
        button(w('device.forget'), () => app.go(forgetScreen(app)), 'plain'),
      ),
    ],
    update,
  };
}

/** Refuses while something waits, unless whoever asks says that it may be lost. */
export function forgetScreen(app: App): Screen {
  const { w } = app;
  const { waiting } = app.sender.standing;
  const lose = h('input', { type: 'checkbox', id: 'f-lose' });
  const wrong = h('p', { class: 'field-error', role: 'alert' });
  const forget = async () => {
    if (waiting > 0 && !lose.checked) {
      wrong.textContent = w('device.forgetRefused');
      return lose.focus();
    }
    await fetch(app.addresses.tablet, { method: 'POST', signal: AbortSignal.timeout?.(5000) ?? null }).catch(
      () => null,
    );
    await app.erase();
  };
  return {
    nodes: [
      h('h1', {}, w('device.forget')),
      h('p', {}, w('device.forgetText')),
      ...(waiting > 0
        ? [
            notice('bad', w('device.forgetWaiting', { n: waiting })),
            wrong,
            h('div', { class: 'choice' }, lose, h('label', { for: 'f-lose' }, w('device.forgetLose'))),
          ]
        : []),
      h(
        'p',
        { class: 'row' },
        button(w('device.forgetNow'), forget),
        button(w('device.back'), () => (app.opened ? app.list() : app.lock()), 'second'),
      ),
    ],
  };
}

function momentOf(instant: string, lang: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(instant));
}
