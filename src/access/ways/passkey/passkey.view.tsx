import { h, type VNode } from 'preact';
import { ErrorSummary, type FieldErrors } from '../../../platform/html/form.view.tsx';
import { Notice } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { urls } from '../../../urls.ts';
import { t } from '../messages.ts';

interface Ask {
  lang: Lang;
  action: string;
  origin: string;
  /** What the browser is asked for, in JSON. */
  options: string;
}

export function PasskeySignIn(props: Ask & { errors: FieldErrors }): VNode {
  const { lang, errors } = props;
  const tr = t(lang);
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('access.byPasskey')}</h1>
      <p class="quiet">{tr('access.byPasskeyHint')}</p>
      <PasskeyForm {...props} button={tr('access.byPasskeyUse')} failed={tr('access.passkeyNoAnswer')} />
      <p>
        <a href={urls.signIn}>{tr('access.otherWays')}</a>
      </p>
    </>
  );
}

/** The button appears where the browser can; until then, and without script, the page says what is missing. */
export function PasskeyForm(
  props: Ask & {
    button: string;
    failed: string;
    second?: boolean;
    fields?: Readonly<Record<string, string>>;
  },
): VNode {
  const { lang, action, origin, options, button, failed, second, fields = {} } = props;
  const tr = t(lang);
  const data = { hidden: true, 'data-origin': origin, 'data-options': options, 'data-failed': failed };
  return (
    <form method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div data-without-passkey>
        <Notice tone="warn">
          <p>{tr('access.passkeyNeeds')}</p>
        </Notice>
      </div>
      {h(
        'ikrar-passkey',
        data as object,
        <input type="hidden" name="passkey" />,
        <p class="field-error" role="alert" />,
        <p>
          <button type="button" class={second ? 'second' : 'big'}>
            {button}
          </button>
        </p>,
      )}
    </form>
  );
}
