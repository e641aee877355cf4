import type { VNode } from 'preact';
import { SelectField, TextField } from '../../platform/html/form.view.tsx';
import { DataTable } from '../../platform/html/parts.view.tsx';
import { to } from '../../urls.ts';
import { OFFICE_STATUSES, OFFICER_ROLES } from '../ceremony.ts';
import { t } from '../messages.ts';
import type { CeremonyProps } from './ceremony.view.tsx';

/** Named officials of the event, and the form to add one. */
export function OfficerSection(props: CeremonyProps): VNode {
  const { lang, staff, ceremony } = props;
  const tr = t(lang);
  return (
    <>
      <h2>{tr('ceremonies.officers')}</h2>
      {ceremony.officers.length === 0 ? (
        <p>{tr('ceremonies.noOfficers')}</p>
      ) : (
        <DataTable
          caption={tr('ceremonies.officers')}
          rows={ceremony.officers}
          columns={[
            { head: tr('ceremonies.personName'), cell: (row) => row.name },
            {
              head: tr('ceremonies.office'),
              cell: (row) =>
                row.officeStatus === 'definitive'
                  ? row.office
                  : `${tr(`ceremonies.officeStatus.${row.officeStatus}`)} ${row.office}`,
            },
            { head: tr('ceremonies.role'), cell: (row) => tr(`ceremonies.role.${row.role}`) },
            { head: tr('ceremonies.employer'), cell: (row) => row.employer ?? '–' },
          ]}
        />
      )}
      {staff.has('officer') ? <AddOfficer {...props} /> : null}
    </>
  );
}

function AddOfficer({ lang, agency, ceremony, lines }: CeremonyProps): VNode {
  const tr = t(lang);
  const mine = lines.act === 'officer';
  const { typed, errors } = mine ? lines : { typed: {} as typeof lines.typed, errors: {} };
  const text = (name: string, label: string) => ({ name, label, value: typed[name], errors });
  return (
    <details open={mine}>
      <summary>{tr('ceremonies.addOfficer')}</summary>
      <form method="post" action={to('ceremony', { agency: agency.id, ceremony: ceremony.id })} novalidate>
        <SelectField
          {...text('role', tr('ceremonies.role'))}
          options={OFFICER_ROLES.map((value) => ({ value, text: tr(`ceremonies.role.${value}`) }))}
        />
        <TextField {...text('name', tr('ceremonies.personName'))} required />
        <TextField {...text('office', tr('ceremonies.office'))} required />
        <SelectField
          {...text('officeStatus', tr('ceremonies.officeStatus'))}
          options={OFFICE_STATUSES.map((value) => ({ value, text: tr(`ceremonies.officeStatus.${value}`) }))}
        />
        <TextField {...text('employer', tr('ceremonies.employer'))} hint={tr('ceremonies.employerHint')} />
        <button class="second" type="submit" name="act" value="officer">
          {tr('ceremonies.addOfficer')}
        </button>
      </form>
    </details>
  );
}
