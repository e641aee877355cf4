import type { VNode } from 'preact';
import { ErrorSummary, type FieldErrors, TextField } from '../../platform/html/form.view.tsx';
import { to } from '../../urls.ts';
import type { Campaign } from '../campaign.ts';
import { t } from '../messages.ts';
import type { Frame } from './frame.ts';

type Props = Frame & { campaign: Campaign; reason: string; errors: FieldErrors };

export function CampaignClose({ lang, agency, campaign, reason, errors }: Props): VNode {
  const tr = t(lang);
  const at = { agency: agency.id, campaign: campaign.id };
  return (
    <>
      <p>
        <a href={to('campaign', at)}>{tr('campaigns.back')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('campaigns.closeTitle')}</h1>
      <p>{campaign.title}</p>
      <p>{tr('campaigns.closeHint')}</p>
      <form method="post" action={to('campaignClose', at)} novalidate>
        <TextField name="reason" label={tr('campaigns.reason')} value={reason} errors={errors} required />
        <button type="submit">{tr('campaigns.close')}</button>
      </form>
    </>
  );
}
