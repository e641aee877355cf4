import type { VNode } from 'preact';
import { formatNumber } from '../../platform/format.ts';
import { SelectField, TextField } from '../../platform/html/form.view.tsx';
import { DataTable } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { to } from '../../urls.ts';
import { FACTS, type Participation, QUALIFIERS } from '../ceremony.ts';
import { t } from '../messages.ts';
import type { CeremonyProps } from './ceremony.view.tsx';

/** Groups that took part, as sources tell, and the form to add one. */
export function ParticipationSection(props: CeremonyProps): VNode {
  const { lang, staff, ceremony } = props;
  const tr = t(lang);
  return (
    <>
      <h2>{tr('ceremonies.participations')}</h2>
      {ceremony.participations.length === 0 ? (
        <p>{tr('ceremonies.noParticipations')}</p>
      ) : (
        <DataTable
          caption={tr('ceremonies.participations')}
          rows={ceremony.participations}
          columns={[
            { head: tr('ceremonies.who'), cell: (row) => row.who },
            { head: tr('ceremonies.fact'), cell: (row) => tr(`ceremonies.fact.${row.fact}`) },
            { head: tr('ceremonies.number'), cell: (row) => countText(lang, row) },
            { head: tr('ceremonies.employer'), cell: (row) => row.employer ?? '–' },
            { head: tr('ceremonies.source'), cell: (row) => row.source },
          ]}
        />
      )}
      <p class="quiet">{tr('ceremonies.factHint')}</p>
      {staff.has('officer') ? <AddParticipation {...props} /> : null}
    </>
  );
}

/** A number never stands without its qualifier: "sedikitnya 252". */
function countText(lang: Lang, { number, qualifier }: Participation): string {
  const word = t(lang)(`ceremonies.qualifier.${qualifier}`);
  return number === null ? word : `${word} ${formatNumber(lang, number)}`;
}

function AddParticipation({ lang, agency, ceremony, lines }: CeremonyProps): VNode {
  const tr = t(lang);
  const mine = lines.act === 'participation';
  const { typed, errors } = mine ? lines : { typed: {} as typeof lines.typed, errors: {} };
  const text = (name: string, label: string) => ({ name, label, value: typed[name], errors });
  return (
    <details open={mine}>
      <summary>{tr('ceremonies.addParticipation')}</summary>
      <form method="post" action={to('ceremony', { agency: agency.id, ceremony: ceremony.id })} novalidate>
        <TextField {...text('who', tr('ceremonies.who'))} hint={tr('ceremonies.whoHint')} required />
        <SelectField
          {...text('fact', tr('ceremonies.fact'))}
          options={FACTS.map((value) => ({ value, text: tr(`ceremonies.fact.${value}`) }))}
        />
        <SelectField
          {...text('qualifier', tr('ceremonies.qualifier'))}
          options={QUALIFIERS.map((value) => ({ value, text: tr(`ceremonies.qualifier.${value}`) }))}
        />
        <TextField {...text('number', tr('ceremonies.number'))} short inputMode="numeric" />
        <TextField
          {...text('groupEmployer', tr('ceremonies.employer'))}
          hint={tr('ceremonies.employerHint')}
        />
        <TextField {...text('source', tr('ceremonies.source'))} required />
        <button class="second" type="submit" name="act" value="participation">
          {tr('ceremonies.addParticipation')}
        </button>
      </form>
    </details>
  );
}
