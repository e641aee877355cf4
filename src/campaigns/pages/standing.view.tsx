import type { VNode } from 'preact';
import { formatMoment } from '../../platform/format.ts';
import { ErrorSummary, type FieldErrors, TextField } from '../../platform/html/form.view.tsx';
import { Facts, Notice } from '../../platform/html/parts.view.tsx';
import { to } from '../../urls.ts';
import type { AudiencePerson } from '../audience.ts';
import type { Campaign } from '../campaign.ts';
import { t } from '../messages.ts';
import type { Standing } from '../standing.ts';
import type { Frame } from './frame.ts';

type Props = Frame & {
  campaign: Campaign;
  person: AudiencePerson;
  standing: Standing;
  errors: FieldErrors;
  mayWrite: boolean;
};

export function PersonStanding(props: Props): VNode {
  const { lang, agency, campaign, person, standing, errors, mayWrite } = props;
  const at = { agency: agency.id, campaign: campaign.id, person: person.personId };
  const tr = t(lang);
  return (
    <>
      <p>
        <a href={to('campaign', { agency: agency.id, campaign: campaign.id })}>{tr('campaigns.back')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{person.name}</h1>
      <p class="quiet">{campaign.title}</p>
      <Facts
        rows={[
          [tr('campaigns.unit'), person.unitName],
          [tr('campaigns.employer'), person.employer],
          [tr('campaigns.groups'), tr(`campaigns.category.${person.category}`)],
          [tr('campaigns.post'), person.post],
          ...(mayWrite ? [[tr('campaigns.number'), person.idNumber] as const] : []),
        ]}
      />
      <Recorded {...props} />
      {mayWrite ? (
        <p>
          <a href={to('scanPerson', at)}>{tr('campaigns.scans')}</a>
        </p>
      ) : null}
      {mayWrite && !standing.exempted ? (
        <Write {...props} act="exempt" name="reason" label="campaigns.reason" />
      ) : null}
      {mayWrite && !standing.declined ? (
        <Write {...props} act="decline" name="note" label="campaigns.note" />
      ) : null}
    </>
  );
}

function Recorded({ lang, agency, standing }: Props): VNode {
  const tr = t(lang);
  const { exempted, declined } = standing;
  if (!exempted && !declined) return <p>{tr('campaigns.standingNone')}</p>;
  const when = (at: Date) => formatMoment(lang, at, agency.zone);
  return (
    <Notice tone="warn">
      {exempted ? (
        <p>
          <strong>{tr('campaigns.exempted')}</strong>, {when(exempted.at)}: {exempted.reason}
        </p>
      ) : null}
      {declined ? (
        <p>
          <strong>{tr('campaigns.declined')}</strong>, {when(declined.at)}: {declined.note}
        </p>
      ) : null}
    </Notice>
  );
}

function Write(
  props: Props & { act: 'exempt' | 'decline'; name: string; label: 'campaigns.reason' | 'campaigns.note' },
): VNode {
  const { lang, agency, campaign, person, errors, act, name, label } = props;
  const tr = t(lang);
  const at = { agency: agency.id, campaign: campaign.id, person: person.personId };
  return (
    <section class="card">
      <h2>{tr(`campaigns.${act}Title`)}</h2>
      <p>{tr(`campaigns.${act}Hint`)}</p>
      <form method="post" action={to('standing', at)} novalidate>
        <TextField name={name} label={tr(label)} errors={errors} required />
        <button class="second" type="submit" name="act" value={act}>
          {tr(`campaigns.${act}`)}
        </button>
      </form>
    </section>
  );
}
