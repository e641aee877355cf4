import type { VNode } from 'preact';
import { ErrorSummary, type FieldErrors, TextField } from '../../../platform/html/form.view.tsx';
import { Notice } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { urls } from '../../../urls.ts';
import { t } from '../messages.ts';

export function RecoveryForm(props: { lang: Lang; username: string; errors: FieldErrors }): VNode {
  const { lang, username, errors } = props;
  const tr = t(lang);
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('access.recover')}</h1>
      <p class="quiet">{tr('access.recoverHint')}</p>
      <form method="post" action={urls.signInRecover}>
        <TextField
          name="username"
          label={tr('access.recoverName')}
          value={username}
          autocomplete="username"
          required
        />
        <TextField name="kode" label={tr('access.recoverCode')} autocomplete="off" required />
        <button type="submit">{tr('access.recoverUse')}</button>
      </form>
      <p>{tr('access.recoverElse')}</p>
      <p>
        <a href={urls.signIn}>{tr('access.otherWays')}</a>
      </p>
    </>
  );
}

/** The one answer that holds the codes. */
export function CodesGiven({ lang, codes }: { lang: Lang; codes: readonly string[] }): VNode {
  const tr = t(lang);
  return (
    <>
      <h1>{tr('access.codesGiven')}</h1>
      <Notice tone="warn">
        <p>{tr('access.codesOnce')}</p>
      </Notice>
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p class="prose">{tr('access.codesHow')}</p>
      <p>
        <a href={urls.ownAccess}>{tr('access.codesKept')}</a>
      </p>
    </>
  );
}
