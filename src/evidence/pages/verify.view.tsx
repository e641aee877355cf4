import type { VNode } from 'preact';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import { ErrorSummary, type FieldErrors, TextField } from '../../platform/html/form.view.tsx';
import { Facts, Notice, type Tone } from '../../platform/html/parts.view.tsx';
import { type Lang, messageOf } from '../../platform/i18n.ts';
import { urls } from '../../urls.ts';
import type { Check, PactReport } from '../../verify/index.ts';
import { t } from '../messages.ts';

export function VerifyForms({
  lang,
  errors,
  typed,
}: {
  lang: Lang;
  errors: FieldErrors;
  typed: string;
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
          label={tr('verify.receipt')}
          hint={tr('verify.receiptHint')}
          value={typed}
          errors={errors}
          autocomplete="off"
        />
        <button type="submit" class="second">
          {tr('verify.find')}
        </button>
      </form>
      <OwnCheck lang={lang} />
    </>
  );
}

const TONES: Record<PactReport['verdict'], Tone> = { valid: 'good', invalid: 'bad', incomplete: 'warn' };

export function Report(props: { lang: Lang; report: PactReport; fromPaper: boolean }): VNode {
  const { lang, report, fromPaper } = props;
  const tr = t(lang);
  return (
    <>
      <h1>{tr(`verify.${report.verdict}`)}</h1>
      <Notice tone={TONES[report.verdict]}>
        <p>{tr(`verify.${report.verdict}Text`)}</p>
      </Notice>
      {report.record ? <Says lang={lang} report={report} fromPaper={fromPaper} /> : null}
      <h2>{tr('verify.checksTitle')}</h2>
      <ul class="checks">
        {report.checks.map((check) => (
          <CheckLine key={check.code} lang={lang} check={check} />
        ))}
      </ul>
      <p class="quiet">{tr('verify.uncertified')}</p>
      <OwnCheck lang={lang} />
      <p>
        <a href={urls.verify}>{tr('verify.another')}</a>
      </p>
    </>
  );
}

function Says({
  lang,
  report,
  fromPaper,
}: {
  lang: Lang;
  report: PactReport;
  fromPaper: boolean;
}): VNode | null {
  const { record, seal } = report;
  if (!record) return null;
  const tr = t(lang);
  return (
    <>
      <h2>{tr('verify.saysTitle')}</h2>
      {record.example ? (
        <Notice>
          <p>{tr('verify.example')}</p>
        </Notice>
      ) : null}
      <Facts
        rows={[
          [tr('verify.name'), record.person.name],
          [tr('verify.unit'), record.person.unit],
          [tr('verify.agency'), record.agency.name],
          [tr('verify.campaign'), record.campaign.title],
          [tr('verify.signedAt'), formatMoment(lang, new Date(record.act.at), record.agency.zone)],
          [tr('verify.receipt'), <code key="r">{record.receipt}</code>],
          [tr('verify.logPlace'), seal ? formatNumber(lang, seal.index) : null],
        ]}
      />
      {fromPaper ? <p>{tr('verify.compare')}</p> : null}
    </>
  );
}

const MARKS = { pass: '✓', fail: '✗', unknown: '–' } as const;

function CheckLine({ lang, check }: { lang: Lang; check: Check }): VNode {
  const tr = t(lang);
  const reason =
    check.reason &&
    (messageOf(lang, `reason.${check.reason}`, check.params) ?? tr('reason.other', { code: check.reason }));
  return (
    <li class={check.verdict}>
      <span class="mark" aria-hidden="true">
        {MARKS[check.verdict]}
      </span>
      <span>
        <strong>{tr(`check.${check.code}`)}</strong> <small>{tr(`verify.${check.verdict}`)}</small>
        {reason ? (
          <>
            <br />
            {reason}
          </>
        ) : null}
      </span>
    </li>
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
