import type { VNode } from 'preact';
import { type FieldErrors, TextField } from '../../../platform/html/form.view.tsx';
import { Notice } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import { t } from './messages.ts';

/** Below the form: nobody is held to this way. */
export function WithoutBsre({ lang, code }: { lang: Lang; code: string }): VNode {
  return (
    <p class="row">
      <a href={to('sign', { code })}>{t(lang)('bsre.back')}</a>
    </p>
  );
}

/** What will happen, then what is asked: never with a value, for what was typed does not come back in a page. */
export function SecretFields(props: { lang: Lang; trial: boolean; errors: FieldErrors }): VNode {
  const { lang, trial, errors } = props;
  const tr = t(lang);
  return (
    <>
      <h2>{tr('bsre.title')}</h2>
      <p>{tr('bsre.intro')}</p>
      {trial ? (
        <Notice tone="warn">
          <p>{tr('bsre.trial')}</p>
        </Notice>
      ) : null}
      <TextField
        name="nik"
        label={tr('bsre.nik')}
        hint={tr('bsre.nikHint')}
        errors={errors}
        inputMode="numeric"
        autocomplete="off"
        maxLength={24}
        required
      />
      <TextField
        name="passphrase"
        type="password"
        label={tr('bsre.passphrase')}
        hint={tr('bsre.passphraseHint')}
        errors={errors}
        autocomplete="off"
        maxLength={200}
        required
      />
      <p>{tr('bsre.waitHint')}</p>
    </>
  );
}

/** Where the service has signed already and only the seal is missing. */
export function ReadyNotice({ lang }: { lang: Lang }): VNode {
  return (
    <Notice>
      <p>{t(lang)('bsre.ready')}</p>
    </Notice>
  );
}

/** On the receipt: the provider's own file beside ours, and what was not checked here. */
export function CertifiedLink(props: {
  lang: Lang;
  code: string;
  trial: boolean;
  continues: boolean;
}): VNode {
  const { lang, code, trial, continues } = props;
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={to('signCertified', { code })}>{tr(trial ? 'bsre.downloadTrial' : 'bsre.download')}</a>
      </p>
      <p class="quiet">{tr(trial ? 'bsre.fileNoteTrial' : 'bsre.fileNote')}</p>
      {continues ? null : (
        <Notice tone="warn">
          <p>{tr('bsre.rewritten')}</p>
        </Notice>
      )}
    </>
  );
}
