import type { VNode } from 'preact';
import { ErrorSummary, type FieldErrors, TextField } from '../../../platform/html/form.view.tsx';
import { Notice } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { urls } from '../../../urls.ts';
import { t } from '../messages.ts';

interface Props {
  lang: Lang;
  errors: FieldErrors;
  ways: { example: boolean; passkey: boolean; oidc: string | null; mail: boolean };
  /** It was proved just now, for a form in another tab. */
  done: boolean;
  to: string;
  username: string;
}

export function AgainPage(props: Props): VNode {
  const { lang, errors, done } = props;
  const tr = t(lang);
  if (done)
    return (
      <>
        <h1>{tr('access.again')}</h1>
        <Notice tone="good">
          <p>{tr('access.againDone')}</p>
        </Notice>
      </>
    );
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('access.again')}</h1>
      <p class="quiet">{tr('access.againHint')}</p>
      <Links {...props} />
      {props.ways.example ? <Play {...props} /> : <Password {...props} />}
    </>
  );
}

/** A form that was sent too late: its tab keeps what was typed. */
export function ProofFirst({ lang, href }: { lang: Lang; href: string }): VNode {
  const tr = t(lang);
  return (
    <>
      <h1>{tr('access.proofFirst')}</h1>
      <Notice tone="warn">
        <p>{tr('access.proveAgain')}</p>
      </Notice>
      <p>
        <a class="button" href={href} target="_blank" rel="noopener">
          {tr('access.proofTab')}
        </a>
      </p>
      <p>{tr('access.proofThen')}</p>
    </>
  );
}

function Links({ lang, ways, to }: Props): VNode | null {
  const tr = t(lang);
  const ke = `?ke=${encodeURIComponent(to)}`;
  const links = [
    ...(ways.passkey ? [[urls.signInPasskey + ke, tr('access.byPasskey')]] : []),
    ...(ways.oidc ? [[urls.signInOidc + ke, tr('access.byOidc', { provider: ways.oidc })]] : []),
    ...(ways.mail ? [[urls.signInMail + ke, tr('access.byMail')]] : []),
  ];
  if (links.length === 0) return null;
  return (
    <ul>
      {links.map(([href, text]) => (
        <li key={href}>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  );
}

function Password({ lang, errors, to, username }: Props): VNode {
  const tr = t(lang);
  return (
    <form method="post" action={`${urls.signInAgain}?ke=${encodeURIComponent(to)}`}>
      <input type="hidden" name="username" value={username} autocomplete="username" />
      <TextField
        name="password"
        type="password"
        label={tr('access.yourPassword')}
        autocomplete="current-password"
        errors={errors}
        required
      />
      <button type="submit">{tr('access.againGo')}</button>
    </form>
  );
}

function Play({ lang, to }: Props): VNode {
  return (
    <form method="post" action={`${urls.signInAgain}?ke=${encodeURIComponent(to)}`}>
      <button type="submit" name="contoh" value="1">
        {t(lang)('access.againPlay')}
      </button>
    </form>
  );
}
