import type { VNode } from 'preact';
import { accessText } from '../../access/index.ts';
import { Notice, Tag } from '../../platform/html/parts.view.tsx';
import type { Account } from '../../platform/http/visit.ts';
import type { Lang } from '../../platform/i18n.ts';
import { to, urls } from '../../urls.ts';
import type { Agency } from '../agency.ts';
import { t } from '../messages.ts';

export function WorkPage(props: { lang: Lang; agencies: readonly Agency[]; account: Account }): VNode {
  const { lang, agencies, account } = props;
  const tr = accessText(lang);
  return (
    <>
      <h1>{tr('access.choose')}</h1>
      {agencies.length === 0 ? <Notice>{tr('access.chooseNone')}</Notice> : null}
      {account.wide.length > 0 ? (
        <p>
          <a href={urls.nation}>{tr('access.nav.nation')}</a>
        </p>
      ) : null}
      <ul class="steps">
        {agencies.map((agency) => (
          <li key={agency.id}>
            <span>
              <a href={to('campaigns', { agency: agency.id })}>{agency.name}</a>{' '}
              {agency.isExample ? <Tag>{t(lang)('agencies.example')}</Tag> : null}
            </span>
            <span class="quiet">
              {rolesAt(account, agency.id)
                .map((role) => tr(`access.role.${role}`))
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function rolesAt(account: Account, agencyId: string) {
  return [
    ...new Set(account.grants.filter((grant) => grant.agencyId === agencyId).map((grant) => grant.role)),
  ];
}
