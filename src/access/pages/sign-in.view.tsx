import type { VNode } from 'preact';
import { ErrorSummary, type FieldErrors, TextField } from '../../platform/html/form.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { urls } from '../../urls.ts';
import { t } from '../messages.ts';
import { t as wayText } from '../ways/messages.ts';
import type { Offers } from '../ways/offers.ts';

/** What this installation offers, and nothing else: passkey and provider first, then name and password, then the rest. */
export function SignInForm({
  lang,
  errors,
  username,
  offers,
}: {
  lang: Lang;
  errors: FieldErrors;
  username?: string;
  offers: Offers;
}): VNode {
  const tr = t(lang);
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('access.signInTitle')}</h1>
      <p class="quiet">{tr('access.signInHint')}</p>
      <First lang={lang} offers={offers} />
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
      <p class="row">
        {offers.mail ? <a href={urls.signInMail}>{wayText(lang)('access.byMail')}</a> : null}
        <a href={urls.signInRecover}>{wayText(lang)('access.lost')}</a>
      </p>
    </>
  );
}

function First({ lang, offers }: { lang: Lang; offers: Offers }): VNode | null {
  const tr = wayText(lang);
  if (!offers.passkey && !offers.oidc) return null;
  return (
    <p class="row">
      {offers.passkey ? (
        <a class="button second" href={urls.signInPasskey}>
          {tr('access.byPasskey')}
        </a>
      ) : null}
      {offers.oidc ? (
        <a class="button second" href={urls.signInOidc}>
          {tr('access.byOidc', { provider: offers.oidc })}
        </a>
      ) : null}
    </p>
  );
}
