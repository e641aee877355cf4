import type { PackPerson } from '../../shapes.ts';
import type { App, Screen } from '../app.ts';
import { button, h } from '../dom.ts';
import type { Entry } from '../queue.ts';

/** Long enough to see that it was the own name; then the list is there for the next. */
const SHOWN = 3000;

/** Says what is true at this moment: saved here is not yet recorded. */
export function doneScreen(app: App, { seq, body }: Entry, person: PackPerson): Screen {
  const { w } = app;
  const state = h('div', { role: 'status' });
  const update = () => {
    const now = app.entries.find((entry) => entry.seq === seq);
    const [tone, text] = said(app, now);
    state.className = `notice ${tone}`;
    const words = h('p', {}, text);
    if (state.textContent !== text) state.replaceChildren(words);
    // A refusal stays until somebody has read it.
    if (now?.state === 'refused') clearTimeout(timer);
  };
  const next = () => app.list();
  const timer = setTimeout(next, SHOWN);
  update();
  const title = body.kind === 'sign' ? 'device.thanks' : 'device.marked';
  return {
    nodes: [
      h('h1', {}, w(title, { name: person.name })),
      state,
      h('p', {}, button(w('device.handOver'), next, 'big')),
    ],
    update,
    close: () => clearTimeout(timer),
  };
}

function said({ w, reasons }: App, entry: Entry | undefined): [string, string] {
  if (entry?.state === 'refused')
    return ['bad', reasons.get(entry.seq) ?? w('device.refusedWhy', { code: entry.code ?? '' })];
  if (!entry || entry.state === 'waiting') return ['warn', w('device.savedText')];
  return ['good', entry.receipt ? w('device.recordedAs', { receipt: entry.receipt }) : w('device.recorded')];
}
