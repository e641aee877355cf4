import type { VNode } from 'preact';
import { ErrorSummary, type FieldErrors, TextField } from '../../platform/html/form.view.tsx';
import { Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { urls } from '../../urls.ts';
import { t } from '../messages.ts';

export function OwnPasswordForm(props: {
  lang: Lang;
  username: string;
  errors: FieldErrors;
  saved: boolean;
}): VNode {
  const { lang, username, errors, saved } = props;
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={urls.work}>{tr('access.toWork')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('access.ownPassword')}</h1>
      {saved ? (
        <Notice tone="good">
          <p>{tr('access.ownPasswordSaved')}</p>
        </Notice>
      ) : null}
      <p class="quiet">{tr('access.ownPasswordHint')}</p>
      <form method="post" action={urls.ownPassword}>
        <input type="hidden" name="username" value={username} autocomplete="username" />
        <Secret name="old" label={tr('access.oldPassword')} complete="current-password" errors={errors} />
        <Secret name="next" label={tr('access.newPassword')} complete="new-password" errors={errors} />
        <Secret name="again" label={tr('access.newPasswordAgain')} complete="new-password" errors={errors} />
        <button type="submit">{tr('access.ownPasswordSave')}</button>
      </form>
    </>
  );
}

/** What was typed is never sent back. */
function Secret(props: { name: string; label: string; complete: string; errors: FieldErrors }): VNode {
  const { name, label, complete, errors } = props;
  return (
    <TextField name={name} type="password" label={label} autocomplete={complete} errors={errors} required />
  );
}
