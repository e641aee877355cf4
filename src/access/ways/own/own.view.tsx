import type { ComponentChildren, VNode } from 'preact';
import { formatMoment } from '../../../platform/format.ts';
import { ErrorSummary, type FieldErrors, TextField } from '../../../platform/html/form.view.tsx';
import { Notice } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { urls } from '../../../urls.ts';
import type { Session } from '../../sessions/sessions.ts';
import type { AccountMail } from '../mail/address.ts';
import { t } from '../messages.ts';
import type { Identity, Link } from '../oidc/identity.ts';
import type { Passkey } from '../passkey/keep-passkey.ts';
import { PasskeyForm } from '../passkey/passkey.view.tsx';
import { Sessions } from './sessions.view.tsx';

export interface OwnAccessProps {
  lang: Lang;
  errors: FieldErrors;
  saved: boolean;
  /** Whether it was proved within minutes who this is; else the page only shows. */
  fresh: boolean;
  sessions: readonly Session[];
  /** This one. */
  sessionId: string;
  passkeys: readonly Passkey[];
  /** null: this address can have none; no options: there are enough, or a proof comes first. */
  passkey: { origin: string; options: object | null } | null;
  provider: string | null;
  identities: readonly Identity[];
  waiting: Link | null;
  sendsMail: boolean;
  mail: AccountMail | null;
  typedMail: string | undefined;
  codes: { count: number; madeAt: Date | null };
}

/** An account belongs to no institution; its times are those of the capital. */
export const moment = (lang: Lang, at: Date) => formatMoment(lang, at, 'Asia/Jakarta');

export function OwnAccess(props: OwnAccessProps): VNode {
  const { lang, errors, saved, fresh, waiting } = props;
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={urls.work}>{tr('access.ownBack')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('access.own')}</h1>
      {saved ? (
        <Notice tone="good">
          <p>{tr('access.ownSaved')}</p>
        </Notice>
      ) : null}
      {waiting && fresh ? <Waiting {...props} waiting={waiting} /> : null}
      {fresh ? null : (
        <Notice>
          <p>
            {tr('access.ownProof')}{' '}
            <a href={`${urls.signInAgain}?ke=${encodeURIComponent(urls.ownAccess)}`}>
              {tr('access.ownProofGo')}
            </a>
          </p>
        </Notice>
      )}
      <Sessions {...props} />
      <h2>{tr('access.ownWays')}</h2>
      <p>
        <a href={urls.ownPassword}>{tr('access.ownPasswordChange')}</a>
      </p>
      {props.passkey ? <Passkeys {...props} passkey={props.passkey} /> : null}
      {props.provider ? <Identities {...props} provider={props.provider} /> : null}
      {props.sendsMail ? <Mail {...props} /> : null}
      <Codes {...props} />
    </>
  );
}

function Do(props: {
  aksi: string;
  button: string;
  plain?: boolean;
  fields?: Readonly<Record<string, string>>;
  children?: ComponentChildren;
}): VNode {
  const { aksi, button, plain, fields = {}, children } = props;
  return (
    <form method="post" action={urls.ownAccess}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <button type="submit" name="aksi" value={aksi} class={plain ? 'plain' : 'second'}>
        {button}
      </button>
    </form>
  );
}

function Waiting({ lang, waiting, provider }: OwnAccessProps & { waiting: Link }): VNode {
  const tr = t(lang);
  return (
    <Notice tone="warn">
      <p>{tr('access.linkAsk', { label: waiting.label, provider: provider ?? waiting.issuer })}</p>
      <Do aksi="taut" button={tr('access.linkYes')} />
      <Do aksi="batal-taut" button={tr('access.linkNo')} plain />
    </Notice>
  );
}

function Passkeys({
  lang,
  passkeys,
  passkey,
  fresh,
}: OwnAccessProps & { passkey: NonNullable<OwnAccessProps['passkey']> }): VNode {
  const tr = t(lang);
  const { origin, options } = passkey;
  return (
    <>
      <h3>{tr('access.passkeys')}</h3>
      <p class="quiet">{tr('access.passkeysHint')}</p>
      <ul>
        {passkeys.map(({ id, device, madeAt, usedAt }) => (
          <li key={id}>
            {device || tr('access.deviceUnknown')}, {tr('access.madeAt', { moment: moment(lang, madeAt) })}
            {usedAt ? `, ${tr('access.usedAt', { moment: moment(lang, usedAt) })}` : ''}
            {fresh ? (
              <Do aksi="hapus-kunci" button={tr('access.passkeyRemove')} fields={{ kunci: id }} plain />
            ) : null}
          </li>
        ))}
      </ul>
      {options ? (
        <PasskeyForm
          {...{ lang, origin }}
          action={urls.ownAccess}
          options={JSON.stringify(options)}
          button={tr('access.passkeyMake')}
          failed={tr('access.passkeyNotMade')}
          fields={{ aksi: 'kunci' }}
          second
        />
      ) : null}
    </>
  );
}

function Identities({ lang, identities, provider, fresh }: OwnAccessProps & { provider: string }): VNode {
  const tr = t(lang);
  return (
    <>
      <h3>{provider}</h3>
      <p class="quiet">{tr('access.identitiesHint', { provider })}</p>
      <ul>
        {identities.map(({ issuer, subject, label, linkedAt }) => (
          <li key={issuer + subject}>
            {label}, {tr('access.linkedAt', { moment: moment(lang, linkedAt) })}
            {fresh ? (
              <Do aksi="lepas" button={tr('access.unlink')} fields={{ issuer, subject }} plain />
            ) : null}
          </li>
        ))}
      </ul>
      {fresh ? (
        <p>
          <a href={`${urls.signInOidc}?untuk=taut`}>{tr('access.linkGo', { provider })}</a>
        </p>
      ) : null}
    </>
  );
}

function Mail({ lang, mail, typedMail, errors, fresh }: OwnAccessProps): VNode {
  const tr = t(lang);
  return (
    <>
      <h3>{tr('access.mail')}</h3>
      <p class="quiet">{tr('access.mailHint')}</p>
      <p>
        {mail
          ? tr(mail.proved ? 'access.mailIs' : 'access.mailUnproved', { address: mail.address })
          : tr('access.mailNo')}
      </p>
      {fresh ? (
        <Do aksi="surel" button={tr('access.mailSave')}>
          <TextField
            name="email"
            type="email"
            label={tr('access.mailAddress')}
            hint={tr('access.mailEmpty')}
            value={typedMail ?? mail?.address}
            autocomplete="email"
            errors={errors}
          />
        </Do>
      ) : null}
    </>
  );
}

function Codes({ lang, codes, fresh }: OwnAccessProps): VNode {
  const tr = t(lang);
  const { count, madeAt } = codes;
  return (
    <>
      <h3>{tr('access.codes')}</h3>
      <p class="quiet">{tr('access.codesHint')}</p>
      <p>
        {madeAt ? tr('access.codesLeft', { count, moment: moment(lang, madeAt) }) : tr('access.codesNone')}
      </p>
      {fresh ? <Do aksi="kode" button={tr(madeAt ? 'access.codesNew' : 'access.codesMake')} /> : null}
    </>
  );
}
