import { isOwnName } from '../../../typed-name.ts';
import type { PackPerson } from '../../shapes.ts';
import type { App, Screen } from '../app.ts';
import { toText } from '../bytes.ts';
import { button, field, h, localForm, notice } from '../dom.ts';
import { drawingPad } from '../drawing.ts';
import type { Opened } from '../keys.ts';
import { doneScreen } from './done.ts';

const TRIES = 5;
/** What documents can print; letters of other scripts would be refused when the person has long gone. */
const PRINTABLE = /^[A-Za-zÀ-ÖØ-öø-ž0-9 .,'’‘()–-]*$/;

/** The pact of the pack in full, and what the form of the server asks. */
export function signScreen(app: App, person: PackPerson): Screen {
  const { w } = app;
  const { contents } = app.opened as Opened;
  const { pact } = contents;
  const key = toText(crypto.getRandomValues(new Uint8Array(16)));
  let strokes = '';
  const pad = drawingPad(w('device.draw'), (drawn) => {
    strokes = drawn;
  });
  const digits = person.lastFour
    ? field('lastFour', w('device.lastFour'), { inputmode: 'numeric', maxlength: '4', class: 'short' })
    : null;
  const name = field(
    'typedName',
    w('device.typedName'),
    { maxlength: '200' },
    w('device.typedNameHint', { name: person.name }),
  );
  const { paper, ticks, wrong: pointsWrong } = pactPaper(app);
  const said = h('div', { role: 'alert' });
  const submit = h('button', { class: 'big' }, w('device.sign'));

  const check = (): HTMLElement | null => {
    const wrongs: [HTMLElement, boolean][] = [];
    const unread = ticks.find((tick) => !tick.checked);
    pointsWrong(Boolean(unread));
    if (unread) wrongs.push([unread, true]);
    if (digits) {
      const text = digitsWrong(app, person, digits.input.value.trim());
      digits.wrong(text);
      wrongs.push([digits.input, text !== '']);
    }
    const typed = cleanName(name.input.value);
    const own = isOwnName(typed, person.name) && PRINTABLE.test(typed);
    name.wrong(own ? '' : w('device.nameDiffers', { name: person.name }));
    wrongs.push([name.input, !own]);
    return wrongs.find(([, is]) => is)?.[0] ?? null;
  };
  const send = async () => {
    if (submit.disabled) return;
    said.replaceChildren();
    const first = check();
    if (first) {
      said.replaceChildren(notice('bad', w('device.mend')));
      return first.focus();
    }
    submit.disabled = true;
    try {
      const entry = await app.save({
        ...{
          kind: 'sign',
          person: person.id,
          textDigest: pact.digest,
          key,
          drawing: /L/.test(strokes) ? strokes : null,
        },
        ...{ ticked: pact.points.map((_, i) => i), typedName: cleanName(name.input.value) },
      });
      app.go(doneScreen(app, entry, person));
    } catch {
      submit.disabled = false;
      said.replaceChildren(notice('bad', w('device.notSaved')));
    }
  };
  const form = localForm(
    send,
    paper,
    digits?.box,
    name.box,
    h('p', {}, h('strong', {}, w('device.draw'))),
    pad.canvas,
    button(w('device.clear'), pad.clear, 'plain'),
    h('p', { class: 'quiet' }, pact.strength),
    said,
    submit,
  );
  return {
    nodes: [
      h('p', { class: 'quiet' }, contents.campaign.title),
      h('h1', {}, person.name),
      h('p', {}, person.unit, h('br'), person.employer),
      h(
        'p',
        {},
        button(w('device.notMe'), () => app.list(), 'plain'),
      ),
      ...(pact.draft ? [notice('warn', w('device.draft'))] : []),
      form,
    ],
    // The text was replaced meanwhile: nobody signs one that no longer stands.
    update() {
      const standing = app.opened?.contents.pact.digest ?? pact.digest;
      if (standing !== pact.digest) app.go(signScreen(app, person));
    },
    close: pad.clear,
  };
}

function pactPaper({ w, opened }: App) {
  const { pact } = (opened as Opened).contents;
  const wrongText = h('p', { class: 'field-error', hidden: true }, w('device.pointsUnread'));
  const ticks: HTMLInputElement[] = [];
  const points = pact.points.map((point, i) => {
    const tick = h('input', {
      type: 'checkbox',
      name: 'point',
      id: `f-point-${i}`,
      'aria-describedby': `p-${i}`,
    });
    ticks.push(tick);
    const label = h('label', { for: tick.id }, w('device.point', { n: i + 1 }));
    return h('li', {}, h('p', { id: `p-${i}` }, point), h('div', { class: 'choice' }, tick, label));
  });
  const set = h(
    'fieldset',
    {},
    h('legend', {}, w('device.readEach')),
    wrongText,
    h('ol', { class: 'points' }, ...points),
  );
  const paper = h(
    'section',
    { class: 'paper', lang: pact.language, 'aria-label': pact.title },
    h('h2', {}, pact.title),
    h('p', {}, pact.opener),
    set,
    h('p', {}, pact.closing),
  );
  const wrong = (is: boolean) => {
    wrongText.hidden = !is;
  };
  return { paper, ticks, wrong };
}

/** Attacker: a colleague who holds the tablet and guesses. Five tries for one name, then the code opens it anew. */
function digitsWrong({ w, tries }: App, { id, lastFour, name }: PackPerson, typed: string): string {
  const wrong = tries.get(id) ?? 0;
  if (wrong >= TRIES) return w('device.tooMany');
  if (typed === lastFour) return '';
  if (typed.length === 4) tries.set(id, wrong + 1);
  return w('device.digitsDiffer', { name });
}

function cleanName(typed: string): string {
  return typed.normalize('NFC').replace(/\s+/g, ' ').trim();
}
