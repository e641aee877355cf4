import type { VNode } from 'preact';
import { ErrorSummary, type FieldErrors, TextField } from '../../platform/html/form.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { urls } from '../../urls.ts';
import { t } from '../messages.ts';

export function SignInForm({
  lang,
  errors,
  username,
}: {
  lang: Lang;
  errors: FieldErrors;
  username?: string;
}): VNode {
  const tr = t(lang);
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('access.signInTitle')}</h1>
      <p class="quiet">{tr('access.signInHint')}</p>
      <form method="post" action={urls.signIn}>
        <TextField
          name="username"
          label={tr('access.username')}
          value={username}
          autocomplete="username"
          required
        />
        <TextField
          name="password"
          type="password"
          label={tr('access.password')}
          autocomplete="current-password"
          required
        />
        <button type="submit">{tr('access.signIn')}</button>
      </form>
    </>
  );
}
