import type { VNode } from 'preact';
import { TextField } from '../../platform/html/form.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import { t } from './messages.ts';
import { Status } from './status.view.tsx';
import { FORM_TEXTS, texts } from './texts.ts';

/**
 * The part of a page in which one's key is opened and locked. The page that has it names the island `unlock`, or has it
 * in its own; without script it says what cannot be read.
 */
export function UnlockNotice({ lang, agencyId }: { lang: Lang; agencyId: string }): VNode {
  const tr = t(lang);
  const keys = to('oversightKeys', { agency: agencyId });
  return (
    <section
      class="card"
      aria-label={tr('ownKeys.unlock')}
      data-unlock={agencyId}
      data-texts={texts(lang, FORM_TEXTS, { colon: lang === 'id' ? '.' : ':' })}
    >
      <p data-state="script">{tr('ownKeys.needsScript')}</p>
      <p data-state="insecure" hidden>
        {tr('ownKeys.insecure')}
      </p>
      <p data-state="offline" hidden>
        {tr('ownKeys.offline')}
      </p>
      <p data-state="none" hidden>
        {tr('ownKeys.none')} <a href={`${keys}#buat`}>{tr('ownKeys.makeLink')}</a>
      </p>
      <form data-state="locked" hidden>
        <TextField
          {...{ name: 'keyPassphrase', type: 'password', autocomplete: 'off' }}
          label={tr('ownKeys.passphrase')}
          hint={tr('ownKeys.passphraseHint')}
        />
        <button type="submit">{tr('ownKeys.open')}</button>
        <button type="button" class="second" data-passkey hidden>
          {tr('ownKeys.openPasskey')}
        </button>
        <Status />
        <p>
          <a href={`${keys}#pulih`}>{tr('ownKeys.lost')}</a>
        </p>
      </form>
      <div data-state="open" hidden>
        <p role="status">
          {tr('ownKeys.isOpen')} <strong data-until />. {tr('ownKeys.isOpenMore')}
        </p>
        <button type="button" class="second" data-lock>
          {tr('ownKeys.lock')}
        </button>
      </div>
    </section>
  );
}
