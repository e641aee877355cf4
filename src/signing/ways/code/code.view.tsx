import type { VNode } from 'preact';
import { ErrorSummary, type FieldErrors } from '../../../platform/html/form.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import { t } from '../messages.ts';
import { CODE } from './code.ts';

/** Where the code would go, and one button. */
export function CodePage(props: { lang: Lang; code: string; address: string; errors: FieldErrors }): VNode {
  const { lang, code, address, errors } = props;
  const tr = t(lang);
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('signing.codeTitle')}</h1>
      <p>{tr('signing.codeIntro', { address, minutes: CODE.minutes })}</p>
      <p>{tr('signing.codeOther')}</p>
      <p class="quiet">
        {tr('signing.codeProves')} {tr('signing.strengthLaw')}
      </p>
      <form method="post" action={to('signCode', { code })}>
        <button type="submit" class="big">
          {tr('signing.codeSend')}
        </button>
      </form>
      <p class="row">
        <a href={to('sign', { code })}>{tr('signing.passkeyBack')}</a>
      </p>
    </>
  );
}
