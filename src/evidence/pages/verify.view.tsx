import type { VNode } from 'preact';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import { ErrorSummary, type FieldErrors, TextField } from '../../platform/html/form.view.tsx';
import { Facts, Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { urls } from '../../urls.ts';
import type { PactReport } from '../../verify/index.ts';
import { checkText } from '../check-messages.ts';
import type { Erasure } from '../erasure.ts';
import { t } from '../messages.ts';
import { MinutesSays } from '../minutes/minutes-says.view.tsx';
import { Checks, PactSays, Verdict } from './report.view.tsx';

export function VerifyForms({
  lang,
  errors,
  typed,
  plainDigest,
}: {
  lang: Lang;
  errors: FieldErrors;
  typed: string;
  plainDigest: string | null;
}): VNode {
  const tr = t(lang);
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('verify.title')}</h1>
      <p>{tr('verify.intro')}</p>
      <form method="post" action={urls.verify} enctype="multipart/form-data" class="card">
        <TextField
          name="pdf"
          type="file"
          accept="application/pdf,.pdf"
          label={tr('verify.file')}
          errors={errors}
        />
        <button type="submit">{tr('verify.check')}</button>
      </form>
      <form method="get" action={urls.verify} class="card">
        <h2>{tr('verify.byReceipt')}</h2>
        <TextField
          name="nomor"
          label={checkText(lang)('verify.receipt')}
          hint={tr('verify.receiptHint')}
          value={typed}
          errors={errors}
          autocomplete="off"
        />
        <button type="submit" class="second">
          {tr('verify.find')}
        </button>
      </form>
      {plainDigest === null ? null : <WithoutUs lang={lang} digest={plainDigest} />}
      <OwnCheck lang={lang} />
    </>
  );
}

export function Report(props: { lang: Lang; report: PactReport; fromPaper: boolean }): VNode {
  const { lang, report, fromPaper } = props;
  return (
    <>
      <Verdict lang={lang} of="verify" verdict={report.verdict} />
      {report.record ? <PactSays lang={lang} record={report.record} seal={report.seal} /> : null}
      {report.minutes ? (
        <MinutesSays lang={lang} minutes={report.minutes} seal={report.seal} fromPaper={fromPaper} />
      ) : null}
      {report.record && fromPaper ? <p>{checkText(lang)('verify.compare')}</p> : null}
      <Checks lang={lang} checks={report.checks} />
      <OwnCheck lang={lang} />
      <p>
        <a href={urls.verify}>{t(lang)('verify.another')}</a>
      </p>
    </>
  );
}

/** A receipt of which record and salt were erased; nobody is named. */
export function Erased(props: { lang: Lang; receipt: string; erasure: Erasure }): VNode {
  const { lang, receipt, erasure } = props;
  const tr = t(lang);
  return (
    <>
      <h1>{tr('verify.erased')}</h1>
      <Notice tone="warn">
        <p>{tr('verify.erasedText')}</p>
      </Notice>
      <Facts
        rows={[
          [checkText(lang)('verify.receipt'), receipt],
          [tr('verify.erasedAt'), formatMoment(lang, erasure.at, 'Asia/Jakarta')],
          [tr('verify.erasedWhy'), tr(`verify.erasedWhy.${erasure.why}`)],
          [tr('verify.erasedIndex'), formatNumber(lang, erasure.idx)],
        ]}
      />
      <p>
        <a href={urls.verify}>{tr('verify.another')}</a>
      </p>
    </>
  );
}

function OwnCheck({ lang }: { lang: Lang }): VNode {
  const tr = t(lang);
  return (
    <p class="quiet">
      {tr('verify.own')} <a href={urls.rootCertificate}>{tr('verify.root')}</a>,{' '}
      <a href={urls.logKey}>{tr('verify.logKey')}</a>.
    </p>
  );
}

/** The page and the program that check without this server, and what the page was before our keys were put in. */
function WithoutUs({ lang, digest }: { lang: Lang; digest: string }): VNode {
  const tr = t(lang);
  return (
    <>
      <h2>{tr('verify.withoutUs')}</h2>
      <p>{tr('verify.withoutUsText')}</p>
      <p class="row">
        <a class="button second" href={urls.verifyOffline}>
          {tr('verify.offlinePage')}
        </a>
        <a href={urls.verifyProgram}>{tr('verify.program')}</a>
      </p>
      <p class="quiet">
        {tr('verify.plainDigest')} <code>{digest}</code>
      </p>
    </>
  );
}
