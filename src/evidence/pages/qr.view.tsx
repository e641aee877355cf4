import type { VNode } from 'preact';
import type { Lang } from '../../platform/i18n.ts';
import { to, urls } from '../../urls.ts';
import { type Check, parseRecord, readPem } from '../../verify/index.ts';
import type { QrHere } from '../check-qr-here.ts';
import { fingerprint } from '../fingerprint.ts';
import { t } from '../messages.ts';
import { Checks, QrSays, Verdict } from './report.view.tsx';

export function QrReportView({ lang, found }: { lang: Lang; found: QrHere }): VNode {
  const { report, stored, roots } = found;
  const tr = t(lang);
  const agrees = stored !== null && passes(report.checks, 'qr-record');
  return (
    <>
      <Verdict lang={lang} of="qr" verdict={report.verdict} />
      {report.claims ? (
        <QrSays
          lang={lang}
          claims={report.claims}
          agency={agrees ? parseRecord(stored.record).agency.name : undefined}
        />
      ) : null}
      {agrees ? (
        <p>
          <a href={to('verifyReceipt', { agency: stored.agencyId, receipt: report.claims?.receipt ?? '' })}>
            {tr('verify.whole')}
          </a>
        </p>
      ) : null}
      <Checks lang={lang} checks={report.checks} />
      {passes(report.checks, 'seal-certificate') ? null : <KnownRoots lang={lang} roots={roots} />}
      <p>
        <a href={urls.verify}>{tr('verify.another')}</a>
      </p>
    </>
  );
}

function KnownRoots({ lang, roots }: { lang: Lang; roots: readonly string[] }): VNode {
  return (
    <>
      <h2>{t(lang)('verify.knownRoots')}</h2>
      <ul>
        {roots.flatMap(readPem).map(({ name, der }) => (
          <li key={name}>
            {name}
            <br />
            <code>{fingerprint(der)}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

function passes(checks: readonly Check[], code: Check['code']): boolean {
  return checks.some((check) => check.code === code && check.verdict === 'pass');
}
