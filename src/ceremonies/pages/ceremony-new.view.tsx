import type { VNode } from 'preact';
import type { Campaign, Frame } from '../../campaigns/index.ts';
import {
  Choices,
  ErrorSummary,
  type FieldErrors,
  TextArea,
  TextField,
} from '../../platform/html/form.view.tsx';
import { to } from '../../urls.ts';
import { DATE_STATUSES, KINDS } from '../ceremony.ts';
import { t } from '../messages.ts';
import type { Typed } from './form.ts';

type Props = Frame & { campaign: Campaign; typed: Typed; errors: FieldErrors };

export function CeremonyNew(props: Props): VNode {
  const { lang, agency, campaign, typed, errors } = props;
  const tr = t(lang);
  const at = { agency: agency.id, campaign: campaign.id };
  const text = (name: string, label: string) => ({ name, label, value: typed[name], errors });
  return (
    <>
      <p>
        <a href={to('ceremonies', at)}>{tr('ceremonies.backToList')}</a>
      </p>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr(typed.kind === 'susulan' ? 'ceremonies.newMakeUp' : 'ceremonies.new')}</h1>
      <p>{campaign.title}</p>
      <p class="quiet">{tr('ceremonies.newHint')}</p>
      <form method="post" action={to('ceremonyNew', at)} novalidate>
        <Choices
          legend={tr('ceremonies.kind')}
          name="kind"
          type="radio"
          options={KINDS.map((value) => ({
            value,
            text: tr(`ceremonies.kind.${value}`),
            checked: typed.kind === value,
          }))}
        />
        <TextField {...text('title', tr('ceremonies.name'))} required />
        <DateFields {...props} />
        <TextField {...text('startsAt', tr('ceremonies.time'))} type="time" short />
        <TextField {...text('place', tr('ceremonies.place'))} />
        <TextField {...text('organiser', tr('ceremonies.organiser'))} hint={tr('ceremonies.organiserHint')} />
        <TextArea {...text('minutes', tr('ceremonies.minutes'))} rows={6} />
        <button type="submit">{tr('ceremonies.save')}</button>
      </form>
    </>
  );
}

/** The day, and how it is known. */
export function DateFields({ lang, typed, errors }: Pick<Props, 'lang' | 'typed' | 'errors'>): VNode {
  const tr = t(lang);
  return (
    <>
      <Choices
        legend={tr('ceremonies.dateStatus')}
        name="heldOnStatus"
        type="radio"
        options={DATE_STATUSES.map((value) => ({
          value,
          text: tr(`ceremonies.dateStatus.${value}`),
          checked: typed.heldOnStatus === value,
        }))}
      />
      <TextField
        name="heldOn"
        type="date"
        short
        label={tr('ceremonies.date')}
        value={typed.heldOn}
        errors={errors}
      />
      <TextField
        name="heldOnNote"
        label={tr('ceremonies.dateNote')}
        hint={tr('ceremonies.dateNoteHint')}
        value={typed.heldOnNote}
        errors={errors}
      />
    </>
  );
}
