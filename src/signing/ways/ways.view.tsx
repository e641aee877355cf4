import { h, type VNode } from 'preact';
import { type FieldErrors, TextField } from '../../platform/html/form.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import { CODE } from './code/code.ts';
import { t } from './messages.ts';
import type { Offer } from './offer.ts';

interface Shown {
  lang: Lang;
  offer: Offer;
  /** Of the personal slip. */
  code: string;
}

/** A button that only a browser with passkeys shows; with it, typing alone is the second choice. */
export function PasskeyButton({ lang, offer }: Shown): VNode | null {
  const tr = t(lang);
  if (!offer.passkey) return null;
  const data = {
    hidden: true,
    'data-origin': offer.passkey.origin,
    'data-options': offer.passkey.options,
    'data-unticked': tr('signing.passkeyUnticked'),
    'data-failed': tr('signing.passkeyFailed'),
    'data-typed': tr('signing.withoutPasskey'),
  };
  return h(
    'ikrar-passkey',
    data as object,
    <input type="hidden" name="passkey" />,
    <p class="hint">{tr('signing.usePasskeyHint')}</p>,
    <p class="field-error" role="alert" />,
    <p>
      <button type="button" class="big">
        {tr('signing.usePasskey')}
      </button>
    </p>,
  );
}

/** Where the form asks for the code of an e-mail. */
export function CodeField({ lang, offer, code, errors }: Shown & { errors: FieldErrors }): VNode {
  const tr = t(lang);
  const address = offer.mail ?? '';
  return (
    <>
      <TextField
        name="otp"
        label={tr('signing.codeField')}
        hint={tr('signing.codeFieldHint', { address, minutes: CODE.minutes })}
        errors={errors}
        inputMode="numeric"
        autocomplete="one-time-code"
        maxLength={20}
        short
        required
      />
      <p>
        <a href={to('signCode', { code })}>{tr('signing.codeAgain')}</a> ·{' '}
        <a href={to('sign', { code })}>{tr('signing.codeInstead')}</a>
      </p>
    </>
  );
}

/** Below the form, each with what it is worth. */
export function OtherWays({ lang, offer, code }: Shown): VNode | null {
  const tr = t(lang);
  if (!offer.passkeys && !offer.mail && !offer.bsre) return null;
  return (
    <section data-other-ways>
      <h2>{tr('signing.otherWays')}</h2>
      <ul>
        {offer.passkeys ? (
          <li>
            <a href={to('signPasskey', { code })}>
              {tr(offer.passkey ? 'signing.passkeyManage' : 'signing.passkeyLink')}
            </a>
            <br />
            <span class="quiet">{tr('signing.passkeyLinkHint')}</span>
          </li>
        ) : null}
        {offer.mail ? (
          <li>
            <a href={to('signCode', { code })}>{tr('signing.codeLink')}</a>
            <br />
            <span class="quiet">{tr('signing.codeLinkHint', { address: offer.mail })}</span>
          </li>
        ) : null}
        {offer.bsre ? (
          <li>
            <a href={to('signBsre', { code })}>{tr('signing.bsreLink')}</a>
            <br />
            <span class="quiet">
              {tr(offer.bsre.trial ? 'signing.bsreTrialHint' : 'signing.bsreLinkHint')}
            </span>
          </li>
        ) : null}
      </ul>
    </section>
  );
}
