import type { VNode } from 'preact';
import { type Agency, formatNip } from '../../../agencies/index.ts';
import { TextPaper } from '../../../campaigns/index.ts';
import { formatDate, formatMoment } from '../../../platform/format.ts';
import { Choices, ErrorSummary, type FieldErrors, TextField } from '../../../platform/html/form.view.tsx';
import { Facts, Notice } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to } from '../../../urls.ts';
import type { Signatory } from '../../may-sign.ts';
import { t } from './messages.ts';
import type { Scan } from './scan.ts';
import { StateTag } from './scans.view.tsx';
import { sheetCode } from './sheet.ts';

/** What must be ticked before a scan can be found to match. */
export const COMPARED = ['name', 'text', 'signature'] as const;

interface Shown {
  lang: Lang;
  agency: Agency;
  signatory: Signatory;
  scan: Scan;
  /** Whether who looks is who attached it. */
  own: boolean;
  /** The next name on the same paper that waits for who looks. */
  next: Scan | null;
  reason: string;
  errors: FieldErrors;
}

export function ScanCheck(shown: Shown): VNode {
  const { lang, agency, signatory, scan, errors } = shown;
  const { campaign, person } = signatory;
  const undecided = scan.state === 'waiting' && !shown.own;
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={to('scans', { agency: agency.id, campaign: campaign.id })}>{tr('ink.backToList')}</a>
      </p>
      <OnSheet {...shown} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>
        {tr('ink.checkTitle')}: {person.name}
      </h1>
      <p>
        <StateTag lang={lang} state={scan.state} />
      </p>
      <Standing {...shown} />
      <div class="pair">
        <Picture {...shown} />
        <section>
          <h2>{tr('ink.shouldSay')}</h2>
          <Facts
            rows={[
              [tr('ink.name'), person.name],
              [tr('ink.number'), person.idNumber && formatNip(person.idNumber, person.idKind)],
              [tr('ink.post'), person.post],
              [tr('ink.unit'), person.unitName],
              [tr('ink.signedOn'), formatDate(lang, scan.signedOn)],
            ]}
          />
          {campaign.pact ? <TextPaper text={campaign.pact} /> : null}
        </section>
      </div>
      {undecided && !isOld(scan, signatory) ? <Confirm {...shown} /> : null}
      {undecided ? <Reject {...shown} /> : null}
    </>
  );
}

/** Of a paper that many signed: which one and where on it, and the next name. */
function OnSheet({ lang, agency, scan, next }: Shown): VNode | null {
  const { sheetId, sheetRow, campaignId } = scan;
  if (sheetId === null) return null;
  const tr = t(lang);
  const sheet = to('scanSheet', { agency: agency.id, campaign: campaignId, sheet: sheetId });
  return (
    <p>
      <a href={sheet}>{tr('ink.onSheet', { row: sheetRow ?? 0, code: sheetCode(sheetId) })}</a>
      {next ? (
        <>
          <br />
          <a href={to('scan', addressOf(agency, next))}>
            {tr('ink.nextOnSheet', { row: next.sheetRow ?? 0, name: next.name })}
          </a>
        </>
      ) : null}
    </p>
  );
}

/** What became of it, and who does what next. */
function Standing({ lang, agency, signatory, scan, own }: Shown): VNode | null {
  const tr = t(lang);
  const { state, name, decidedAt } = scan;
  const moment = decidedAt ? formatMoment(lang, decidedAt, agency.zone) : '';
  if (state === 'rejected') {
    const line = tr('ink.rejectedLine', { moment, reason: scan.reason ?? '' });
    return <Notice tone="bad">{<p>{line}</p>}</Notice>;
  }
  if (state === 'sealed') return <Notice tone="good">{<p>{tr('ink.sealedLine', { name })}</p>}</Notice>;
  if (state === 'unused') return <Notice tone="warn">{<p>{tr('ink.signedAlready', { name })}</p>}</Notice>;
  if (state === 'waiting' && isOld(scan, signatory))
    return <Notice tone="warn">{<p>{tr('ink.otherText')}</p>}</Notice>;
  if (state === 'waiting') return own ? <Notice>{<p>{tr('ink.ownLine')}</p>}</Notice> : null;
  return (
    <Notice tone="warn">
      <p>{tr('ink.unsealedLine')}</p>
      <form method="post" action={to('scan', addressOf(agency, scan))}>
        <button type="submit" name="act" value="confirm">
          {tr('ink.sealNow')}
        </button>
      </form>
    </Notice>
  );
}

function Picture({ lang, agency, scan }: Shown): VNode {
  const tr = t(lang);
  const { name, mediaType } = scan;
  const file = to('scanFile', addressOf(agency, scan));
  const moment = formatMoment(lang, scan.recordedAt, agency.zone);
  const isPdf = mediaType === 'application/pdf';
  return (
    <section>
      <h2>{tr('ink.scanTitle')}</h2>
      {isPdf ? (
        <p>{tr('ink.pdfHint')}</p>
      ) : (
        <img class="scan" src={file} alt={tr('ink.scanPicture', { name })} />
      )}
      <p>
        <a href={file}>{tr(isPdf ? 'ink.download' : 'ink.openFile')}</a>
      </p>
      <p class="quiet">
        {tr('ink.recorded')}: {tr('ink.recordedLine', { moment, who: scan.recordedByName })}
      </p>
    </section>
  );
}

/** The paper carries a text that nobody may sign now. */
function isOld(scan: Scan, { campaign }: Signatory): boolean {
  return campaign.pact?.digest !== scan.textDigest;
}

function Confirm({ lang, agency, scan, errors }: Shown): VNode {
  const tr = t(lang);
  const row = scan.sheetRow ?? 0;
  const text = (one: (typeof COMPARED)[number]) =>
    scan.sheetId === null
      ? tr(`ink.compare.${one}`, { name: scan.name })
      : tr(`ink.compareRow.${one}`, { name: scan.name, row });
  return (
    <section class="card">
      <h2>{tr('ink.confirmTitle')}</h2>
      <form method="post" action={to('scan', addressOf(agency, scan))}>
        <Choices
          type="checkbox"
          name="compared"
          legend={tr('ink.compared')}
          error={errors.compared}
          options={COMPARED.map((one) => ({ value: one, text: text(one) }))}
        />
        <button type="submit" name="act" value="confirm">
          {tr('ink.confirm')}
        </button>
      </form>
    </section>
  );
}

function Reject({ lang, agency, scan, reason, errors }: Shown): VNode {
  const tr = t(lang);
  return (
    <section class="card">
      <h2>{tr('ink.rejectTitle')}</h2>
      <form method="post" action={to('scan', addressOf(agency, scan))} novalidate>
        <TextField
          name="reason"
          label={tr('ink.reason')}
          hint={tr('ink.reasonHint')}
          value={reason}
          errors={errors}
          maxLength={500}
          required
        />
        <button type="submit" class="second" name="act" value="reject">
          {tr('ink.reject')}
        </button>
      </form>
    </section>
  );
}

function addressOf(agency: Agency, scan: Scan) {
  return { agency: agency.id, campaign: scan.campaignId, scan: scan.id };
}
