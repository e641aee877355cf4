import type { VNode } from 'preact';
import { ErrorSummary, type FieldErrors, TextField } from '../../../platform/html/form.view.tsx';
import { Facts, Notice, Tag } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import type { Channel } from '../channel.ts';
import { t } from '../messages.ts';
import { KEEP_DAYS } from '../set-channel.ts';

interface Shown {
  lang: Lang;
  agencyId: string;
  channel: Channel | null;
  since: string | null;
  /** Null where the chain of recipients cannot be verified. */
  recipients: { count: number; custodians: number } | null;
  words: string | null;
  keepDays: string;
  address: string;
  onion: string | undefined;
  errors: FieldErrors;
  may: boolean;
}

export function ChannelView(props: Shown): VNode {
  const { lang, channel, since, recipients, errors } = props;
  const tr = t(lang);
  const state = channel?.state ?? 'never';
  return (
    <>
      <h1>{tr('reporting.staffTitle')}</h1>
      <p class="prose">{tr('reporting.staffLead')}</p>
      <ErrorSummary lang={lang} errors={errors} />
      <Facts
        rows={[
          [
            tr('reporting.state'),
            <Tag key="state" tone={state === 'open' ? 'good' : 'info'}>
              {tr(`reporting.state.${state}`)}
            </Tag>,
          ],
          ...(channel
            ? ([
                [tr('reporting.since'), since],
                [tr('reporting.keep'), tr('reporting.keepValue', { days: channel.keepDays })],
              ] as const)
            : []),
          ...(recipients
            ? ([[tr('reporting.recipients'), tr('reporting.recipientsValue', recipients)]] as const)
            : []),
        ]}
      />
      <Warnings {...props} />
      {channel && recipients?.count ? <Poster {...props} /> : null}
      {props.may ? <Settings {...props} /> : null}
    </>
  );
}

function Warnings({ lang, recipients }: Shown): VNode | null {
  const tr = t(lang);
  const warning = !recipients
    ? tr('reporting.chainUnsure')
    : recipients.count === 0
      ? tr('reporting.noRecipient')
      : recipients.custodians === 0
        ? tr('reporting.noCustodianWarn')
        : null;
  if (!warning) return null;
  return (
    <Notice tone={recipients ? 'warn' : 'bad'}>
      <p>{warning}</p>
    </Notice>
  );
}

function Poster({ lang, address, onion, words }: Shown): VNode {
  const tr = t(lang);
  return (
    <section class="card" aria-labelledby="alamat">
      <h2 id="alamat">{tr('reporting.address')}</h2>
      <p>
        <span class="mono">{address}</span>
      </p>
      {onion ? (
        <p>
          <span class="mono">{onion}</span>
        </p>
      ) : null}
      <p>
        {tr('reporting.fingerprintStaff')}: <strong class="mono">{words}</strong>
      </p>
      <p class="quiet">{tr('reporting.addressText')}</p>
    </section>
  );
}

function Settings({ lang, agencyId, channel, recipients, keepDays, errors }: Shown): VNode {
  const tr = t(lang);
  const open = channel?.state === 'open';
  const action = to('oversightChannel', { agency: agencyId });
  return (
    <>
      {recipients?.count ? (
        <form method="post" action={action}>
          <TextField
            name="keepDays"
            label={tr('reporting.keepDaysField')}
            hint={tr('reporting.keepDaysHint', KEEP_DAYS)}
            value={keepDays}
            inputMode="numeric"
            short
            errors={errors}
          />
          <button type="submit" name="act" value="open" class={open ? 'second' : undefined}>
            {tr(open ? 'reporting.keepChange' : 'reporting.open')}
          </button>
        </form>
      ) : null}
      {open ? (
        <form method="post" action={action}>
          <input type="hidden" name="keepDays" value={channel.keepDays} />
          <p>{tr('reporting.closeText')}</p>
          <button type="submit" name="act" value="close" class="second">
            {tr('reporting.close')}
          </button>
        </form>
      ) : null}
    </>
  );
}
