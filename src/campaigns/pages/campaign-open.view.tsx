import type { VNode } from 'preact';
import { inTreeOrder, type Unit } from '../../agencies/index.ts';
import { formatNumber } from '../../platform/format.ts';
import { Choices, ErrorSummary, type FieldErrors } from '../../platform/html/form.view.tsx';
import { Notice } from '../../platform/html/parts.view.tsx';
import { to } from '../../urls.ts';
import { CATEGORIES, type Campaign } from '../campaign.ts';
import { t } from '../messages.ts';
import type { AudienceChoice } from '../open-campaign.ts';
import type { Frame } from './frame.ts';

type Props = Frame & {
  campaign: Campaign;
  units: Unit[];
  choice: AudienceChoice;
  errors: FieldErrors;
  /** How many people the choice means; null before counting. */
  size: number | null;
};

export function CampaignOpen(props: Props): VNode {
  const { lang, agency, campaign, errors, size } = props;
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={to('campaign', { agency: agency.id, campaign: campaign.id })}>{tr('campaigns.back')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('campaigns.openTitle')}</h1>
      <p>{tr('campaigns.openHint')}</p>
      {campaign.pact?.draft ? (
        <Notice tone="warn">
          <p>{tr('campaigns.openPactDraft')}</p>
        </Notice>
      ) : null}
      {size === null ? null : <Confirm {...props} size={size} />}
      <Choose {...props} />
    </>
  );
}

function Confirm(props: Props & { size: number }): VNode {
  const { lang, choice, size } = props;
  const tr = t(lang);
  const count = formatNumber(lang, size);
  return (
    <div class="card">
      <p class="figure">{count}</p>
      <p>{tr(size === 0 ? 'campaigns.audienceEmpty' : 'campaigns.wouldSign', { count })}</p>
      {size === 0 ? null : (
        <form method="post" action={here(props)}>
          {choice.categories.map((name) => (
            <input key={name} type="hidden" name="categories" value={name} />
          ))}
          <input type="hidden" name="scope" value={choice.unitIds ? 'units' : 'whole'} />
          {choice.unitIds?.map((id) => (
            <input key={id} type="hidden" name="units" value={id} />
          ))}
          <input type="hidden" name="expected" value={size} />
          <p>{tr('campaigns.confirmHint')}</p>
          <button type="submit" name="act" value="open">
            {tr('campaigns.openNow', { count })}
          </button>
        </form>
      )}
    </div>
  );
}

function Choose(props: Props): VNode {
  const { lang, units, choice } = props;
  const tr = t(lang);
  const chosen = new Set(choice.unitIds ?? []);
  return (
    <form method="post" action={here(props)}>
      <Choices
        legend={tr('campaigns.whichGroups')}
        name="categories"
        type="checkbox"
        options={CATEGORIES.map((value) => ({
          value,
          text: tr(`campaigns.category.${value}`),
          checked: choice.categories.includes(value),
        }))}
      />
      <Choices
        legend={tr('campaigns.whichUnits')}
        name="scope"
        type="radio"
        options={[
          { value: 'whole', text: tr('campaigns.wholeAgency'), checked: choice.unitIds === null },
          { value: 'units', text: tr('campaigns.chosenUnits'), checked: choice.unitIds !== null },
        ]}
      />
      <details open={choice.unitIds !== null}>
        <summary>{tr('campaigns.unitList')}</summary>
        <Choices
          legend={tr('campaigns.unitList')}
          name="units"
          type="checkbox"
          options={inTreeOrder(units).map(({ unit, depth }) => ({
            value: unit.id,
            text: `${'– '.repeat(depth)}${unit.name}`,
            checked: chosen.has(unit.id),
          }))}
        />
      </details>
      <button type="submit" class="second" name="act" value="count">
        {tr('campaigns.count')}
      </button>
    </form>
  );
}

function here({ agency, campaign }: Props): string {
  return to('campaignOpen', { agency: agency.id, campaign: campaign.id });
}
