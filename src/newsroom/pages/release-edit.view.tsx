import type { VNode } from 'preact';
import type { CeremonyHead } from '../../ceremonies/index.ts';
import { formatDate } from '../../platform/format.ts';
import {
  ErrorSummary,
  type FieldErrors,
  SelectField,
  TextArea,
  TextField,
} from '../../platform/html/form.view.tsx';
import { DataTable, Notice, Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import type { Review } from '../approve-release.ts';
import { t } from '../messages.ts';
import type { Release } from '../release.ts';
import { TextFindings } from './findings.view.tsx';

interface Frame {
  lang: Lang;
  agencyId: string;
  campaign: { id: string; title: string };
  errors: FieldErrors;
}

const here = ({ agencyId, campaign }: Frame) =>
  to('releaseEdit', { agency: agencyId, campaign: campaign.id });

/** All releases of a campaign, and a new draft from a ceremony. */
export function ReleaseListView(
  props: Frame & { releases: readonly Release[]; ceremonies: readonly CeremonyHead[] },
): VNode {
  const { lang, errors, campaign, releases, ceremonies } = props;
  const tr = t(lang);
  return (
    <>
      <Back {...props} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('newsroom.forCampaign', { title: campaign.title })}</h1>
      {releases.length > 0 ? <Versions {...props} releases={releases} /> : null}
      <h2>{tr('newsroom.draftNew')}</h2>
      {ceremonies.length > 0 ? <DraftForm {...props} ceremonies={ceremonies} /> : <NoCeremony {...props} />}
    </>
  );
}

function Versions(props: Frame & { releases: readonly Release[] }): VNode {
  const tr = t(props.lang);
  return (
    <DataTable
      caption={tr('newsroom.versions')}
      columns={[
        {
          head: tr('newsroom.release'),
          cell: ({ id, title }) => <a href={`${here(props)}?id=${encodeURIComponent(id)}`}>{title}</a>,
        },
        { head: tr('newsroom.version'), cell: ({ version }) => version, number: true },
        { head: tr('newsroom.state'), cell: (release) => <StateTag lang={props.lang} release={release} /> },
      ]}
      rows={props.releases}
    />
  );
}

function StateTag({ lang, release }: { lang: Lang; release: Release }): VNode {
  const approved = release.approvedAt !== null;
  return (
    <Tag tone={approved ? 'good' : 'info'}>
      {t(lang)(approved ? 'newsroom.state.approved' : 'newsroom.state.draft')}
    </Tag>
  );
}

function DraftForm(props: Frame & { ceremonies: readonly CeremonyHead[] }): VNode {
  const { lang, ceremonies, errors } = props;
  const tr = t(lang);
  const options = ceremonies.map(({ id, title, heldOn }) => ({
    value: id,
    text: heldOn ? `${title} (${formatDate(lang, heldOn)})` : title,
  }));
  return (
    <form method="post" action={here(props)}>
      <p class="hint">{tr('newsroom.draftHint')}</p>
      <input type="hidden" name="tindakan" value="rancang" />
      <SelectField name="ceremony" label={tr('newsroom.fromCeremony')} options={options} errors={errors} />
      <button type="submit">{tr('newsroom.draft')}</button>
    </form>
  );
}

function NoCeremony({ lang, agencyId, campaign }: Frame): VNode {
  const tr = t(lang);
  return (
    <>
      <p>{tr('newsroom.noCeremony')}</p>
      <a class="button second" href={to('ceremonyNew', { agency: agencyId, campaign: campaign.id })}>
        {tr('newsroom.planCeremony')}
      </a>
    </>
  );
}

export interface EditShown extends Frame {
  release: Release;
  typed: { title: string; body: string };
  review: Review;
  done: 'saved' | 'approved' | null;
}

/** The text to the left, what the checker says of the saved version to the right. */
export function ReleaseEditView(props: EditShown): VNode {
  const { lang, errors, release, done } = props;
  const tr = t(lang);
  const { version } = release;
  return (
    <>
      <Back {...props} list />
      <ErrorSummary lang={lang} errors={errors} />
      {done === 'saved' ? (
        <Notice tone="good">
          <p>{tr('newsroom.saved', { version })}</p>
        </Notice>
      ) : null}
      {done === 'approved' ? (
        <Notice tone="good">
          <p>{tr('newsroom.approvedNow', { version })}</p>
        </Notice>
      ) : null}
      <h1>{tr('newsroom.edit')}</h1>
      <p>
        <StateTag lang={lang} release={release} /> {tr('newsroom.version')} {version}{' '}
        {release.isExample ? <Tag tone="warn">{tr('newsroom.example')}</Tag> : null}
      </p>
      <div class="split">
        <div>
          <EditForm {...props} />
          <hr />
          <Approval {...props} />
        </div>
        <div>
          <Marks {...props} />
          <h2>{tr('newsroom.findings')}</h2>
          <TextFindings lang={lang} findings={props.review.findings} />
        </div>
      </div>
    </>
  );
}

function EditForm(props: EditShown): VNode {
  const { lang, release, typed, errors } = props;
  const tr = t(lang);
  return (
    <form method="post" action={here(props)}>
      <Hidden action="simpan" release={release} />
      <TextField name="title" label={tr('newsroom.title')} value={typed.title} errors={errors} required />
      <TextArea
        name="body"
        label={tr('newsroom.body')}
        hint={tr('newsroom.bodyHint')}
        value={typed.body}
        rows={28}
        errors={errors}
        required
      />
      <button type="submit">{tr('newsroom.save')}</button>
    </form>
  );
}

function Approval(props: EditShown): VNode {
  const { lang, release, review } = props;
  const tr = t(lang);
  const { version } = release;
  if (release.approvedAt)
    return (
      <p>
        <a href={to('release', { agency: release.agencyId, id: release.id })}>{tr('newsroom.seePublic')}</a>
      </p>
    );
  if (!review.mayApprove)
    return (
      <Notice tone="warn">
        <p>{tr('newsroom.notYet')}</p>
      </Notice>
    );
  return (
    <form method="post" action={here(props)}>
      <Hidden action="setuju" release={release} />
      <p class="hint">{tr('newsroom.approveNote')}</p>
      <button type="submit" class="second">
        {tr('newsroom.approve', { version })}
      </button>
    </form>
  );
}

function Hidden({ action, release }: { action: string; release: Release }): VNode {
  return (
    <>
      <input type="hidden" name="tindakan" value={action} />
      <input type="hidden" name="id" value={release.id} />
      <input type="hidden" name="version" value={release.version} />
    </>
  );
}

function Marks({ lang, review }: EditShown): VNode {
  const tr = t(lang);
  const place = (line: number) => (line === 0 ? tr('newsroom.atTitle') : tr('newsroom.atLine', { line }));
  return (
    <>
      <h2>{tr('newsroom.marks')}</h2>
      {review.marks.length === 0 ? <p>{tr('newsroom.noMarks')}</p> : null}
      <ul>
        {review.marks.map((mark) => (
          <li key={`${mark.line} ${mark.text}`}>
            {mark.text} <span class="quiet">({place(mark.line)})</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Back(props: Frame & { list?: boolean }): VNode {
  const { lang, agencyId, campaign, list } = props;
  const tr = t(lang);
  return (
    <p>
      {list ? (
        <a href={here(props)}>{tr('newsroom.forCampaign', { title: campaign.title })}</a>
      ) : (
        <a href={to('campaign', { agency: agencyId, campaign: campaign.id })}>
          {tr('newsroom.backToCampaign')}
        </a>
      )}
    </p>
  );
}
