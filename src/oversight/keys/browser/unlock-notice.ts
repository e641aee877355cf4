import { openWrap } from '../../seal/index.ts';
import { lock, unlock, unlocked, whenLocked, whenUnlocked } from '../unlocked.ts';
import { keyData, wrapOf } from './data.ts';
import { onClick, onSubmit, part, type Texts, Told, textsOf, typedIn } from './form.ts';
import { mayHavePasskey, usePasskey } from './passkey.ts';

type State = 'script' | 'insecure' | 'offline' | 'none' | 'locked' | 'open';

/** The part of a page in which the key is opened and locked (UnlockNotice). */
export async function startNotice(section: HTMLElement): Promise<void> {
  const agencyId = section.dataset.unlock ?? '';
  const texts = textsOf(section);
  const show = (state: State) => {
    for (const each of section.querySelectorAll<HTMLElement>('[data-state]'))
      each.hidden = each.dataset.state !== state;
  };
  if (!window.isSecureContext) return show('insecure');
  const key = await keyData(agencyId).then(
    ({ keys }) => keys.at(-1) ?? null,
    () => undefined,
  );
  if (key === undefined) return show('offline');
  if (key === null) return show('none');
  listen(section, agencyId, key, texts);
  let timer = 0;
  whenUnlocked(agencyId, ({ until }) => {
    const time = part(section, '[data-until]');
    if (time)
      time.textContent = until
        .toTimeString()
        .slice(0, 5)
        .replace(':', texts.colon ?? '.');
    window.clearTimeout(timer);
    timer = window.setTimeout(
      () => void unlocked(agencyId).then((open) => open ?? lock(agencyId)),
      until.getTime() - Date.now() + 500,
    );
    show('open');
  });
  whenLocked(agencyId, () => show('locked'));
  show((await unlocked(agencyId)) ? 'open' : 'locked');
}

type Key = Awaited<ReturnType<typeof keyData>>['keys'][number];

function listen(section: HTMLElement, agencyId: string, key: Key, texts: Texts): void {
  const owner = { agency: agencyId, keyId: key.id };
  const form = part<HTMLFormElement>(section, 'form[data-state=locked]');
  onSubmit(form, texts, async (slow) => {
    const passphrase = typedIn(form as HTMLFormElement, 'keyPassphrase');
    const wrap = key.wraps.findLast(({ way }) => way === 'passphrase');
    if (!wrap) throw new Told(texts.noPassphrase);
    if (!passphrase) throw new Told(texts.empty);
    await unlock(agencyId, key.id, await openWrap(wrapOf(wrap), owner, { passphrase }, slow));
    form?.reset();
  });
  const passkeys = key.wraps.filter(({ way }) => way === 'passkey');
  const button = part<HTMLButtonElement>(section, '[data-passkey]');
  if (button && passkeys.length > 0 && mayHavePasskey()) button.hidden = false;
  onClick(button, texts, async (slow) => {
    const found = await usePasskey(
      passkeys.map(({ params }) => params as { credential: string; salt: string }),
    );
    const wrap = passkeys.find(({ params }) => params.credential === found?.credential);
    if (!found || !wrap) throw new Told(texts.passkeyFailed);
    await unlock(agencyId, key.id, await openWrap(wrapOf(wrap), owner, { prf: found.prf }, slow));
  });
  part(section, '[data-lock]')?.addEventListener('click', () => lock(agencyId));
}
