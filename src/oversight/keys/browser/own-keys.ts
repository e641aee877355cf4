import {
  isLongEnough,
  keyWords,
  newCode,
  newRandomId,
  newSeed,
  openEscrow,
  openWrap,
  RECOVERY,
  recipientsOf,
  type Slow,
  staffKey,
  toText,
  wrapByEscrow,
  wrapByPasskey,
  wrapByPassphrase,
  wrapByWords,
} from '../../seal/index.ts';
import type { KeyData } from '../key-data.ts';
import { unlock, unlocked, whenUnlocked } from '../unlocked.ts';
import { chainIn, keyData, posted, sendKeyChange, wrapOf } from './data.ts';
import { onClick, onSubmit, part, type Texts, Told, textsOf, typedIn } from './form.ts';
import { makePasskey, mayHavePasskey } from './passkey.ts';
import { checkedWords, showWords } from './words.ts';

/** The page of one's own keys: making, changing, recovering, giving into keeping and back. */
export async function startOwnKeys(root: HTMLElement): Promise<void> {
  if (!window.isSecureContext) return;
  const page = {
    root,
    agencyId: root.dataset.keys ?? '',
    texts: textsOf(root),
    name: root.dataset.name ?? '',
  };
  make(page);
  const data = await keyData(page.agencyId).catch(() => null);
  const key = data?.keys.at(-1);
  root.hidden = !data;
  if (!data || !key) return;
  ownWords(page);
  changePassphrase(page, key);
  newWords(page, key);
  passkey(page, key);
  recover(page, key);
  escrow(page, data, key);
  giveBack(page, data);
  for (const button of root.querySelectorAll<HTMLElement>('[data-end]'))
    onClick(button, page.texts, () => send(page, { act: 'end', keyId: key.id, wrapId: button.dataset.end }));
}

interface Shown {
  root: HTMLElement;
  agencyId: string;
  texts: Texts;
  name: string;
}
type Key = KeyData['keys'][number];

async function send({ agencyId }: Shown, change: object): Promise<void> {
  await sendKeyChange(agencyId, change);
  location.reload();
}

/** Halves of the bar of progress, where two slow hashes follow one another. */
function chosen(form: HTMLFormElement, texts: Texts): string {
  const [first, again] = [typedIn(form, 'newPassphrase'), typedIn(form, 'newPassphraseAgain')];
  if (!isLongEnough(first)) throw new Told(texts.short);
  if (first !== again) throw new Told(texts.unequal);
  return first;
}

function make(page: Shown): void {
  const { root, texts, agencyId } = page;
  const form = part<HTMLFormElement>(root, '[data-make]');
  onSubmit(form, texts, async (slow) => {
    const passphrase = chosen(form as HTMLFormElement, texts);
    const [seed, words] = [newSeed(), newCode(RECOVERY)];
    const owner = { agency: agencyId, keyId: newRandomId() };
    const { seal, sign } = await staffKey(seed);
    const wraps = [
      await wrapByPassphrase(seed, owner, passphrase, slow),
      await wrapByWords(seed, owner, words, slow),
    ];
    const publics = { sealPublic: toText(seal.publicKey), signPublic: toText(sign.publicKey) };
    const change = { act: 'make', id: owner.keyId, ...publics, wraps: wraps.map(posted) };
    form?.reset();
    askBack(page, words, async () => {
      await sendKeyChange(agencyId, change);
      await unlock(agencyId, owner.keyId, seed);
      location.reload();
    });
  });
}

/** Shows the words once, and goes on when one of them was typed from paper. */
function askBack({ root, texts }: Shown, words: string, then: () => Promise<void>): void {
  const panel = part<HTMLElement>(root, '[data-words]');
  const form = part<HTMLFormElement>(root, '[data-asked]');
  if (!panel || !form) return;
  const n = Math.floor(Math.random() * RECOVERY.words);
  showWords(part(panel, 'ol'), words);
  const label = part(form, 'label');
  if (label) label.textContent = (texts.askWord ?? '').replace('{n}', String(n + 1));
  panel.hidden = false;
  panel.focus();
  panel.scrollIntoView();
  onSubmit(form, texts, async () => {
    const typed = typedIn(form, 'askedWord').trim().toLowerCase();
    if (typed !== words.split(' ')[n]) throw new Told(texts.notThatWord);
    panel.hidden = true;
    await then();
  });
}

/**
 * The six words from the key itself, once it is open. Attacker: whoever writes into the database, and would have a
 * colleague add another key under this name.
 */
function ownWords({ root, agencyId, texts }: Shown): void {
  const place = part(root, '[data-own-words]');
  whenUnlocked(agencyId, ({ key: { seal, sign } }) => {
    const words = keyWords({ sealPublic: seal.publicKey, signPublic: sign.publicKey });
    if (!place || place.textContent?.trim() === words) return;
    place.textContent = `${words}. ${texts.otherKey}`;
    place.className = 'field-error';
  });
}

async function openSeed({ agencyId, texts }: Shown, { id }: Key): Promise<Uint8Array> {
  const open = await unlocked(agencyId);
  if (open?.keyId !== id) throw new Told(texts.unlockFirst);
  return open.key.seed;
}

const idsOf = ({ wraps }: Key, ...ways: string[]) =>
  wraps.filter(({ way }) => ways.includes(way)).map(({ id }) => id);

function changePassphrase(page: Shown, key: Key): void {
  const form = part<HTMLFormElement>(page.root, '[data-change]');
  onSubmit(form, page.texts, async (slow) => {
    const passphrase = chosen(form as HTMLFormElement, page.texts);
    await storePassphrase(page, key, { seed: await openSeed(page, key), passphrase, slow }, []);
  });
}

async function storePassphrase(
  page: Shown,
  key: Key,
  { seed, passphrase, slow }: { seed: Uint8Array; passphrase: string; slow: Slow },
  used: string[],
): Promise<void> {
  const owner = { agency: page.agencyId, keyId: key.id };
  const wrap = await wrapByPassphrase(seed, owner, passphrase, slow);
  const ends = [...idsOf(key, 'passphrase'), ...used];
  await send(page, { act: 'wrap', keyId: key.id, wrap: posted(wrap), ends });
}

function newWords(page: Shown, key: Key): void {
  onClick(part(page.root, '[data-new-words]'), page.texts, async (slow) => {
    const [seed, words] = [await openSeed(page, key), newCode(RECOVERY)];
    const wrap = await wrapByWords(seed, { agency: page.agencyId, keyId: key.id }, words, slow);
    const change = { act: 'wrap', keyId: key.id, wrap: posted(wrap), ends: idsOf(key, 'recovery') };
    askBack(page, words, () => send(page, change));
  });
}

function passkey(page: Shown, key: Key): void {
  const button = part<HTMLElement>(page.root, '[data-add-passkey]');
  if (button && !mayHavePasskey()) button.hidden = true;
  onClick(button, page.texts, async () => {
    const seed = await openSeed(page, key);
    const made = await makePasskey(page.name);
    if (!made) throw new Told(page.texts.noPrf);
    const wrap = wrapByPasskey(seed, { agency: page.agencyId, keyId: key.id }, made);
    await send(page, { act: 'wrap', keyId: key.id, wrap: posted(wrap), ends: [] });
  });
}

function recover(page: Shown, key: Key): void {
  const { texts, agencyId } = page;
  const form = part<HTMLFormElement>(page.root, '[data-recover]');
  onSubmit(form, texts, async (slow) => {
    const words = checkedWords(typedIn(form as HTMLFormElement, 'words'), texts);
    const passphrase = chosen(form as HTMLFormElement, texts);
    const { seed, used } = await seedByWords(page, key, words, slow);
    await unlock(agencyId, key.id, seed);
    await storePassphrase(page, key, { seed, passphrase, slow }, [used]);
  });
}

async function seedByWords({ agencyId, texts }: Shown, key: Key, words: string, slow: Slow) {
  const owner = { agency: agencyId, keyId: key.id };
  for (const wrap of key.wraps.filter(({ way }) => way === 'recovery').reverse()) {
    const seed = await openWrap(wrapOf(wrap), owner, { words }, slow).catch(() => null);
    if (seed) return { seed, used: wrap.id };
  }
  throw new Told(texts.notTheseWords);
}

function escrow(page: Shown, data: KeyData, key: Key): void {
  const form = part<HTMLFormElement>(page.root, '[data-escrow]');
  const select = part<HTMLSelectElement>(page.root, '[data-escrow] select');
  if (!form || !select) return;
  const list = holders(page, data);
  select.replaceChildren(...list.map(({ label, keyId }) => new Option(label, keyId)));
  const chosenOne = () => list.find(({ keyId }) => keyId === select.value);
  const place = part(form, '[data-holder-words]');
  const showChosen = () => {
    const one = chosenOne();
    if (place) place.textContent = one ? keyWords(one) : '';
  };
  select.onchange = showChosen;
  showChosen();
  form.hidden = list.length === 0;
  onSubmit(form, page.texts, async () => {
    const holder = chosenOne();
    if (!holder) throw new Told(page.texts.noHolder);
    const owner = { agency: page.agencyId, keyId: key.id };
    const to = { keyId: holder.keyId, publicKey: holder.sealPublic };
    const wrap = await wrapByEscrow(await openSeed(page, key), owner, to);
    await send(page, { act: 'wrap', keyId: key.id, wrap: posted(wrap), ends: [] });
  });
}

/** Other people of the list, each once; none where the list does not hold. */
function holders({ agencyId }: Shown, data: KeyData) {
  try {
    const others = recipientsOf(agencyId, chainIn(data)).filter((one) => one.accountId !== data.accountId);
    return others.filter(({ keyId }, i) => others.findIndex((one) => one.keyId === keyId) === i);
  } catch {
    return [];
  }
}

function giveBack(page: Shown, data: KeyData): void {
  const { agencyId, texts, root } = page;
  for (const button of root.querySelectorAll<HTMLElement>('[data-give-back]'))
    onClick(button, texts, async (slow) => {
      const held = data.held.find(({ id }) => id === button.dataset.giveBack);
      const open = await unlocked(agencyId);
      if (!held || !open) throw new Told(texts.unlockFirst);
      const owner = { agency: agencyId, keyId: held.keyId };
      const own = { keyId: open.keyId, privateKey: open.key.seal.privateKey };
      const [seed, words] = [await openEscrow(wrapOf(held), owner, own), newCode(RECOVERY)];
      const wrap = await wrapByWords(seed, owner, words, slow);
      await sendKeyChange(agencyId, { act: 'wrap', keyId: held.keyId, wrap: posted(wrap), ends: [] });
      const panel = part<HTMLElement>(root, '[data-given]');
      showWords(part(root, '[data-given] ol'), words);
      if (panel) panel.hidden = false;
      panel?.focus();
    });
}
