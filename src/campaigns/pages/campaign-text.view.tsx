import type { VNode } from 'preact';
import {
  Choices,
  ErrorSummary,
  type FieldErrors,
  SelectField,
  TextArea,
  TextField,
} from '../../platform/html/form.view.tsx';
import { DataTable, Facts, Notice, Tag } from '../../platform/html/parts.view.tsx';
import { to } from '../../urls.ts';
import type { Campaign, TextKind, TextVersion } from '../campaign.ts';
import { t } from '../messages.ts';
import type { Frame } from './frame.ts';
import { TextPaper } from './paper.view.tsx';
import { DRAFTS, type TextForm } from './text-form.ts';

type Props = Frame & {
  campaign: Campaign;
  kind: TextKind;
  versions: TextVersion[];
  form: TextForm;
  errors: FieldErrors;
};

export function CampaignText(props: Props): VNode {
  const { lang, agency, campaign, kind, staff, errors } = props;
  const tr = t(lang);
  const current = campaign[kind];
  const mayPin = campaign.state === 'preparing' || (campaign.state === 'open' && !current);
  return (
    <>
      <p>
        <a href={to('campaign', { agency: agency.id, campaign: campaign.id })}>{tr('campaigns.back')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('campaigns.textTitle', { kind: tr(`campaigns.kind.${kind}`) })}</h1>
      {current ? <Current {...props} current={current} /> : <p>{tr('campaigns.noText')}</p>}
      {staff.has('officer') && mayPin ? <Paste {...props} /> : null}
      {staff.has('officer') && current ? <Withdraw {...props} current={current} /> : null}
      <History {...props} />
    </>
  );
}

function Current({ lang, agency, campaign, current }: Props & { current: TextVersion }): VNode {
  const tr = t(lang);
  return (
    <>
      <h2>
        {tr('campaigns.currentVersion', { version: current.version })}{' '}
        {current.draft ? <Tag tone="warn">{tr('campaigns.isDraft')}</Tag> : null}
      </h2>
      {current.draft ? (
        <Notice tone="warn">
          <p>{tr('campaigns.markedDraft')}</p>
        </Notice>
      ) : null}
      <TextPaper text={current} />
      <Facts
        rows={[
          [tr('campaigns.source'), current.source],
          [tr('campaigns.digest'), <code key="digest">{current.digest}</code>],
        ]}
      />
      <p>
        <a class="button second" href={to('campaign', { agency: agency.id, campaign: campaign.id })}>
          {tr('campaigns.back')}
        </a>
      </p>
    </>
  );
}

function Paste(props: Props): VNode {
  const { lang, campaign, kind, form, errors } = props;
  const tr = t(lang);
  const languages = (['id', 'en'] as const).map((value) => ({
    value,
    text: tr(`campaigns.language.${value}`),
  }));
  return (
    <>
      <h2>{tr('campaigns.pasteTitle')}</h2>
      {campaign[kind] ? null : <p>{tr('campaigns.pasteFresh')}</p>}
      <DraftChoice {...props} />
      {form.source === tr('campaigns.draftSource') ? (
        <Notice tone="warn">
          <p>{tr('campaigns.draftNotice')}</p>
        </Notice>
      ) : null}
      <form method="post" action={here(props)} novalidate>
        <TextField
          name="title"
          label={tr('campaigns.textName')}
          value={form.title}
          errors={errors}
          required
        />
        <TextArea name="opener" label={tr('campaigns.opener')} value={form.opener} rows={3} errors={errors} />
        <TextArea
          name="points"
          label={tr('campaigns.points')}
          hint={tr('campaigns.pointsHint')}
          value={form.points}
          rows={14}
          errors={errors}
          required
        />
        <TextArea
          name="closing"
          label={tr('campaigns.closing')}
          value={form.closing}
          rows={3}
          errors={errors}
        />
        <SelectField
          name="language"
          label={tr('campaigns.language')}
          value={form.language}
          options={languages}
        />
        <TextField
          name="source"
          label={tr('campaigns.source')}
          hint={tr('campaigns.sourceHint')}
          value={form.source}
          errors={errors}
          required
        />
        <Choices
          legend={tr('campaigns.draftQuestion')}
          name="official"
          type="radio"
          options={[
            { value: 'no', text: tr('campaigns.stillDraft'), checked: form.official !== 'yes' },
            { value: 'yes', text: tr('campaigns.official'), checked: form.official === 'yes' },
          ]}
        />
        <button type="submit" name="act" value="add">
          {tr('campaigns.pin')}
        </button>
      </form>
    </>
  );
}

function DraftChoice(props: Props): VNode {
  const tr = t(props.lang);
  return (
    <details>
      <summary>{tr('campaigns.chooseDraft')}</summary>
      <ul class="steps">
        {Object.entries(DRAFTS).map(([name, [election, who]]) => (
          <li key={name}>
            <a href={`${here(props)}?draf=${name}`}>
              {tr(`campaigns.draft.${election}`)}, {tr(`campaigns.draftWho.${who}`)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Withdraw(props: Props & { current: TextVersion }): VNode {
  const { lang, current, errors } = props;
  const tr = t(lang);
  return (
    <details open={errors.reason !== undefined}>
      <summary>{tr('campaigns.withdrawTitle', { version: current.version })}</summary>
      <p>{tr('campaigns.withdrawHint')}</p>
      <form method="post" action={here(props)} novalidate>
        <input type="hidden" name="version" value={current.version} />
        <TextField name="reason" label={tr('campaigns.reason')} errors={errors} required />
        <button class="second" type="submit" name="act" value="withdraw">
          {tr('campaigns.withdraw')}
        </button>
      </form>
    </details>
  );
}

function History({ lang, versions, campaign, kind }: Props): VNode | null {
  const tr = t(lang);
  if (versions.length === 0) return null;
  const fate = ({ version, withdrawn }: TextVersion) => {
    if (withdrawn) return tr('campaigns.versionWithdrawn', { reason: withdrawn.reason });
    return tr(campaign[kind]?.version === version ? 'campaigns.versionCurrent' : 'campaigns.versionOld');
  };
  return (
    <DataTable
      caption={tr('campaigns.history')}
      rows={versions}
      columns={[
        { head: tr('campaigns.version'), cell: (row) => row.version },
        {
          head: tr('campaigns.state'),
          cell: (row) => (
            <>
              {fate(row)} {row.draft ? <Tag tone="warn">{tr('campaigns.isDraft')}</Tag> : null}
            </>
          ),
        },
        { head: tr('campaigns.pointCount'), number: true, cell: (row) => row.points.length },
        { head: tr('campaigns.source'), cell: (row) => row.source },
        { head: tr('campaigns.digest'), cell: (row) => <code>{row.digest.slice(0, 16)}…</code> },
      ]}
    />
  );
}

function here({ agency, campaign, kind }: Props): string {
  return to('campaignText', {
    agency: agency.id,
    campaign: campaign.id,
    kind: kind === 'pledge' ? 'ikrar' : 'pakta',
  });
}
