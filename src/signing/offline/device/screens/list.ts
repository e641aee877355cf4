import type { PackPerson } from '../../shapes.ts';
import type { App, Mode, Screen } from '../app.ts';
import { button, field, h, localForm, notice } from '../dom.ts';
import { macOf, type Opened } from '../keys.ts';
import { findPeople, hasSigned, nextInOrder, slipCode, standingOf } from '../people.ts';
import { presenceScreen } from './presence.ts';
import { scanScreen } from './scan.ts';
import { signScreen } from './sign.ts';

/** Where every person begins and ends. Nobody is named here before three letters, but the next three of the order. */
export function listScreen(app: App): Screen {
  const { w } = app;
  const opened = app.opened as Opened;
  const found = h('div', { role: 'region', 'aria-live': 'polite', 'aria-label': w('device.found') });
  const next = h('div');
  const search = field('cari', w('device.search'), {
    'data-focus': true,
    maxlength: '60',
    enterkeyhint: 'search',
  });

  const row = (person: PackPerson) =>
    h(
      'button',
      { type: 'button', class: 'device-person', click: () => choose(app, person, 'list') },
      h('span', {}, h('strong', {}, person.name), h('small', {}, person.unit)),
      stateTag(app, person),
    );
  const isDone = (person: PackPerson) =>
    app.mode === 'sign'
      ? hasSigned(person, app.entries, app.news)
      : standingOf(person, app.entries, app.news) !== null;
  const update = () => {
    const typed = search.input.value;
    const people = findPeople(opened.contents, typed, isDone);
    const letters = typed.replace(/\s/g, '').length;
    const nobody = letters >= 3 && people.length === 0;
    put(found, nobody ? [h('p', {}, w('device.none'))] : people.map(row));
    const order = letters === 0 && app.mode === 'sign' ? nextInOrder(opened.contents, isDone) : [];
    put(next, order.length > 0 ? [h('h2', {}, w('device.next')), ...order.map(row)] : []);
  };
  // Enter after a code, typed or from a scanner, or after letters that only one name has.
  const enter = async () => {
    const typed = search.input.value;
    const bySlip = await personOfSlip(app, typed);
    if (bySlip) return choose(app, bySlip, 'slip');
    const [only, ...others] = findPeople(opened.contents, typed, isDone);
    if (only && others.length === 0) choose(app, only, 'list');
  };
  search.input.addEventListener('input', update);
  update();
  return {
    nodes: [
      h('h1', {}, w('device.who')),
      ...(opened.contents.ceremony ? [modeChoice(app)] : []),
      localForm(enter, search.box),
      h(
        'p',
        {},
        button(w('device.scan'), () => app.go(scanScreen(app)), 'second'),
      ),
      found,
      next,
    ],
    update,
  };
}

/** Only where something changed: what a finger is on must not be taken away under it. */
function put(place: HTMLElement, nodes: HTMLElement[]): void {
  if (place.textContent !== nodes.map((node) => node.textContent).join('')) place.replaceChildren(...nodes);
}

export function choose(app: App, person: PackPerson, how: 'slip' | 'list'): void {
  app.go(screenFor(app, person, how));
}

/** Where the order says that somebody signs first, the others wait, until whoever holds the device goes on. */
function screenFor(app: App, person: PackPerson, how: 'slip' | 'list'): Screen {
  if (app.mode === 'presence') return presenceScreen(app, person, how);
  if (hasSigned(person, app.entries, app.news)) return signedScreen(app, person);
  const first = firstAwaited(app);
  return first && first.id !== person.id ? waitScreen(app, first, person) : signScreen(app, person);
}

export async function personOfSlip(app: App, text: string): Promise<PackPerson | null> {
  const code = slipCode(text);
  const opened = app.opened;
  if (!code || !opened) return null;
  const slip = await macOf(opened, code);
  return opened.contents.people.find((person) => person.slip === slip) ?? null;
}

function modeChoice(app: App): HTMLElement {
  const option = (mode: Mode, text: string) => {
    const change = () => {
      app.mode = mode;
      app.list();
      document.getElementById(`f-mode-${mode}`)?.focus();
    };
    const input = h('input', { type: 'radio', name: 'mode', id: `f-mode-${mode}`, change });
    input.checked = app.mode === mode;
    return h('div', { class: 'choice' }, input, h('label', { for: input.id }, text));
  };
  return h(
    'fieldset',
    { class: 'device-mode' },
    h('legend', {}, app.w('device.mode')),
    option('sign', app.w('device.modeSign')),
    option('presence', app.w('device.modePresence')),
  );
}

function stateTag(app: App, person: PackPerson): HTMLElement | null {
  const { w, entries, news } = app;
  const here = entries.filter(({ body }) => body.person === person.id && body.kind === app.mode);
  const state = here[here.length - 1]?.state;
  if (state === 'waiting') return h('span', { class: 'tag warn' }, w('device.savedHere'));
  if (state === 'refused') return h('span', { class: 'tag bad' }, w('device.refused'));
  const standing = standingOf(person, entries, news);
  if (app.mode === 'presence')
    return standing ? h('span', { class: 'tag good' }, w(`device.as.${standing}`)) : null;
  return hasSigned(person, entries, news) ? h('span', { class: 'tag good' }, w('device.signed')) : null;
}

function firstAwaited({ opened, device, entries, news }: App): PackPerson | null {
  const { order, people } = (opened as Opened).contents;
  const first = people.find(({ id }) => id === order.persons[0]);
  return order.headFirst && !device.waived && first && !hasSigned(first, entries, news) ? first : null;
}

function waitScreen(app: App, first: PackPerson, person: PackPerson): Screen {
  const { w } = app;
  const goOn = async () => {
    await app.waive();
    choose(app, person, 'list');
  };
  return {
    nodes: [
      h('h1', {}, w('device.waitTitle')),
      notice('warn', w('device.waitText', { name: first.name })),
      h(
        'p',
        {},
        button(w('device.back'), () => app.list(), 'big'),
      ),
      h('p', {}, button(w('device.goOn'), goOn, 'second')),
    ],
  };
}

/** Who signed and by what number is between that person and the office: colleagues who hold the tablet learn no more. */
function signedScreen(app: App, person: PackPerson): Screen {
  const { w } = app;
  const here = app.entries.find(
    ({ body, state }) => body.person === person.id && body.kind === 'sign' && state === 'waiting',
  );
  return {
    nodes: [
      h('h1', {}, person.name),
      here ? notice('warn', w('device.savedText')) : notice('good', w('device.signedText')),
      h(
        'p',
        {},
        button(w('device.handOver'), () => app.list(), 'big'),
      ),
    ],
  };
}
