import type { PackPerson } from '../../shapes.ts';
import type { App, Screen } from '../app.ts';
import { button, field, h, notice } from '../dom.ts';
import { standingOf } from '../people.ts';
import { doneScreen } from './done.ts';

/** One tap for whoever stands in the row; the others need a word of why. */
const WITH_REASON = ['duty-elsewhere', 'excused'];

export function presenceScreen(app: App, person: PackPerson, how: 'slip' | 'list'): Screen {
  const { w } = app;
  const known = standingOf(person, app.entries, app.news);
  const reason = field('reason', w('device.reason'), { maxlength: '200' });
  const said = h('div', { role: 'alert' });
  let busy = false;
  const mark = async (standing: string) => {
    const why = reason.input.value.normalize('NFC').replace(/\s+/g, ' ').trim();
    const needed = WITH_REASON.includes(standing);
    reason.wrong(needed && !why ? w('device.reasonNeeded') : '');
    if (needed && !why) return reason.input.focus();
    if (busy) return;
    busy = true;
    try {
      const done = {
        kind: 'presence' as const,
        person: person.id,
        standing,
        reason: needed ? why : null,
        how,
      };
      app.go(doneScreen(app, await app.save(done), person));
    } catch {
      busy = false;
      said.replaceChildren(notice('bad', w('device.notSaved')));
    }
  };
  const of = (standing: string, look: string) =>
    button(w(`device.as.${standing}`), () => mark(standing), look);
  const present = of('present', 'big');
  present.setAttribute('data-focus', '');
  return {
    nodes: [
      h('h1', {}, person.name),
      h('p', {}, person.unit, h('br'), person.employer),
      ...(known ? [notice('info', w('device.knownAs', { standing: w(`device.as.${known}`) }))] : []),
      said,
      h('p', {}, present),
      h('p', { class: 'row' }, of('late', 'second'), of('absent', 'second')),
      reason.box,
      h('p', { class: 'row' }, ...WITH_REASON.map((standing) => of(standing, 'second'))),
      h(
        'p',
        {},
        button(w('device.back'), () => app.list(), 'plain'),
      ),
    ],
  };
}
