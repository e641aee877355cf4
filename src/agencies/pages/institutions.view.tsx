import type { VNode } from 'preact';
import { formatNumber } from '../../platform/format.ts';
import { ErrorSummary, type FieldErrors } from '../../platform/html/form.view.tsx';
import { DataTable, Tag } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { urls } from '../../urls.ts';
import { t as accountText } from '../accounts/messages.ts';
import type { Agency } from '../agency.ts';
import { t } from '../messages.ts';
import { AgencyFields, type ClaimTyped, OfficerFields } from './claim.view.tsx';

export function InstitutionsPage(props: {
  lang: Lang;
  agencies: readonly Agency[];
  typed: ClaimTyped;
  errors: FieldErrors;
}): VNode {
  const { lang, agencies, errors } = props;
  const tr = t(lang);
  const name = ({ name: shown, isExample }: Agency) => (
    <>
      {shown} {isExample ? <Tag>{accountText(lang)('accounts.example')}</Tag> : null}
    </>
  );
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{tr('agencies.institutions')}</h1>
      <DataTable
        caption={tr('agencies.institutionsCaption', { total: formatNumber(lang, agencies.length) })}
        columns={[
          { head: tr('agencies.claimName'), cell: name },
          { head: tr('agencies.level'), cell: ({ level }) => tr(`agencies.level.${level}`) },
          { head: tr('agencies.regionCode'), cell: ({ regionCode }) => regionCode ?? '–' },
        ]}
        rows={agencies}
      />
      <h2>{tr('agencies.institutionAdd')}</h2>
      <form method="post" action={urls.nationAgencies}>
        <AgencyFields {...props} />
        <h2>{tr('agencies.claimOfficer')}</h2>
        <OfficerFields {...props} />
        <button type="submit">{tr('agencies.institutionAdd')}</button>
      </form>
    </>
  );
}
