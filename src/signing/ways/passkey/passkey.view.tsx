import { h, type VNode } from 'preact';
import { formatMoment, type Zone } from '../../../platform/format.ts';
import { ErrorSummary, type FieldErrors } from '../../../platform/html/form.view.tsx';
import { Notice } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import { t } from '../messages.ts';
import type { Passkey } from './passkey.ts';

interface Shown {
  lang: Lang;
  /** Of the personal slip. */
  code: string;
  zone: Zone;
  origin: string;
  /** What the browser is asked for, in JSON; null where there are enough. */
  options: string | null;
  passkeys: readonly Passkey[];
  errors: FieldErrors;
}

/** What a passkey proves and what not, then one button. */
export function PasskeyPage(props: Shown): VNode {
  const { lang, code, errors, passkeys } = props;
  const tr = t(lang);
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('signing.passkeyTitle')}</h1>
      <p>{tr('signing.passkeyIntro')}</p>
      <h2>{tr('signing.passkeyProves')}</h2>
      <p>{tr('signing.passkeyProvesText')}</p>
      <h2>{tr('signing.passkeyNot')}</h2>
      <ul>
        <li>{tr('signing.passkeyNotShown')}</li>
        <li>{tr('signing.passkeyNotWho')}</li>
        <li>
          {tr('signing.passkeyNotCertified')} {tr('signing.strengthLaw')}
        </li>
      </ul>
      <CreateForm {...props} />
      {passkeys.length > 0 ? <Yours {...props} /> : null}
      <p>
        <a href={to('sign', { code })}>{tr('signing.passkeyBack')}</a>
      </p>
    </>
  );
}

/** The button appears where the browser can; until then, and without script, the page says what is missing. */
function CreateForm({ lang, code, origin, options, passkeys }: Shown): VNode {
  const tr = t(lang);
  if (!options) return <p>{tr('signing.passkeyEnough', { most: passkeys.length })}</p>;
  const data = {
    hidden: true,
    'data-origin': origin,
    'data-options': options,
    'data-failed': tr('signing.passkeyNotMade'),
  };
  return (
    <form method="post" action={to('signPasskey', { code })}>
      <div data-without-passkey>
        <Notice tone="warn">
          <p>{tr('signing.passkeyNeeds')}</p>
        </Notice>
      </div>
      {h(
        'ikrar-passkey',
        data as object,
        <input type="hidden" name="passkey" />,
        <p class="hint">{tr('signing.passkeyCreateHint')}</p>,
        <p class="field-error" role="alert" />,
        <p>
          <button type="button" class="big">
            {tr('signing.passkeyCreate')}
          </button>
        </p>,
      )}
    </form>
  );
}

function Yours({ lang, code, zone, passkeys }: Shown): VNode {
  const tr = t(lang);
  return (
    <>
      <h2>{tr('signing.passkeyYours')}</h2>
      <p class="quiet">{tr('signing.passkeyRemoveHint')}</p>
      <ul>
        {passkeys.map(({ id, createdAt, synced }) => (
          <li key={id}>
            {tr('signing.passkeyMade', { moment: formatMoment(lang, createdAt, zone) })},{' '}
            {tr(synced ? 'signing.passkeySynced' : 'signing.passkeyBound')}
            <form method="post" action={to('signPasskey', { code })}>
              <input type="hidden" name="remove" value={id} />
              <button type="submit" class="plain">
                {tr('signing.passkeyRemove')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}
