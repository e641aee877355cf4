import { fileList } from '../channel/file-list.ts';
import { notesOf } from '../channel/sealed-report.ts';
import {
  type FileKey,
  type FileNote,
  fromText,
  newRandomId,
  openPart,
  type ReporterKeys,
} from '../seal/index.ts';
import { type BoxHead, MOST_PAGES, readBox, type Status } from './box-format.ts';
import { complain, element, onSubmit, type Say } from './browser-form.ts';
import { type Places, pageOf, partOf, sendForget, sendMessage, sendParts } from './browser-wire.ts';
import { linesOf } from './lines.ts';
import { type Opened, type OpenedMessage, openBox, sealReply } from './open.ts';

/** What was opened; in the memory of this page alone. */
export interface Held {
  keys: ReporterKeys;
  pages: Uint8Array[];
  head: BoxHead;
  opened: Opened;
}

/** Null: nobody has this code. */
export async function held(keys: ReporterKeys, pages: Uint8Array[]): Promise<Held | null> {
  const read = readBox(pages);
  const opened = await openBox(read, keys.pair);
  return opened && { keys, pages, head: read.head, opened };
}

/** The opened mailbox: what is shown, written and forgotten there. */
export function dialogue(root: HTMLElement, places: Places, say: Say, first: Held): void {
  const one = <E extends HTMLElement>(selector: string) => root.querySelector(selector) as E;
  const days = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' });
  const dayText = (day: string) => days.format(new Date(`${day}T00:00:00Z`));
  const form = one<HTMLFormElement>('[data-reply-form]');
  const files = fileList(form, one('#f-files'), one('[data-files]'), say);
  const told = { state: one('[data-reply-state]'), errors: one('[data-reply-errors]') };
  let now = first;
  /** Sealed and perhaps arrived already: sent again, not sealed again. */
  let unsure: { of: string; sealed: Uint8Array } | null = null;

  onSubmit(form, told, say, replying);
  onSubmit(one('[data-forget-form]'), told, say, forgetting);
  one('[data-more-button]').addEventListener('click', () => void older());
  shown();

  function shown(): void {
    const { head, opened } = now;
    one('[data-agency-name]').textContent = head.agencyName;
    one('[data-arrived]').textContent = dayText(head.arrivedOn);
    one('[data-due]').textContent = dayText(head.due);
    one('[data-statuses]').replaceChildren(
      ...head.statuses.map((status) => element('li', `${dayText(status.day)}: ${statusText(status)}`)),
    );
    one('[data-messages]').replaceChildren(...opened.messages.map(messageOf));
    one('[data-more]').hidden = opened.more === 0 || now.pages.length >= MOST_PAGES;
  }

  function statusText({ what, which }: Status): string {
    return say(`status.${what}`, { which: which ? say(`which.${which}`) || which : '–' });
  }

  function messageOf({ mine, day, contents }: OpenedMessage): HTMLElement {
    const card = element('article', '', 'card');
    card.append(element('h3', `${say(mine ? 'fromYou' : 'fromTeam')}, ${dayText(day)}`));
    if (!contents) card.append(element('p', say('notOpen')));
    for (const [label, text] of contents ? linesOf(contents) : []) {
      const line = element('p', '', 'pre');
      if (label) line.append(element('strong', `${say(`label.${label}`)}: `));
      line.append(text);
      card.append(line);
    }
    for (const note of contents && 'files' in contents ? contents.files : []) card.append(saverOf(note));
    return card;
  }

  /** A file comes when it is asked for, and is never shown inside the page. */
  function saverOf(note: FileNote): HTMLElement {
    const button = element('button', say('fileOpen', { name: note.name }), 'second') as HTMLButtonElement;
    button.type = 'button';
    button.addEventListener('click', () => {
      saved(note).catch(() => complain(told.errors, say('failed')));
    });
    return button;
  }

  async function saved({ id, key, length, parts, name }: FileNote): Promise<void> {
    const of: FileKey = { id, key: fromText(key), length, parts };
    const plain: Uint8Array[] = [];
    for (let n = 0; n < parts; n += 1) plain.push(openPart(of, n, await partOf(places, now.keys, id, n)));
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(plain as BlobPart[], { type: 'application/octet-stream' }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  async function older(): Promise<void> {
    const { keys, pages } = now;
    now = (await held(keys, [...pages, await pageOf(places, keys, pages.length)])) ?? now;
    shown();
  }

  async function replying(tell: (text: string) => Promise<unknown>): Promise<string | null> {
    const filled = new FormData(form);
    const field = (name: string) => String(filled.get(name) ?? '').trim();
    const [text, name, contact] = [field('text'), field('ownName'), field('contact')];
    if (files.damaged()) return say('fileDamaged');
    const attached = await files.attached();
    if (!text && !name && attached.length === 0) return say('empty');
    await tell(say('busySend'));
    const { head, opened, keys } = now;
    const to = { agency: head.agency, lookup: keys.lookup };
    if (name) {
      const identity = { format: 'ikrar/identity/v1', name, contact } as const;
      await sendMessage(
        places,
        to,
        await once(JSON.stringify(identity), () => sealReply(head, opened.dialogue, identity)),
        [],
      );
    }
    if (text || attached.length > 0) {
      const named = attached.map(({ size, ...rest }) => ({ ...rest, bytes: { length: size } as Uint8Array }));
      const notes = notesOf(named, newRandomId);
      const message = { format: 'ikrar/message/v1', text, files: notes.map(({ note }) => note) } as const;
      const parts = notes.map(({ note }) => ({ id: note.id, parts: note.parts }));
      const seal = () => sealReply(head, opened.dialogue, message);
      await sendMessage(places, to, notes.length > 0 ? await seal() : await once(text, seal), parts);
      for (const [at, { key }] of notes.entries())
        await sendParts(places, head, key, attached[at]?.blob as Blob);
    }
    form.reset();
    one('[data-files]').replaceChildren();
    unsure = null;
    now = (await held(keys, [await pageOf(places, keys, 0)])) ?? now;
    shown();
    one('[data-sent]').hidden = false;
    return null;
  }

  /** The same text tried again after a broken send is the same sealed bytes. */
  async function once(of: string, seal: () => Promise<Uint8Array>): Promise<Uint8Array> {
    if (unsure?.of !== of) unsure = { of, sealed: await seal() };
    return unsure.sealed;
  }

  async function forgetting(): Promise<string | null> {
    await sendForget(places, now.keys.lookup);
    root.replaceChildren(
      (root.ownerDocument.querySelector('[data-forgotten]') as HTMLTemplateElement).content,
    );
    one('h1').focus();
    return null;
  }
}
