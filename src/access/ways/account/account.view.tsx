import type { VNode } from 'preact';
import { ErrorSummary, type FieldErrors, TextField } from '../../../platform/html/form.view.tsx';
import { Notice } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { t } from '../messages.ts';

interface Props {
  lang: Lang;
  errors: FieldErrors;
  name: string;
  back: string;
  email: string;
  claim: string;
  sendsMail: boolean;
  /** The provider whose claim is matched; null where none is, or where owners link themselves. */
  oidc: { name: string; claim: string } | null;
  saved: boolean;
}

export function AccountWays(props: Props): VNode {
  const { lang, errors, name, back, email, claim, sendsMail, oidc, saved } = props;
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={back}>{name}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('access.accountWays')}</h1>
      {saved ? (
        <Notice tone="good">
          <p>{tr('access.ownSaved')}</p>
        </Notice>
      ) : null}
      <p class="quiet">{tr('access.accountWaysHint')}</p>
      {sendsMail || oidc ? (
        <form method="post">
          {sendsMail ? (
            <TextField
              name="email"
              type="email"
              label={tr('access.mailAddress')}
              hint={tr('access.accountMailHint')}
              value={email}
              autocomplete="off"
              errors={errors}
            />
          ) : null}
          {oidc ? (
            <TextField
              name="claim"
              label={tr('access.accountClaim', { provider: oidc.name, claim: oidc.claim })}
              value={claim}
              autocomplete="off"
              errors={errors}
            />
          ) : null}
          <button type="submit">{tr('access.accountSave')}</button>
        </form>
      ) : (
        <p>{tr('access.accountNothing')}</p>
      )}
      <form method="post">
        <h2>{tr('access.revoke')}</h2>
        <p class="quiet">{tr('access.revokeHint')}</p>
        <button type="submit" class="second" name="aksi" value="cabut">
          {tr('access.revoke')}
        </button>
      </form>
    </>
  );
}
