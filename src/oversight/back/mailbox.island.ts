import { readCode, reporterKeys, slowHash } from '../seal/index.ts';
import { onSubmit, type Say } from './browser-form.ts';
import { pageOf } from './browser-wire.ts';
import { dialogue, held } from './dialogue.ts';

/** The way back with script: the code stays here, and so does everything that it opens. */
const root = document.querySelector<HTMLElement>('[data-mailbox]');
if (root) mailbox(root);

function mailbox(root: HTMLElement): void {
  const { box = '', reply = '', file = '', puzzle = '' } = root.dataset;
  const places = { box, reply, file, puzzle };
  const texts = JSON.parse(root.dataset.texts ?? '{}') as Record<string, string>;
  const say: Say = (key, values = {}) =>
    (texts[key] ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  const one = <E extends HTMLElement>(selector: string) => root.querySelector(selector) as E;
  const form = one<HTMLFormElement>('form');

  for (const plain of root.querySelectorAll<HTMLElement>('[data-plain]')) plain.hidden = true;
  one('[data-sealed-here]').hidden = false;
  onSubmit(form, { state: one('[data-state]'), errors: one('[data-errors]') }, say, async (tell) => {
    const read = readCode(String(new FormData(form).get('code') ?? ''));
    if (!('bits' in read)) return faultOf(read, say);
    await tell(say('busyHash'));
    const keys = await reporterKeys(read.bits, slowHash());
    await tell(say('busyProof'));
    const found = await held(keys, [await pageOf(places, keys, 0)]);
    if (!found) return say('unknown');
    const opened = document.querySelector('template[data-opened]') as HTMLTemplateElement;
    root.replaceChildren(opened.content.cloneNode(true));
    dialogue(root, places, say, found);
    one('h1').focus();
    return null;
  });
}

function faultOf(read: Exclude<ReturnType<typeof readCode>, { bits: Uint8Array }>, say: Say): string {
  if ('wrongCount' in read) return say('wrongCount', { count: read.wrongCount, expected: read.expected });
  if ('wrongOrder' in read) return say('wrongOrder');
  const values = { word: read.wrongWord, at: read.at + 1, near: read.suggestions.join(', ') };
  return say(read.suggestions.length > 0 ? 'wrongWordNear' : 'wrongWord', values);
}
