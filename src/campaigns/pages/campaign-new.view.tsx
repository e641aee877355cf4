import type { VNode } from 'preact';
import { ELECTIONS } from '../../elections/index.ts';
import { formatDate, formatMoment } from '../../platform/format.ts';
import {
  ErrorSummary,
  type FieldErrors,
  SelectField,
  TextArea,
  TextField,
} from '../../platform/html/form.view.tsx';
import { DataTable, Notice, Tag, type Tone } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import type { BasisCheck } from '../bases.ts';
import { t } from '../messages.ts';
import type { CampaignForm } from './campaign-form.ts';
import type { Frame } from './frame.ts';

export interface NewExtras {
  /** After reading the circular: whether anything was found. */
  read?: boolean;
  checked?: { on: string; today: boolean; rows: BasisCheck[] };
}

type Props = Frame & NewExtras & { form: CampaignForm; errors: FieldErrors };

export function CampaignNew(props: Props): VNode {
  const { lang, agency, errors, checked, read } = props;
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={to('campaigns', { agency: agency.id })}>{tr('campaigns.backToList')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('campaigns.newTitle')}</h1>
      <p class="quiet">{tr('campaigns.newHint')}</p>
      {read === undefined ? null : (
        <Notice tone={read ? 'good' : 'warn'}>
          <p>{tr(read ? 'campaigns.readSome' : 'campaigns.readNothing')}</p>
        </Notice>
      )}
      <form
        method="post"
        action={to('campaignNew', { agency: agency.id })}
        enctype="multipart/form-data"
        novalidate
      >
        <CircularFields {...props} />
        <BasisFields {...props} />
        {checked ? <Checked lang={lang} {...checked} /> : null}
        <CampaignFields {...props} />
        <button type="submit" name="act" value="save">
          {tr('campaigns.save')}
        </button>
      </form>
    </>
  );
}

function CircularFields({ lang, form, errors }: Props): VNode {
  const tr = t(lang);
  const name = (text: 'circularNumber' | 'circularIssuer') => ({
    name: text,
    label: tr(`campaigns.${text}`),
    value: form[text],
    errors,
  });
  return (
    <>
      {/* The first submit button of a form is the one that the Enter key presses: saving, not reading. */}
      <div hidden>
        <button type="submit" name="act" value="save" tabIndex={-1} />
      </div>
      <TextArea
        name="circularText"
        label={tr('campaigns.circularText')}
        hint={tr('campaigns.circularTextHint')}
        value={form.circularText}
        errors={errors}
      />
      <TextField
        name="circularFile"
        type="file"
        label={tr('campaigns.circularFile')}
        accept=".txt,text/plain"
        errors={errors}
      />
      <p>
        <button class="second" type="submit" name="act" value="read">
          {tr('campaigns.readCircular')}
        </button>
      </p>
      <TextField {...name('circularNumber')} />
      <TextField
        name="circularDate"
        type="date"
        short
        label={tr('campaigns.circularDate')}
        hint={tr('campaigns.circularDateHint')}
        value={form.circularDate}
        errors={errors}
      />
      <TextField {...name('circularIssuer')} />
    </>
  );
}

function BasisFields({ lang, form, errors }: Props): VNode {
  const tr = t(lang);
  return (
    <>
      <TextArea
        name="bases"
        label={tr('campaigns.bases')}
        hint={tr('campaigns.basesHint')}
        value={form.bases}
        rows={6}
        errors={errors}
      />
      <p class="row">
        <button class="second" type="submit" name="act" value="check">
          {tr('campaigns.checkBases')}
        </button>
        <button class="second" type="submit" name="act" value="skb">
          {tr('campaigns.addSkb')}
        </button>
      </p>
    </>
  );
}

const TONE: Record<BasisCheck['standing'], Tone> = {
  'in-force': 'good',
  'not-yet': 'bad',
  revoked: 'bad',
  unknown: 'warn',
  unrecognised: 'warn',
};

function Checked({ lang, on, today, rows }: NonNullable<NewExtras['checked']> & { lang: Lang }): VNode {
  const tr = t(lang);
  return (
    <div class="card">
      {today ? <p>{tr('campaigns.basesToday')}</p> : null}
      <DataTable
        caption={tr('campaigns.basesChecked', { date: formatDate(lang, on) })}
        rows={rows}
        columns={[
          { head: tr('campaigns.basis'), cell: (row) => row.line },
          {
            head: tr('campaigns.registerSays'),
            cell: (row) => (
              <>
                {row.name} <Tag tone={TONE[row.standing]}>{tr(`campaigns.standing.${row.standing}`)}</Tag>
                {row.name ? null : <small> {tr('campaigns.unrecognisedHint')}</small>}
              </>
            ),
          },
        ]}
      />
    </div>
  );
}

function CampaignFields({ lang, agency, form, errors }: Props): VNode {
  const tr = t(lang);
  const zone = formatMoment(lang, new Date(0), agency.zone).split(' ').at(-1) as string;
  const elections = ELECTIONS.map((election) => ({ value: election.id, text: election.name[lang] }));
  return (
    <>
      <TextField
        name="title"
        label={tr('campaigns.campaignTitle')}
        value={form.title}
        errors={errors}
        required
      />
      <SelectField
        name="electionId"
        label={tr('campaigns.election')}
        value={form.electionId}
        options={[{ value: '', text: tr('campaigns.chooseElection') }, ...elections]}
        errors={errors}
      />
      <TextField
        name="deadline"
        type="date"
        short
        label={tr('campaigns.deadlineDate')}
        value={form.deadline}
        errors={errors}
        required
      />
      <TextField
        name="deadlineTime"
        type="time"
        short
        label={tr('campaigns.deadlineTime', { zone })}
        hint={tr('campaigns.deadlineTimeHint')}
        value={form.deadlineTime}
        errors={errors}
      />
      <TextField
        name="place"
        label={tr('campaigns.place')}
        hint={tr('campaigns.placeHint')}
        value={form.place}
        errors={errors}
      />
    </>
  );
}
