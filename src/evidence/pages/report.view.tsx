import type { ComponentChildren, VNode } from 'preact';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import { Facts, Notice, type Tone } from '../../platform/html/parts.view.tsx';
import { type Lang, messageOf } from '../../platform/i18n.ts';
import {
  type Check,
  type Claims,
  clockDoubt,
  type PactReport,
  type ReasonCode,
  type Seal,
  type SealedRecord,
} from '../../verify/index.ts';
import { checkText } from '../check-messages.ts';

/** What a check found, in the same words on our pages and on the page that works from disk. */

type Found = PactReport['verdict'];

const TONES: Record<Found, Tone> = { valid: 'good', invalid: 'bad', incomplete: 'warn' };
const SIGNS: Record<Found, string> = { valid: '✓', invalid: '✗', incomplete: '!' };

/** `of`: a whole document, or the code alone. */
export function Verdict(props: { lang: Lang; of: 'verify' | 'qr'; verdict: Found }): VNode {
  const { lang, of, verdict } = props;
  const tr = checkText(lang);
  return (
    <>
      <h1 class={`verdict ${TONES[verdict]}`} tabIndex={-1}>
        <span class="sign" aria-hidden="true">
          {SIGNS[verdict]}
        </span>
        {of === 'qr' ? tr(`qr.${verdict}`) : tr(`verify.${verdict}`)}
      </h1>
      <Notice tone={TONES[verdict]}>
        <p>{of === 'qr' ? tr(`qr.${verdict}Text`) : tr(`verify.${verdict}Text`)}</p>
      </Notice>
    </>
  );
}

/** `more` stands below the name. */
export function PactSays(props: {
  lang: Lang;
  record: SealedRecord;
  seal: Seal | undefined;
  more?: readonly (readonly [string, string])[];
}): VNode {
  const { lang, record, seal, more = [] } = props;
  const tr = checkText(lang);
  return (
    <Says lang={lang} title={tr('verify.saysTitle')} example={record.example} strength={record.act.strength}>
      <Facts
        rows={[
          [tr('verify.name'), record.person.name],
          ...more,
          [tr('verify.unit'), record.person.unit],
          [tr('verify.agency'), record.agency.name],
          [tr('verify.campaign'), record.campaign.title],
          ...timesOf(lang, record),
          [tr('verify.method'), tr(`method.${record.act.method}`)],
          [tr('verify.receipt'), <code key="r">{record.receipt}</code>],
          [tr('verify.logPlace'), seal ? formatNumber(lang, seal.index) : null],
        ]}
      />
    </Says>
  );
}

/** When it was signed; of what a device had kept when it was recorded, and what that device's clock said. */
export function timesOf(lang: Lang, { act, agency }: SealedRecord): [string, string][] {
  const tr = checkText(lang);
  const moment = (at: string) => formatMoment(lang, new Date(at), agency.zone);
  const { offline } = act;
  if (!offline) return [[tr('verify.signedAt'), moment(act.at)]];
  const minutes = clockDoubt(act.at, offline);
  const held =
    minutes === null
      ? tr('verify.heldText', { moment: moment(offline.at) })
      : tr('verify.heldDoubt', { moment: moment(offline.at), minutes });
  return [
    [tr('verify.recordedAt'), moment(act.at)],
    [tr('verify.heldAt'), held],
  ];
}

/** `agency` is the institution's name where it is known; the code holds only its identifier. */
export function QrSays(props: { lang: Lang; claims: Claims; agency?: string | undefined }): VNode {
  const { lang, claims, agency } = props;
  const tr = checkText(lang);
  return (
    <Says lang={lang} title={tr('qr.saysTitle')} example={claims.example} strength={claims.strength}>
      <Facts
        rows={[
          [tr('verify.name'), claims.nameCut ? tr('qr.cut', { name: claims.name }) : claims.name],
          [tr('verify.agency'), agency ?? claims.agencyId],
          [tr('verify.signedAt'), formatMoment(lang, new Date(claims.at * 1000), 'Asia/Jakarta')],
          [tr('verify.method'), tr(`method.${claims.method}`)],
          [tr('verify.receipt'), <code key="r">{claims.receipt}</code>],
          [tr('verify.logPlace'), formatNumber(lang, claims.index)],
        ]}
      />
    </Says>
  );
}

type Words = Partial<Record<ReasonCode, string>>;

/** `instead` says a reason in other words, where the reader can do something else about it. */
export function Checks(props: { lang: Lang; checks: readonly Check[]; instead?: Words }): VNode {
  const { lang, checks, instead = {} } = props;
  return (
    <>
      <h2>{checkText(lang)('verify.checksTitle')}</h2>
      <ul class="checks">
        {checks.map((check) => (
          <CheckLine key={check.code} lang={lang} check={check} instead={instead} />
        ))}
      </ul>
    </>
  );
}

function Says(props: {
  lang: Lang;
  title: string;
  example: boolean;
  strength: SealedRecord['act']['strength'];
  children: ComponentChildren;
}): VNode {
  const tr = checkText(props.lang);
  return (
    <>
      <h2>{props.title}</h2>
      {props.example ? (
        <Notice>
          <p>{tr('verify.example')}</p>
        </Notice>
      ) : null}
      {props.children}
      <p class="quiet">{tr(`verify.${props.strength}`)}</p>
    </>
  );
}

const MARKS = { pass: '✓', fail: '✗', unknown: '–' } as const;

function CheckLine({ lang, check, instead }: { lang: Lang; check: Check; instead: Words }): VNode {
  const tr = checkText(lang);
  const reason =
    check.reason &&
    (instead[check.reason] ??
      messageOf(lang, `reason.${check.reason}`, check.params) ??
      tr('reason.other', { code: check.reason }));
  // It was looked at, and cannot be relied on.
  const doubted = check.reason === 'offline-clock';
  // Whose seal it is, for the reader to compare with the institution in the record: all of them share a root.
  const more = reason ?? check.params?.subject;
  return (
    <li class={check.verdict}>
      <span class="mark" aria-hidden="true">
        {MARKS[check.verdict]}
      </span>
      <span>
        <strong>{tr(`check.${check.code}`)}</strong>{' '}
        <small>{doubted ? tr('verify.doubted') : tr(`verify.${check.verdict}`)}</small>
        {more ? (
          <>
            <br />
            {more}
          </>
        ) : null}
      </span>
    </li>
  );
}
