import type { VNode } from 'preact';
import type { Campaign, Frame } from '../../campaigns/index.ts';
import { KINDS } from '../../ceremonies/index.ts';
import { ErrorSummary, type FieldErrors, SelectField } from '../../platform/html/form.view.tsx';
import { Notice } from '../../platform/html/parts.view.tsx';
import { to } from '../../urls.ts';
import type { DraftRecord, RecordFieldName } from '../checker/index.ts';
import type { Proposal } from '../draft/proposal.ts';
import { t } from '../messages.ts';
import { passagesOf } from '../passage.ts';
import { recordRows } from '../record-rows.ts';
import { IN_CELL } from './passage.view.tsx';
import { optionsOf, ProposalFields } from './proposal.view.tsx';
import { RecordTable } from './record-table.view.tsx';

type Props = Frame & {
  campaign: Campaign;
  text: string;
  typed: Readonly<Record<string, string>>;
  found: readonly Proposal[];
  record: DraftRecord;
  /** A form that came back with errors: what was ticked stays ticked. */
  sentBack: { errors: FieldErrors; accepted: readonly string[] } | undefined;
};

/** Read too, but not part of a ceremony's record; the text itself is kept with it. */
const BESIDE: readonly RecordFieldName[] = [
  ...(['publisher', 'byline', 'election', 'letter', 'skb', 'otherBases'] as const),
  ...(['pointsAnnounced', 'points', 'closing', 'guidance'] as const),
];

export function Proposals(props: Props): VNode {
  const { lang, agency, campaign, typed, found, text, record, sentBack } = props;
  const tr = t(lang);
  const at = { agency: agency.id, campaign: campaign.id };
  const errors = sentBack?.errors ?? {};
  const beside = recordRows(record, lang).filter(({ field }) => BESIDE.includes(field));
  return (
    <>
      <p>
        <a href={to('ceremonyFromText', at)}>{tr('newsroom.draft.another')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('newsroom.draft.title', { title: typed.judul ?? '' })}</h1>
      {found.length === 0 ? <Empty {...props} /> : <Draft {...props} />}
      {beside.length > 0 ? (
        <>
          <h2>{tr('newsroom.draft.beside')}</h2>
          <p class="prose">{tr('newsroom.draft.besideHint')}</p>
          <RecordTable lang={lang} rows={beside} passage={passagesOf(text, IN_CELL)} />
        </>
      ) : null}
    </>
  );
}

function Empty({ lang, agency, campaign }: Props): VNode {
  const tr = t(lang);
  return (
    <Notice tone="warn">
      <p>{tr('newsroom.draft.empty')}</p>
      <p>
        <a href={to('ceremonyNew', { agency: agency.id, campaign: campaign.id })}>
          {tr('newsroom.draft.byHand')}
        </a>
      </p>
    </Notice>
  );
}

function Draft(props: Props): VNode {
  const { lang, agency, campaign, typed, found, text, sentBack } = props;
  const tr = t(lang);
  const passage = passagesOf(text);
  const errors = sentBack?.errors ?? {};
  const shared = { lang, typed, errors, sentBack: sentBack !== undefined };
  const isTicked = ({ id, derived }: Proposal) => sentBack?.accepted.includes(id) ?? !derived;
  const at = { agency: agency.id, campaign: campaign.id };
  const unknown = (['title', 'date', 'place', 'organiser', 'officer', 'group'] as const).filter(
    (kind) => !found.some((proposal) => proposal.kind === kind),
  );
  return (
    <>
      <p class="prose">{tr('newsroom.draft.how')}</p>
      <form method="post" action={to('ceremonyFromText', at)} enctype="multipart/form-data" novalidate>
        {['judul', 'penerbit', 'id'].map((name) => (
          <input key={name} type="hidden" name={name} value={typed[name] ?? ''} />
        ))}
        <input type="hidden" name="naskah" value={text} />
        <SelectField
          name="kind"
          label={tr('newsroom.draft.kind')}
          value={typed.kind}
          options={optionsOf(lang, 'kind', KINDS)}
        />
        {unknown.includes('title') ? <Untitled {...shared} /> : null}
        {found.map((proposal) => (
          <ProposalFields
            key={proposal.id}
            {...{ ...shared, proposal }}
            ticked={isTicked(proposal)}
            passage={passage(proposal.span)}
          />
        ))}
        {unknown.length > 0 ? (
          <Notice>
            <p>
              {tr('newsroom.draft.unknown')} {unknown.map((kind) => tr(`newsroom.part.${kind}`)).join(', ')}.
            </p>
          </Notice>
        ) : null}
        <button type="submit" name="tindakan" value="simpan">
          {tr('newsroom.draft.save')}
        </button>
      </form>
    </>
  );
}

/** The record needs a name, and the text gives none: the officer writes it. */
function Untitled(props: {
  lang: Frame['lang'];
  typed: Props['typed'];
  errors: FieldErrors;
  sentBack: boolean;
}): VNode {
  const proposal: Proposal = {
    id: 'title',
    kind: 'title',
    span: { start: 0, end: 0 },
    derived: false,
    values: { title: '' },
  };
  return <ProposalFields {...props} proposal={proposal} ticked passage={null} />;
}
