import type { VNode } from 'preact';
import { formatMoment } from '../../platform/format.ts';
import { ErrorSummary, type FieldErrors, SelectField, TextField } from '../../platform/html/form.view.tsx';
import { DataTable, Facts, Notice, Tag, type Tone } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import { APPROVAL_HOURS, APPROVAL_KINDS, type Approval } from '../approvals.ts';
import { t } from '../grants/messages.ts';

/** What was typed, kept when it is refused. */
export type Asked = Record<'kind' | 'subject' | 'reason', string>;

export function ApprovalsPage(props: {
  lang: Lang;
  agency: string;
  approvals: readonly Approval[];
  typed: Asked;
  errors: FieldErrors;
  now: Date;
}): VNode {
  const { lang, agency, approvals, typed, errors, now } = props;
  const tr = t(lang);
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('access.approvals')}</h1>
      <p class="prose">{tr('access.approvalsLead', { hours: APPROVAL_HOURS })}</p>
      {approvals.length === 0 ? (
        <p>{tr('access.approvalsNone')}</p>
      ) : (
        <DataTable
          caption={tr('access.approvalsCaption')}
          columns={[
            {
              head: tr('access.approvalKind'),
              cell: (one: Approval) => (
                <a href={to('approval', { agency, id: one.id })}>{tr(`approvalKind.${one.kind}`)}</a>
              ),
            },
            { head: tr('access.approvalSubject'), cell: ({ subject }) => subject },
            {
              head: tr('access.approvalAskedBy'),
              cell: ({ askedBy, askedByName }) => askedByName ?? askedBy,
            },
            { head: tr('access.approvalAskedAt'), cell: ({ askedAt }) => formatMoment(lang, askedAt, ZONE) },
            {
              head: tr('access.approvalState'),
              cell: (one) => <State lang={lang} approval={one} now={now} />,
            },
          ]}
          rows={approvals}
        />
      )}
      <h2>{tr('access.approvalAsk')}</h2>
      <form method="post" action={to('approvals', { agency })}>
        <SelectField
          name="kind"
          label={tr('access.approvalKind')}
          value={typed.kind}
          options={APPROVAL_KINDS.map((value) => ({ value, text: tr(`approvalKind.${value}`) }))}
          errors={errors}
        />
        <TextField
          name="subject"
          label={tr('access.approvalSubject')}
          hint={tr('access.approvalSubjectHint')}
          value={typed.subject}
          errors={errors}
          required
        />
        <TextField
          name="reason"
          label={tr('access.approvalReasonLabel')}
          value={typed.reason}
          errors={errors}
          required
        />
        <button type="submit">{tr('access.approvalAsk')}</button>
      </form>
    </>
  );
}

/** Moments of the house itself, which has no zone of its own. */
const ZONE = 'Asia/Jakarta';

export function ApprovalPage(props: {
  lang: Lang;
  agency: string;
  approval: Approval;
  /** Whoever asked may take it back, not approve it. */
  mine: boolean;
  note: string;
  errors: FieldErrors;
  now: Date;
}): VNode {
  const { lang, agency, approval, mine, note, errors, now } = props;
  const tr = t(lang);
  const { id, kind, subject, reason, askedBy, askedByName, askedAt, until, decidedBy, decidedByName } =
    approval;
  const open = approval.decision === null && until > now;
  const person = (name: string | null, by: string | null) => name ?? by;
  return (
    <>
      <p>
        <a href={to('approvals', { agency })}>{tr('access.approvals')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr(`approvalKind.${kind}`)}</h1>
      <Facts
        rows={[
          [tr('access.approvalState'), <State key="s" lang={lang} approval={approval} now={now} />],
          [tr('access.approvalSubject'), subject],
          [tr('access.approvalReasonLabel'), reason],
          [tr('access.approvalAskedBy'), person(askedByName, askedBy)],
          [tr('access.approvalAskedAt'), formatMoment(lang, askedAt, ZONE)],
          [tr('access.approvalUntil'), formatMoment(lang, until, ZONE)],
          [tr('access.approvalDecidedBy'), person(decidedByName, decidedBy)],
          [tr('access.approvalNote'), approval.note],
          [tr('access.approvalNumber'), <code key="n">{id}</code>],
        ]}
      />
      {open && mine ? (
        <Notice>
          <p>{tr('access.approvalMine')}</p>
        </Notice>
      ) : null}
      {open ? (
        <form method="post" action={to('approval', { agency, id })}>
          <TextField name="note" label={tr('access.approvalNote')} value={note} errors={errors} />
          <p class="row">
            {mine ? null : (
              <button type="submit" name="decision" value="approved">
                {tr('access.approvalApprove')}
              </button>
            )}
            <button type="submit" class="second" name="decision" value="refused">
              {tr(mine ? 'access.approvalTakeBack' : 'access.approvalRefuse')}
            </button>
          </p>
        </form>
      ) : null}
    </>
  );
}

type StateName = 'used' | 'approved' | 'refused' | 'over' | 'open';
const TONE: Readonly<Record<StateName, Tone>> = {
  ...{ used: 'info', approved: 'good', refused: 'bad', over: 'info', open: 'warn' },
};

function State({ lang, approval, now }: { lang: Lang; approval: Approval; now: Date }): VNode {
  const { usedAt, decision, until } = approval;
  const state: StateName = usedAt
    ? 'used'
    : decision === 'refused'
      ? 'refused'
      : until <= now
        ? 'over'
        : (decision ?? 'open');
  return <Tag tone={TONE[state]}>{t(lang)(`approvalState.${state}`)}</Tag>;
}
