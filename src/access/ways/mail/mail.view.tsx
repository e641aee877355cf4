import type { VNode } from 'preact';
import { ErrorSummary, type FieldErrors, TextField } from '../../../platform/html/form.view.tsx';
import { Notice } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { urls } from '../../../urls.ts';
import { t } from '../messages.ts';
import { LINK_MINUTES } from './links.ts';

export function AskForLink(props: {
  lang: Lang;
  action: string;
  errors: FieldErrors;
  /** Where the link will go, where that is known already. */
  own: string | null;
}): VNode {
  const { lang, action, errors, own } = props;
  const tr = t(lang);
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('access.byMail')}</h1>
      <p class="quiet">{tr('access.byMailHint', { minutes: LINK_MINUTES })}</p>
      <form method="post" action={action}>
        {own ? (
          <p>{tr('access.byMailTo', { address: own })}</p>
        ) : (
          <TextField
            name="email"
            type="email"
            label={tr('access.mailAddress')}
            autocomplete="email"
            errors={errors}
            required
          />
        )}
        <button type="submit">{tr('access.byMailSend')}</button>
      </form>
    </>
  );
}

/** The same whether anybody has the address or not. */
export function LinkSent({ lang }: { lang: Lang }): VNode {
  const tr = t(lang);
  return (
    <>
      <h1>{tr('access.byMail')}</h1>
      <Notice tone="good">
        <p>{tr('access.linkSent', { minutes: LINK_MINUTES })}</p>
      </Notice>
      <p>{tr('access.linkSentElse')}</p>
      <p>
        <a href={urls.signIn}>{tr('access.otherWays')}</a>
      </p>
    </>
  );
}

export function UseLink({ lang, action }: { lang: Lang; action: string }): VNode {
  const tr = t(lang);
  return (
    <>
      <h1>{tr('access.linkTitle')}</h1>
      <p>{tr('access.linkHint')}</p>
      <form method="post" action={action}>
        <button type="submit" class="big">
          {tr('access.linkUse')}
        </button>
      </form>
    </>
  );
}
