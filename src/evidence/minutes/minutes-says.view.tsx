import type { VNode } from 'preact';
import { formatDate, formatMoment, formatNumber } from '../../platform/format.ts';
import { Facts, Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import type { MinutesRecord, Seal } from '../../verify/index.ts';
import { t } from './messages.ts';

/**
 * As much of the minutes as tells them from others: whoever wants guests, units and pictures has the document. Names of
 * those who did not sign the pledge or were absent do not stand in it either.
 */
export function MinutesSays(props: {
  lang: Lang;
  minutes: MinutesRecord;
  seal: Seal | undefined;
  fromPaper: boolean;
}): VNode {
  const { lang, minutes, seal, fromPaper } = props;
  const { agency, campaign, ceremony, counts, held, receipt } = minutes;
  const { total } = counts;
  const tr = t(lang);
  const ofAll = (some: number) =>
    tr('minutesSays.of', { some: formatNumber(lang, some), all: formatNumber(lang, total.expected) });
  return (
    <>
      <h2>{tr('minutesSays.title')}</h2>
      {minutes.example ? (
        <Notice>
          <p>{tr('minutesSays.example')}</p>
        </Notice>
      ) : null}
      <Facts
        rows={[
          [tr('minutesSays.ceremony'), ceremony.title],
          [tr('minutesSays.date'), held.date ? formatDate(lang, held.date) : tr('minutesSays.unknown')],
          [tr('minutesSays.place'), held.place ?? tr('minutesSays.unknown')],
          [tr('minutesSays.agency'), agency.name],
          [tr('minutesSays.campaign'), campaign.title],
          [tr('minutesSays.present'), ofAll(total.present + total.late)],
          [tr('minutesSays.signed'), ofAll(total.signed)],
          [tr('minutesSays.signers'), <Signers key="s" lang={lang} minutes={minutes} />],
          [tr('minutesSays.sealedAt'), formatMoment(lang, new Date(minutes.at), agency.zone)],
          [tr('minutesSays.version'), versionOf(lang, ceremony)],
          [tr('minutesSays.receipt'), <code key="r">{receipt}</code>],
          [tr('minutesSays.logPlace'), seal ? formatNumber(lang, seal.index) : null],
        ]}
      />
      <p class="quiet">{tr('minutesSays.uncertified')}</p>
      {fromPaper ? <p>{tr('minutesSays.compare')}</p> : null}
    </>
  );
}

function Signers({ lang, minutes }: { lang: Lang; minutes: MinutesRecord }): VNode {
  const { agency, signatures } = minutes;
  const tr = t(lang);
  if (signatures.length === 0) return <>{tr('minutesSays.unknown')}</>;
  return (
    <ul>
      {signatures.map(({ name, office, institution, signedAt, objection }) => (
        <li key={`${name} ${office}`}>
          {[name, office, institution].filter((part) => part !== null).join(', ')}:{' '}
          {signedAt === null
            ? tr(objection ? 'minutesSays.objected' : 'minutesSays.notSigned')
            : formatMoment(lang, new Date(signedAt), agency.zone)}
        </li>
      ))}
    </ul>
  );
}

function versionOf(lang: Lang, { version, replaces }: MinutesRecord['ceremony']): string {
  const number = formatNumber(lang, version);
  if (replaces === null) return number;
  return t(lang)('minutesSays.replaces', { version: number, receipt: replaces });
}
