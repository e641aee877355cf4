import type { VNode } from 'preact';
import type { Campaign, Frame } from '../../campaigns/index.ts';
import { ErrorSummary, type FieldErrors, TextField } from '../../platform/html/form.view.tsx';
import { to } from '../../urls.ts';
import { t } from '../messages.ts';
import { GivenText } from './check-form.view.tsx';

type Props = Frame & {
  campaign: Campaign;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

export function FromTextForm(props: Props): VNode {
  const { lang, agency, campaign, typed, errors } = props;
  const tr = t(lang);
  const at = { agency: agency.id, campaign: campaign.id };
  return (
    <>
      <p>
        <a href={to('ceremonies', at)}>{tr('newsroom.draft.back')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('newsroom.fromText')}</h1>
      <p>{campaign.title}</p>
      <p class="prose">{tr('newsroom.draft.intro')}</p>
      <form method="post" action={to('ceremonyFromText', at)} enctype="multipart/form-data" novalidate>
        <TextField
          name="judul"
          label={tr('newsroom.sourceTitle')}
          value={typed.judul}
          errors={errors}
          required
        />
        <TextField
          name="penerbit"
          label={tr('newsroom.sourcePublisher')}
          value={typed.penerbit}
          errors={errors}
        />
        <GivenText {...{ lang, typed, errors }} />
        <button type="submit" name="tindakan" value="baca">
          {tr('newsroom.draft.read')}
        </button>
      </form>
    </>
  );
}
